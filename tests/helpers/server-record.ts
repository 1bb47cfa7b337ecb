/** Records as a server would send them, made by hand. */
import { v7 } from 'uuid';
import type { Entity } from '#shared/entities/define.ts';
import type { UnitState, WireRecord } from '#shared/sync/wire.ts';

export const COLLEAGUE = '01990000-0000-7000-8000-00000000000b';

/** A stamp of the colleague's device. */
export function stampAt(ms: number): string {
  return `${ms.toString(16).padStart(12, '0')}0000${'b'.repeat(16)}`;
}

/** A record of the colleague's, created with these values. */
export function serverRecord(
  entity: Entity,
  seq: number,
  data: Record<string, unknown>,
  more: Partial<WireRecord> = {},
): WireRecord {
  const id = more.id ?? v7();
  const state: UnitState = { change: id, hlc: stampAt(1_000), actor: COLLEAGUE };
  const set = Object.entries(entity.units).filter(([, fields]) =>
    fields.some((field) => (data[field] ?? null) !== null),
  );
  const root =
    entity.root === 'workspace' ? null : entity.root === 'self' ? id : (data[entity.root] as string | null);
  return {
    entity: entity.name,
    id,
    root,
    seq,
    data,
    units: Object.fromEntries(set.map(([unit]) => [unit, state])),
    createdAt: 1_000,
    createdBy: COLLEAGUE,
    deletedAt: null,
    ...more,
  };
}

/** The record after another change of the colleague's. */
export function changedRecord(
  entity: Entity,
  record: WireRecord,
  seq: number,
  data: Record<string, unknown>,
  change = v7(),
): WireRecord {
  const state: UnitState = { change, hlc: stampAt(seq * 1_000), actor: COLLEAGUE };
  const units = Object.entries(entity.units).filter(([, fields]) => fields.some((field) => field in data));
  return {
    ...record,
    seq,
    data: { ...record.data, ...data },
    units: { ...record.units, ...Object.fromEntries(units.map(([unit]) => [unit, state])) },
  };
}
