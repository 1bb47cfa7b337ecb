/** One page of records that a member sees, bounded in rows and in bytes. */
import { MESSAGE_BYTES } from '#shared/sync/wire.ts';
import type { Tx } from '../data/transaction.ts';
import type { Known } from './answer.ts';
import type { RecordRow } from './record-row.ts';

/** Room for what surrounds the records, and for `leave` and `erase` between them. */
const PAGE_BYTES = MESSAGE_BYTES - 64 * 1024;
/** A record takes about 1.2 kB: a message rarely holds more, and those read beyond it are read in vain. */
const PAGE_ROWS = 1_000;
/** What a record takes beside its data and units. */
const ROW_BYTES = 260;

export interface PageAsked {
  workspace: string;
  keys: readonly string[];
  /** A condition on `r`; its parameters begin with $4. */
  where: string;
  parameters: readonly unknown[];
  order: 'r.seq' | 'r.entity, r.id';
  limit: number;
}

export interface Page {
  rows: RecordRow[];
  /** More than fitted. */
  isCut: boolean;
}

/** At least one record when there is any, however large it is. */
export async function readPage(tx: Tx, asked: PageAsked): Promise<Page> {
  const { workspace, keys, where, parameters, order } = asked;
  const limit = Math.min(asked.limit, PAGE_ROWS);
  // JSON is made once, below the limit; its size and its text are read from that
  const { rows } = await tx.query<Texts & { total: number }>(
    `SELECT p.* FROM (
       SELECT r.*, row_number() OVER w AS place, count(*) OVER ()::int AS total,
         sum(octet_length(r.data) + octet_length(r.units) + ${ROW_BYTES}) OVER w AS bytes
       FROM (SELECT r.entity, r.id, r.root_id AS root, r.seq, r.data::text AS data, r.units::text AS units,
               r.created_at AS "createdAt", r.created_by AS "createdBy", r.deleted_at AS "deletedAt"
             FROM sync.record r
             WHERE r.workspace_id = $1 AND ${seenBy(keys)} AND ${where} ORDER BY ${order} LIMIT $3) r
       WINDOW w AS (ORDER BY ${order} ROWS UNBOUNDED PRECEDING)
     ) p WHERE p.place = 1 OR (p.bytes <= ${PAGE_BYTES} AND p.place < $3) ORDER BY p.place`,
    [workspace, keys, limit + 1, ...parameters],
  );
  return { rows: rows.map(rowOf), isCut: rows.length < (rows[0]?.total ?? 0) };
}

type Texts = Omit<Known<RecordRow>, 'data' | 'units'> & { data: string; units: string };

function rowOf({ entity, id, root, seq, data, units, createdAt, createdBy, deletedAt }: Texts): RecordRow {
  return {
    entity,
    id,
    root,
    seq,
    data: JSON.parse(data) as RecordRow['data'],
    units: JSON.parse(units) as RecordRow['units'],
    createdAt,
    createdBy,
    deletedAt,
  };
}

/**
 * Condition that `r` is seen by the keys in $2; administrators hold a key of every root. `OFFSET 0`: each root is looked
 * up by itself, where PostgreSQL would else gather all that is seen for every page.
 */
export function seenBy(keys: readonly string[]): string {
  if (keys.includes('admin')) return '$2::text[] IS NOT NULL';
  return `(r.root_id IS NULL OR EXISTS (SELECT 1 FROM sync.visibility v
    WHERE v.workspace_id = r.workspace_id AND v.root_id = r.root_id AND v.scope = ANY ($2::text[]) OFFSET 0))`;
}
