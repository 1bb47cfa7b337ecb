/** Bytes on their way from the window into the folder of attachments, before there is a record of them. */
import { environmentError, refused } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { noteHere } from '#main/data/blobs/blob-rows.ts';
import { statement } from '#main/data/statement.ts';
import { ATTACHMENT_LIMIT, type Judged, judgeFile } from '#shared/domain/attachments/file-rules.ts';

export interface Place {
  client: string;
  interaction: string | null;
  meeting: string | null;
  contract: string | null;
}

export interface IncomingRow extends Place {
  id: string;
  name: string;
  recording: number;
  kind: Judged['kind'] | null;
  media_type: string | null;
  size: number | null;
  hash: string | null;
  at: number;
}

/** Recordings that run in a window of this engine; any other that was not finished was cut off. */
const RUNNING = new WeakMap<Base, Set<string>>();

export function isRunning(base: Base, id: string): boolean {
  return RUNNING.get(base)?.has(id) ?? false;
}

export function readIncoming({ writer }: Base, id: string): IncomingRow | undefined {
  return statement<IncomingRow>(writer, 'SELECT * FROM incoming WHERE id = ?').get(id);
}

export function begin(
  base: Base,
  { id, name, recording, ...place }: Place & { id: string; name: string; recording: boolean },
): number {
  const { writer, now } = base;
  saving(() =>
    statement(
      writer,
      `INSERT INTO incoming (id, client, interaction, meeting, contract, name, recording, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    ).run(id, place.client, place.interaction, place.meeting, place.contract, name, Number(recording), now()),
  );
  const row = unfinished(base, id);
  if (recording) follow(base, id);
  return row.size ?? saving(() => base.blobs.part(id).size);
}

/** On the disk when it returns; what is here already is passed over. Returns the bytes that are here. */
export function send(base: Base, id: string, offset: number, bytes: Uint8Array): number {
  const { recording, hash, size } = unfinished(base, id);
  if (hash !== null) return size ?? 0;
  if (offset + bytes.length > ATTACHMENT_LIMIT) {
    // What was recorded until here is kept; of a file that is too large there is nothing to keep.
    if (!recording) discard(base, id);
    throw refused('attachmentTooLarge');
  }
  const part = base.blobs.part(id);
  if (offset > part.size) throw refused('attachmentGap');
  if (recording) follow(base, id);
  return saving(() => part.append(offset, bytes));
}

export type Finished = Judged & { size: number; hash: string };

export async function finish(base: Base, id: string): Promise<Finished> {
  const { writer, blobs } = base;
  const { name, hash } = unfinished(base, id);
  RUNNING.get(base)?.delete(id);
  if (hash !== null) {
    const open = blobs.open(hash);
    try {
      return { ...judgeFile(name, open.read(0, 4_096)), size: open.size, hash };
    } finally {
      open.close();
    }
  }
  if (blobs.part(id).size === 0) {
    discard(base, id);
    throw refused('attachmentEmpty');
  }
  const kept = await savingLater(() => blobs.keep(id));
  if (!kept) throw new Error('a part without a wanted hash is always kept');
  const judged = judgeFile(name, kept.head);
  writer
    .transaction(() => {
      statement(
        writer,
        'UPDATE incoming SET hash = ?, size = ?, kind = ?, media_type = ? WHERE id = ? AND hash IS NULL',
      ).run(kept.hash, kept.size, judged.kind, judged.mediaType, id);
      noteHere(base, kept, 'local');
    })
    .immediate();
  blobs.dropPart(id);
  return { ...judged, size: kept.size, hash: kept.hash };
}

/** The bytes go with the next sweep, unless something else names them. */
export function discard(base: Base, id: string): void {
  RUNNING.get(base)?.delete(id);
  statement(base.writer, 'DELETE FROM incoming WHERE id = ?').run(id);
  base.blobs.dropPart(id);
  base.events.emit({ topics: ['blob'], ids: null });
}

function follow(base: Base, id: string): void {
  const running = RUNNING.get(base) ?? new Set<string>();
  RUNNING.set(base, running.add(id));
}

function unfinished(base: Base, id: string): IncomingRow {
  const row = readIncoming(base, id);
  if (!row) throw refused('attachmentGone');
  return row;
}

const DISK: Record<string, string> = {
  ENOSPC: 'SQLITE_FULL',
  EDQUOT: 'SQLITE_FULL',
  EROFS: 'SQLITE_READONLY',
};

/** A full disk is said as it is said of the base. */
function saving<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw ofDisk(error);
  }
}

async function savingLater<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw ofDisk(error);
  }
}

function ofDisk(error: unknown): unknown {
  const code = DISK[String((error as { code?: unknown }).code)];
  return environmentError(code ? Object.assign(new Error('the disk'), { code }) : error);
}
