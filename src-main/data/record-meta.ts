/**
 * The confirmed state of records: the server's `seq` and, per unit, the change that set it. Most units are those of
 * the `create`, whose change has the record's own id; they are stored as 1, the others as [change, stamp, author].
 */
import type { Database } from 'better-sqlite3';
import { hlcToHex } from '#shared/sync/hlc.ts';
import type { UnitState } from '#shared/sync/wire.ts';
import { statement } from './statement.ts';

type Packed = Record<string, 1 | [change: string, hlc: string, actor: string]>;

export interface Meta {
  seq: number;
  units: Packed;
}

export function readMeta(db: Database, entity: string, record: string): Meta | null {
  const row = statement<{ seq: number; units: string }>(
    db,
    'SELECT seq, units FROM record_meta WHERE entity = ? AND record = ?',
  ).get(entity, record);
  return row ? { seq: row.seq, units: JSON.parse(row.units) as Packed } : null;
}

export function writeMeta(
  db: Database,
  entity: string,
  record: string,
  seq: number,
  units: Readonly<Record<string, UnitState>>,
): void {
  statement(
    db,
    `INSERT INTO record_meta (entity, record, seq, units) VALUES (?, ?, ?, ?)
     ON CONFLICT (entity, record) DO UPDATE SET seq = excluded.seq, units = excluded.units`,
  ).run(entity, record, seq, packUnits(record, units));
}

export function packUnits(record: string, units: Readonly<Record<string, UnitState>>): string {
  const packed: Packed = {};
  for (const [unit, { change, hlc, actor }] of Object.entries(units))
    packed[unit] = change === record ? 1 : [change, hlc, actor];
  return JSON.stringify(packed);
}

/** The change of a unit; null when the record never had a value of it. */
export function changeOf({ units }: Meta, record: string, unit: string): string | null {
  const state = units[unit];
  if (state === undefined) return null;
  return state === 1 ? record : state[0];
}

const NO_DEVICE = '0'.repeat(16);

/** Whole state of a unit; that of the `create` where nothing else is known. `createdAt` in UTC milliseconds. */
export function stateOfUnit(
  meta: Meta | null,
  record: string,
  unit: string,
  { createdAt, createdBy }: { createdAt: number; createdBy: string | null },
): UnitState {
  const state = meta?.units[unit];
  if (state !== undefined && state !== 1) {
    const [change, hlc, actor] = state;
    return { change, hlc, actor };
  }
  const hlc = hlcToHex({ ms: createdAt, counter: 0 }, NO_DEVICE);
  return { change: record, hlc, actor: createdBy ?? record };
}

/** Per unit the change that set it, from the stored text. */
export function unpackChanges(record: string, stored: string): Record<string, { change: string }> {
  const packed = JSON.parse(stored) as Packed;
  return Object.fromEntries(
    Object.entries(packed).map(([unit, state]) => [unit, { change: state === 1 ? record : state[0] }]),
  );
}
