/**
 * The change rows of one transaction. A change that is not acknowledged is the outbox; an edit folds into the
 * record's unsent create, or into its newest unsent change when that stands alone in its transaction.
 */
import type { Database } from 'better-sqlite3';
import { type Entity, rootOf } from '#shared/entities/define.ts';
import type { ChangeKind } from '#shared/sync/change.ts';
import { DELETED_UNIT } from '#shared/sync/change.ts';
import type { Row } from './codec.ts';
import { changeOf, readMeta } from './record-meta.ts';
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

/** The record and the one that permission for it stands on. */
export function subjectOf(entity: Entity, id: string, record: Row): Subject {
  return { entity: entity.name, record: id, root: rootOf(entity, id, record) };
}

const INSERT = `INSERT INTO change (id, entity, record, root, kind, units, base, hlc, txn, action, seen)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export function appendChange(
  db: Database,
  { entity, record, root }: Subject,
  kind: ChangeKind,
  id: string,
  stamp: Stamp,
  units: Units | null,
  base: Record<string, string> | null,
  seen: number | null = null,
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
    seen,
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
  const before = JSON.parse(into.units ?? '{}') as Units;
  const mergedUnits = { ...before, ...units };
  // A unit that was written without having been seen stays so.
  const seenNow = Object.entries(base).filter(([unit]) => !before[unit]);
  const mergedBase = {
    ...Object.fromEntries(seenNow),
    ...(JSON.parse(into.base ?? '{}') as Record<string, string>),
  };
  statement(db, 'UPDATE change SET units = ?, base = ?, hlc = ? WHERE ord = ?').run(
    JSON.stringify(mergedUnits),
    JSON.stringify(mergedBase),
    hlc,
    into.ord,
  );
}

/**
 * The change whose value of the unit the user sees: the newest one written here that is not acknowledged, the confirmed one, or the create.
 */
export function baseOf(db: Database, entity: string, record: string, unit: string): string {
  const meta = readMeta(db, entity, record);
  const isDeletion = unit === DELETED_UNIT;
  const touching = isDeletion
    ? `kind IN ('delete', 'restore')`
    : `kind = 'set' AND json_type(units, ?) NOTNULL`;
  const here = statement<{ id: string }>(
    db,
    `SELECT id FROM change WHERE record = ? AND seq IS NULL AND kind <> 'create' AND ${touching}
     ORDER BY ord DESC LIMIT 1`,
  ).get(record, ...(isDeletion ? [] : [`$."${unit}"`]));
  return here?.id ?? (meta && changeOf(meta, record, unit)) ?? record;
}

/** What edits of the record are based on: each unit, and the deletion that was taken back, when there was one. */
export function basesOf(
  db: Database,
  entity: string,
  record: string,
  units: readonly string[],
): Record<string, string> {
  const base = Object.fromEntries(units.map((unit) => [unit, baseOf(db, entity, record, unit)]));
  const deletion = baseOf(db, entity, record, DELETED_UNIT);
  return deletion === record ? base : { ...base, [DELETED_UNIT]: deletion };
}
