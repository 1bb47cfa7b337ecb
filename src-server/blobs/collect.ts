/**
 * Takes away bytes that no attachment names any more. A removed attachment may be taken back, so they stay for a while,
 * longer than on any device; those of an erased one go at once.
 */
import type { Database } from '../data/database.ts';
import type { BlobFolder } from './blob-folder.ts';

/** A week more than a device keeps them (REMOVED_KEPT_DAYS there): what it fetches again is still here. */
export const UNNAMED_KEPT_MS = 37 * 86_400_000;

const NAMED = `EXISTS (SELECT 1 FROM sync.record r
  WHERE r.workspace_id = b.workspace_id AND r.hash = b.hash AND r.deleted_at IS NULL)`;
/** Somebody may still take it back: an attachment names it that was removed and not erased. */
const MAY_COME_BACK = `EXISTS (SELECT 1 FROM sync.record r
  WHERE r.workspace_id = b.workspace_id AND r.hash = b.hash AND NOT EXISTS (SELECT 1 FROM sync.erasure e
    WHERE e.workspace_id = r.workspace_id AND e.entity = r.entity AND e.id = r.id))`;

/** `now` in UTC milliseconds. Returns how many went. */
export async function collectBlobs(db: Database, folder: BlobFolder, now = Date.now()): Promise<number> {
  await folder.dropOldParts(now);
  return db.asKeeper(async (client) => {
    await client.query('BEGIN');
    await client.query(
      `UPDATE sync.blob b SET unnamed_at = CASE WHEN ${NAMED} THEN NULL ELSE $1::int8 END
       WHERE (unnamed_at IS NULL) <> ${NAMED}`,
      [now],
    );
    const { rows } = await client.query<{ workspace: string; hash: string }>(
      `DELETE FROM sync.blob b WHERE unnamed_at IS NOT NULL AND NOT ${NAMED}
         AND (unnamed_at <= $1 OR NOT ${MAY_COME_BACK})
       RETURNING workspace_id AS workspace, hash`,
      [now - UNNAMED_KEPT_MS],
    );
    // While the rows are locked: who sends the same bytes at this moment waits, and finds that they are gone.
    for (const { workspace, hash } of rows) await folder.remove(workspace, hash);
    await client.query('COMMIT');
    return rows.length;
  });
}
