/**
 * Takes away bytes that nothing names any more: no attachment, none that was removed so recently that it may come
 * back, nothing refused by the server that may be written again, nothing that waits to be attached. Rows go before
 * files: whoever is killed in between finds the file without a row at the next start.
 */
import type { Base } from '../base.ts';
import { statement } from '../statement.ts';
import { HERE, noteRemote, noteState } from './blob-rows.ts';
import { readSync } from '../sync-store.ts';

const DAY_MS = 86_400_000;
/** How long a removed attachment can be brought back with its bytes; the server keeps them longer. */
export const REMOVED_KEPT_DAYS = 30;
const WAITING_KEPT_DAYS = 30;
/** A file that a window was sending, and never did to its end. */
const SENDING_KEPT_DAYS = 1;

/** Name of the part in which a download grows. */
export function downloadPart({ blobs }: Pick<Base, 'blobs'>, hash: string): string {
  return `get.${blobs.nameOf(hash).replace('/', '')}`;
}

const NAMED = `
  SELECT hash FROM attachment WHERE deleted_at IS NULL
  UNION SELECT hash FROM attachment WHERE name <> '' AND (deleted_at > :removed OR (:connected AND EXISTS (
    SELECT 1 FROM change c WHERE c.seq IS NULL AND (c.id = attachment.id OR c.record = attachment.id))))
  UNION SELECT hash FROM incoming WHERE hash IS NOT NULL
  UNION SELECT json_extract(units, '$.hash.hash') FROM rejected
    WHERE entity = 'attachment' AND json_extract(units, '$.hash.hash') IS NOT NULL`;

/** Rows and files that are known; returns how many contents went. */
export function sweepBlobs(base: Base): number {
  const { writer, blobs, now } = base;
  const at = now();
  statement(
    writer,
    `DELETE FROM incoming WHERE (hash IS NOT NULL AND at < ?) OR (hash IS NULL AND recording = 0 AND at < ?)`,
  ).run(at - WAITING_KEPT_DAYS * DAY_MS, at - SENDING_KEPT_DAYS * DAY_MS);
  const gone = statement<{ hash: string }>(
    writer,
    `DELETE FROM blob WHERE hash NOT IN (${NAMED}) RETURNING hash`,
  ).all({
    removed: at - REMOVED_KEPT_DAYS * DAY_MS,
    connected: Number(readSync(writer, 'connection') !== null),
  });
  for (const { hash } of gone) {
    blobs.remove(hash);
    blobs.dropPart(downloadPart(base, hash));
  }
  blobs.sweepParts(partsOf(base));
  return gone.length;
}

/**
 * At the start also files that no row knows: left by a crash, or by a base of which a row was lost. And rows that no
 * longer say where their file is: gone, for example because a backup was carried away without its attachments, so that
 * the server is asked for it; or here, because a restored base meets its files only in its place, so that the server is
 * offered it. A base that was put together of what was readable has no rows at all.
 */
export function sweepAll(base: Base): void {
  sweepBlobs(base);
  noteRemote(base);
  const rows = statement<{ hash: string; here: number }>(
    base.writer,
    `SELECT hash, state IN ${HERE} AS here FROM blob`,
  ).all();
  for (const { hash, here } of rows) {
    const isHere = base.blobs.has(hash);
    if (isHere !== (here === 1)) noteState(base, hash, isHere ? 'local' : 'missing', 0);
  }
  base.blobs.sweepFiles(rows.map(({ hash }) => hash));
}

/** As soon as attachments change, whoever changed them: after leaving a client nothing of it stays until later. */
export function watchBlobs(base: Base): void {
  base.events.listen(({ topics }) => {
    if (topics.includes('attachment')) sweepBlobs(base);
  });
}

function partsOf(base: Base): string[] {
  const incoming = statement<{ id: string }>(base.writer, 'SELECT id FROM incoming').all();
  const coming = statement<{ hash: string }>(
    base.writer,
    `SELECT hash FROM blob WHERE state = 'remote' AND moved > 0`,
  ).all();
  return [...incoming.map(({ id }) => id), ...coming.map(({ hash }) => downloadPart(base, hash))];
}
