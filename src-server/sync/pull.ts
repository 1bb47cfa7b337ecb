/**
 * What is true now of everything that changed after the cursor. Read from one snapshot of the database; a page is cut
 * only between numbers, so a cursor never stands inside a txn (docs/sync.md).
 */
import type { MessageInput } from '#shared/sync/messages.ts';
import { PAGE_ITEMS, type PullItem } from '#shared/sync/wire.ts';
import type { Database } from '../data/database.ts';
import { inWorkspace, type Tx } from '../data/transaction.ts';
import type { Answer } from './answer.ts';
import type { Caller } from './caller.ts';
import { readPage } from './page.ts';
import type { RecordRow } from './record-row.ts';
import { openPage } from './viewer.ts';

export type PullAnswer = Answer<'pull'>;

/** Throws SyncError `epoch_changed`, `access_changed`, `device_revoked`. */
export async function pull(db: Database, caller: Caller, input: MessageInput<'pull'>): Promise<PullAnswer> {
  return inWorkspace(
    db,
    caller,
    async (tx) => {
      const { keys, page } = await openPage(tx, caller, input);
      const range = {
        workspace: caller.workspace,
        keys,
        after: input.cursor,
        limit: input.limit ?? PAGE_ITEMS,
      };
      const { rows, isCut } = await readWhole(tx, range);
      const cursor = isCut ? (rows.at(-1)?.seq ?? page.head) : Math.max(page.head, input.cursor);
      const items = [
        ...(await readLeaves(tx, range, cursor)),
        ...(await readErasures(tx, range, cursor)),
        ...rows.map((record): PullItem => ({ kind: 'record', seq: record.seq, record })),
      ];
      // the sort is stable: what leaves or is erased stands before records of the same number
      items.sort((a, b) => a.seq - b.seq);
      return { ...page, items, cursor, more: isCut };
    },
    'snapshot',
  );
}

interface Range {
  workspace: string;
  keys: readonly string[];
  after: number;
  limit: number;
}

/** Whole numbers only; one that is larger than a page is given whole. */
async function readWhole(tx: Tx, range: Range): Promise<{ rows: RecordRow[]; isCut: boolean }> {
  const { workspace, keys, after, limit } = range;
  const asked = {
    workspace,
    keys,
    where: 'r.seq > $4',
    parameters: [after],
    order: 'r.seq',
    limit,
  } as const;
  const { rows, isCut } = await readPage(tx, asked);
  if (!isCut) return { rows, isCut };
  const last = rows.at(-1)?.seq;
  const whole = rows.filter(({ seq }) => seq !== last);
  if (whole.length > 0) return { rows: whole, isCut };
  const all: RecordRow[] = [];
  for (let from: RecordRow | undefined; ; from = all.at(-1)) {
    const part = await readPage(tx, {
      ...asked,
      where: 'r.seq = $4 AND ($5::text IS NULL OR (r.entity, r.id) > ($5, $6::uuid))',
      parameters: [last, from?.entity ?? null, from?.id ?? null],
      order: 'r.entity, r.id',
      limit: PAGE_ITEMS,
    });
    all.push(...part.rows);
    if (!part.isCut) return { rows: all, isCut: true };
  }
}

/** Roots that lost a key of the member and are not seen by another one. */
async function readLeaves(tx: Tx, { workspace, keys, after }: Range, until: number): Promise<PullItem[]> {
  const { rows } = await tx.query<{ root: string; seq: number }>(
    `SELECT l.root_id AS root, max(l.seq) AS seq FROM sync.leave l
     WHERE l.workspace_id = $1 AND l.scope = ANY ($2::text[]) AND l.seq > $3 AND l.seq <= $4
       AND NOT EXISTS (SELECT 1 FROM sync.visibility v
         WHERE v.workspace_id = $1 AND v.root_id = l.root_id AND v.scope = ANY ($2::text[]))
     GROUP BY l.root_id`,
    [workspace, keys, after, until],
  );
  return rows.map(({ root, seq }) => ({ kind: 'leave', seq, root }));
}

/** For everybody: also who no longer sees a record may hold traces of it. */
async function readErasures(tx: Tx, { workspace, after }: Range, until: number): Promise<PullItem[]> {
  const { rows } = await tx.query<{ entity: string; id: string; seq: number }>(
    'SELECT entity, id, seq FROM sync.erasure WHERE workspace_id = $1 AND seq > $2 AND seq <= $3',
    [workspace, after, until],
  );
  return rows.map((row) => ({ kind: 'erase', ...row }));
}
