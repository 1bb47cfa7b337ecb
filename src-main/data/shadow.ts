/**
 * Values that stand behind what the screen shows: a pending edit wins there, and the confirmed value of its unit
 * waits here until the edit is acknowledged or set aside. So does what was sent of a `create` that is not yet confirmed.
 */
import type { Database } from 'better-sqlite3';
import { DELETED_UNIT } from '#shared/sync/change.ts';
import type { UnitState } from '#shared/sync/wire.ts';
import type { Row } from './codec.ts';
import { readMeta, stateOfUnit } from './record-meta.ts';
import { statement } from './statement.ts';

export interface Shadow extends UnitState {
  unit: string;
  /** JSON: {field: value}; of the deletion its time or null. */
  value: string;
}

export function shadowsOf(db: Database, entity: string, record: string): Shadow[] {
  return statement<Shadow>(
    db,
    'SELECT unit, value, change, hlc, actor FROM shadow WHERE entity = ? AND record = ?',
  ).all(entity, record);
}

export function writeShadow(
  db: Database,
  entity: string,
  record: string,
  unit: string,
  value: unknown,
  { change, hlc, actor }: UnitState,
): void {
  statement(
    db,
    `INSERT INTO shadow (entity, record, unit, value, change, hlc, actor) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (entity, record, unit) DO UPDATE SET value = excluded.value, change = excluded.change,
       hlc = excluded.hlc, actor = excluded.actor`,
  ).run(entity, record, unit, JSON.stringify(value), change, hlc, actor);
}

export function dropShadow(db: Database, entity: string, record: string, unit: string): void {
  statement(db, 'DELETE FROM shadow WHERE entity = ? AND record = ? AND unit = ?').run(entity, record, unit);
}

/** Before an edit here: what the server has of these units, where it has the record or is being sent it. */
export function keepConfirmed(
  db: Database,
  entity: string,
  record: Row,
  before: Readonly<Record<string, unknown>>,
): void {
  const id = String(record['id']);
  const meta = readMeta(db, entity, id);
  if (!meta && !isSentCreate(db, id)) return;
  const known = new Set(shadowsOf(db, entity, id).map(({ unit }) => unit));
  const created = { createdAt: Number(record['createdAt']), createdBy: record['createdBy'] as string | null };
  for (const [unit, value] of Object.entries(before))
    if (!known.has(unit)) writeShadow(db, entity, id, unit, value, stateOfUnit(meta, id, unit, created));
}

function isSentCreate(db: Database, id: string): boolean {
  return (
    statement(db, `SELECT 1 FROM change WHERE id = ? AND kind = 'create' AND n IS NOT NULL`).get(id) !==
    undefined
  );
}

/** The record as the server has it, or was sent it: shadows in place of what the screen shows. */
export function confirmedRecord(db: Database, entity: string, record: Row): Row {
  const confirmed = { ...record };
  for (const { unit, value } of shadowsOf(db, entity, String(record['id']))) {
    const behind = JSON.parse(value) as unknown;
    if (unit === DELETED_UNIT) confirmed['deletedAt'] = behind;
    else Object.assign(confirmed, behind);
  }
  return confirmed;
}
