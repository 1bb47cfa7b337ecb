/** Between rows of `sync.record` and records as messages and the merge know them. */
import type { RecordState } from '#shared/sync/merge-state.ts';
import type { WireRecord } from '#shared/sync/wire.ts';

/** As `RECORD_COLUMNS` gives it: a record as it is sent. */
export type RecordRow = WireRecord;

/** Columns of `sync.record AS r` in the form of RecordRow. */
export const RECORD_COLUMNS = `r.entity, r.id, r.root_id AS root, r.seq, r.data, r.units,
  r.created_at AS "createdAt", r.created_by AS "createdBy", r.deleted_at AS "deletedAt"`;

/** A record where it stands in the workspace's order. */
export interface Held {
  readonly entity: string;
  readonly id: string;
  readonly seq: number;
  readonly state: RecordState;
}

export function heldOf(row: RecordRow): Held {
  const { entity, id, seq, root, data, units, createdAt, createdBy, deletedAt } = row;
  return { entity, id, seq, state: { root, data, units, createdAt, createdBy, deletedAt } };
}

export function rowOf({ entity, id, seq, state }: Held): RecordRow {
  return { entity, id, seq, ...state, data: withoutNulls(state.data), units: { ...state.units } };
}

/** Missing and null say the same; what is not stored need not be sent. */
function withoutNulls(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => (value ?? null) !== null));
}

export function keyOf(entity: string, id: string): string {
  return `${entity} ${id}`;
}
