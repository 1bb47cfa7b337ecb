/**
 * The change rows of one transaction. A change that is not acknowledged is the outbox; an edit folds into the
 * record's unsent create, or into its newest unsent change when that stands alone in its transaction.
 */
import type { Database } from 'better-sqlite3';
import type { ChangeKind } from '#shared/sync/change.ts';
import { statement } from './statement.ts';

export type Units = Record<string, Record<string, unknown>>;

export interface ChangeRow {
  ord: number;
  id: string;
  kind: ChangeKind;
  units: string | null;
  base: string | null;
  txn: string;
}

export interface Stamp {
  hlc: Buffer;
  txn: string;
  /** Number of the action. */
  action: number;
}

export interface Subject {
  entity: string;
  record: string;
  root: string | null;
}

const INSERT = `INSERT INTO change (id, entity, record, root, kind, units, base, hlc, txn, action)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export function appendChange(
  db: Database,
  { entity, record, root }: Subject,
  kind: ChangeKind,
  id: string,
  stamp: Stamp,
  units: Units | null,
  base: Record<string, string> | null,
): void {
  statement(db, INSERT).run(
    id,
    entity,
    record,
    root,
    kind,
    units && JSON.stringify(units),
    base && JSON.stringify(base),
    stamp.hlc,
    stamp.txn,
    stamp.action,
  );
}

/** The change that an edit of the record may fold into; `create` when its row is still the payload. */
export function foldable(db: Database, record: string): ChangeRow | null {
  const create = statement<ChangeRow>(
    db,
    `SELECT ord, id, kind, units, base, txn FROM change WHERE id = ? AND kind = 'create' AND n IS NULL AND seq IS NULL`,
  ).get(record);
  if (create) return create;
  const newest = statement<ChangeRow>(
    db,
    `SELECT ord, id, kind, units, base, txn FROM change
     WHERE record = ? AND kind <> 'create' AND n IS NULL AND seq IS NULL ORDER BY ord DESC LIMIT 1`,
  ).get(record);
  if (newest?.kind !== 'set') return null;
  const shared = statement(db, 'SELECT 1 FROM change WHERE ord IN (?, ?) AND txn = ?');
  return shared.get(newest.ord - 1, newest.ord + 1, newest.txn) ? null : newest;
}

/** First base, last value. */
export function foldInto(
  db: Database,
  into: ChangeRow,
  units: Units,
  base: Record<string, string>,
  hlc: Buffer,
): void {
  const mergedUnits = { ...(JSON.parse(into.units ?? '{}') as Units), ...units };
  const mergedBase = { ...base, ...(JSON.parse(into.base ?? '{}') as Record<string, string>) };
  statement(db, 'UPDATE change SET units = ?, base = ?, hlc = ? WHERE ord = ?').run(
    JSON.stringify(mergedUnits),
    JSON.stringify(mergedBase),
    hlc,
    into.ord,
  );
}

/** The change whose value of the unit the user sees: the last one written here, the confirmed one, or the create. */
export function baseOf(db: Database, entity: string, record: string, unit: string): string {
  const here = statement<{ change: string }>(
    db,
    'SELECT change FROM history WHERE record = ? AND unit = ? ORDER BY id DESC LIMIT 1',
  ).get(record, unit);
  if (here) return here.change;
  const confirmed = statement<{ units: string }>(
    db,
    'SELECT units FROM record_meta WHERE entity = ? AND record = ?',
  ).get(entity, record);
  const units = confirmed && (JSON.parse(confirmed.units) as Record<string, { change: string }>);
  return units?.[unit]?.change ?? record;
}
