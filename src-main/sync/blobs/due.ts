/** Which bytes are to be sent and which fetched. Records go first: an attachment that the server does not know has to wait. */
import type { Base } from '../../data/base.ts';
import type { BlobRow } from '../../data/blobs/blob-rows.ts';
import { statement } from '../../data/statement.ts';

/** Photos and memos up to this size come by themselves, of one's own clients; everything else when it is asked for. */
export const BY_ITSELF_BYTES = 10 * 1024 * 1024;

/** Smallest first: a film of one client must not keep the photos of all others waiting. */
export function toSend({ writer }: Base): BlobRow[] {
  return statement<BlobRow>(
    writer,
    `SELECT b.* FROM blob b WHERE b.state IN ('local', 'uploading') AND EXISTS (
       SELECT 1 FROM attachment a WHERE a.hash = b.hash AND a.deleted_at IS NULL
         AND EXISTS (SELECT 1 FROM record_meta m WHERE m.entity = 'attachment' AND m.record = a.id))
     ORDER BY b.state DESC, b.size, b.hash`,
  ).all();
}

/** What only this disk has, also of attachments whose record waits itself. */
export function unsentFiles(db: Base['reader']): { count: number; bytes: number } {
  const found = statement<{ count: number; bytes: number }>(
    db,
    `SELECT count(*) AS count, coalesce(sum(b.size), 0) AS bytes FROM blob b
     WHERE b.state IN ('local', 'uploading') AND EXISTS (
       SELECT 1 FROM attachment a WHERE a.hash = b.hash AND a.deleted_at IS NULL)`,
  ).get();
  return found ?? { count: 0, bytes: 0 };
}

/** What was asked for comes first. */
export function toFetch(base: Base): BlobRow[] {
  return statement<BlobRow>(
    base.writer,
    `SELECT b.* FROM blob b WHERE b.state IN ('remote', 'missing') AND (b.wanted = 1 OR (b.size <= :most AND EXISTS (
       SELECT 1 FROM attachment a JOIN client c ON c.id = a.client
       WHERE a.hash = b.hash AND a.deleted_at IS NULL AND a.kind IN ('photo', 'memo')
         AND coalesce(c.owner, c.created_by) = :me)))
     ORDER BY b.wanted DESC, b.size, b.hash`,
  ).all({ most: BY_ITSELF_BYTES, me: base.member() });
}
