/** What a merge is given and what comes out of it. */
import type { Entity } from '#shared/entities/define.ts';
import type { ChangeStatus, RejectReason, UnitState, WireChange } from './wire.ts';

/** The whole of one unit: {field: value}, missing values null. */
export type UnitValue = Readonly<Record<string, unknown>>;

/** A record without what the server's feed adds to it. */
export interface RecordState {
  readonly root: string | null;
  readonly data: UnitValue;
  /** Per unit; the deletion stands under `$deleted`. A unit that was null at the `create` has no entry. */
  readonly units: Readonly<Record<string, UnitState>>;
  readonly createdAt: number;
  readonly createdBy: string | null;
  readonly deletedAt: number | null;
}

/** A value out of history: as its author wrote it, with the stamp that the server gave it. */
export interface KnownBase {
  readonly value: UnitValue;
  readonly hlc: string;
}

export interface MergeInput {
  /** Undefined when this version does not know it. */
  readonly entity: Entity | undefined;
  /** Its stamp no longer ahead of the server's clock (restamp.ts). */
  readonly change: WireChange;
  readonly record: RecordState | null;
  /** Per unit the value that the user saw, for those of `neededBases`; missing when history has none. */
  readonly bases: Readonly<Record<string, KnownBase | undefined>>;
  /** Per unit of text the result of the word merge; missing or null where the edits overlap or it took too long. */
  readonly mergedTexts: Readonly<Record<string, { readonly text: string | null } | null | undefined>>;
  /** UTC milliseconds. */
  readonly serverNow: number;
  /** Of a `delete`: what another device did to the record, or to anything under it, after `seen`. */
  readonly changedSince: UnitState | null;
  readonly isErased: boolean;
}

/** A row of history: what was written, and whether it is now in force. */
export interface WrittenUnit {
  readonly unit: string;
  /** Id of the change; of a merged value a derived id, for nobody wrote that value. */
  readonly change: string;
  /** {field: value}; of `$deleted` whether it was deleted. */
  readonly value: UnitValue | boolean;
  readonly hlc: string;
  readonly actor: string;
  readonly inForce: boolean;
}

/** A record of the entity `conflict`. One whose id exists already is the same conflict. */
export interface NewConflict {
  readonly id: string;
  readonly record: RecordState;
}

export interface MergeOutcome {
  readonly status: ChangeStatus;
  /** Set when rejected. */
  readonly reason: RejectReason | null;
  /** The next state: the very object that was given when nothing changed. */
  readonly record: RecordState | null;
  readonly written: readonly WrittenUnit[];
  readonly conflicts: readonly NewConflict[];
}

/** Stands for the stamp of what was never set. */
export const NEVER: string = '0'.repeat(32);

/** The fields of a unit out of a record's, missing ones null. */
export function unitValue(fields: readonly string[], data: UnitValue): UnitValue {
  return Object.fromEntries(fields.map((field) => [field, data[field] ?? null]));
}
