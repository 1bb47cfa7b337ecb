/** One page of records that a member sees, bounded in rows and in bytes. */
import { MESSAGE_BYTES } from '#shared/sync/wire.ts';
import type { Tx } from '../data/transaction.ts';
import { RECORD_COLUMNS, type RecordRow } from './record-row.ts';

/** Room for what surrounds the records, and for `leave` and `erase` between them. */
const PAGE_BYTES = MESSAGE_BYTES - 64 * 1024;
/** What a record takes beside its data and units. */
const ROW_BYTES = 260;

export interface PageAsked {
  workspace: string;
  keys: readonly string[];
  /** A condition on `r`; its parameters begin with $4. */
  where: string;
  parameters: readonly unknown[];
  order: 'r.seq, r.entity, r.id' | 'r.entity, r.id';
  limit: number;
}

export interface Page {
  rows: RecordRow[];
  /** More than fitted. */
  isCut: boolean;
}

/** At least one record when there is any, however large it is. */
export async function readPage(tx: Tx, asked: PageAsked): Promise<Page> {
  const { workspace, keys, where, parameters, order, limit } = asked;
  const { rows } = await tx.query<RecordRow & { total: number; bytes?: number }>(
    `SELECT p.entity, p.id, p.root, p.seq, p.data, p.units, p."createdAt", p."createdBy", p."deletedAt", p.total
     FROM (
       SELECT r.*, row_number() OVER w AS place, count(*) OVER ()::int AS total,
         sum(octet_length(r.data::text) + octet_length(r.units::text) + ${ROW_BYTES}) OVER w AS bytes
       FROM (SELECT ${RECORD_COLUMNS} FROM sync.record r
             WHERE r.workspace_id = $1 AND ${seenBy(keys)} AND ${where} ORDER BY ${order} LIMIT $3) r
       WINDOW w AS (ORDER BY ${order} ROWS UNBOUNDED PRECEDING)
     ) p WHERE p.place = 1 OR (p.bytes <= ${PAGE_BYTES} AND p.place < $3) ORDER BY p.place`,
    [workspace, keys, limit + 1, ...parameters],
  );
  const isCut = rows.length < (rows[0]?.total ?? 0);
  return { rows: rows.map(({ total: _, ...row }) => row), isCut };
}

/** Condition that `r` is seen by the keys in $2; administrators hold a key of every root. */
export function seenBy(keys: readonly string[]): string {
  if (keys.includes('admin')) return '$2::text[] IS NOT NULL';
  return `(r.root_id IS NULL OR EXISTS (SELECT 1 FROM sync.visibility v
    WHERE v.workspace_id = r.workspace_id AND v.root_id = r.root_id AND v.scope = ANY ($2::text[])))`;
}
