/** Sums over all that a member sees, for a device to compare with its own (src-shared/sync/digest.ts). */
import { hash } from 'node:crypto';
import { entities } from '#shared/entities/index.ts';
import { Digest } from '#shared/sync/digest.ts';
import type { MessageInput } from '#shared/sync/messages.ts';
import type { Database } from '../data/database.ts';
import { inWorkspace } from '../data/transaction.ts';
import type { Answer } from './answer.ts';
import type { Caller } from './caller.ts';
import { seenBy } from './page.ts';
import { RECORD_COLUMNS, type RecordRow } from './record-row.ts';
import { openPage } from './viewer.ts';

export type DigestAnswer = Answer<'digest'>;

/** Records read at once: other requests are answered in between. */
const PART = 1_000;

/** Throws SyncError `epoch_changed`, `access_changed`, `device_revoked`. */
export async function digest(
  db: Database,
  caller: Caller,
  input: MessageInput<'digest'>,
): Promise<DigestAnswer> {
  return inWorkspace(
    db,
    caller,
    async (tx) => {
      const { keys, page } = await openPage(tx, caller, input);
      const sums = new Digest(Object.values(entities), input.fields, (text) => hash('sha256', text, 'hex'));
      for (let last: RecordRow | undefined, isMore = true; isMore; ) {
        const { rows } = await tx.query<RecordRow>(
          `SELECT ${RECORD_COLUMNS} FROM sync.record r
           WHERE r.workspace_id = $1 AND ${seenBy(keys)} AND ($3::text IS NULL OR (r.entity, r.id) > ($3, $4::uuid))
           ORDER BY r.entity, r.id LIMIT ${PART}`,
          [caller.workspace, keys, last?.entity ?? null, last?.id ?? null],
        );
        for (const row of rows) sums.add(row);
        last = rows.at(-1);
        isMore = rows.length === PART;
      }
      return { ...page, buckets: sums.buckets() };
    },
    'snapshot',
  );
}
