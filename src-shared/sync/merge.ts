/**
 * The rules by which the server merges a change into a record (docs/sync.md): one pure function, the same for the server
 * and for the tests. What loses is kept, in history always and on the conflict desk where it matters.
 */
import type { Entity } from '#shared/entities/define.ts';
import { DELETED_UNIT } from './change.ts';
import { hlcAfter } from './hlc.ts';
import { asCopy } from './derived-id.ts';
import { type AdmittedUnits, admitValues, isSame } from './merge-admit.ts';
import { newConflict, type Side } from './merge-conflict.ts';
import {
  type MergeInput,
  type MergeOutcome,
  NEVER,
  type NewConflict,
  type RecordState,
  type UnitValue,
  type WrittenUnit,
} from './merge-state.ts';
import { hasSeenUnit, mergeUnit, textFieldOf } from './merge-unit.ts';
import { momentAt } from './restamp.ts';
import type { RejectReason, UnitState, WireChange } from './wire.ts';

/** What the caller looks up in history before it merges: the value of `change` for each of these units. */
export function neededBases(
  entity: Entity,
  change: WireChange,
  record: RecordState | null,
): { unit: string; change: string; isText: boolean }[] {
  if (!record) return [];
  return Object.keys(change.units ?? {}).flatMap((unit) => {
    const seen = change.base?.[unit];
    if (seen === undefined || hasSeenUnit(record, change, unit)) return [];
    return [{ unit, change: seen, isText: textFieldOf(entity, unit) !== null }];
  });
}

export function mergeChange(input: MergeInput): MergeOutcome {
  const { entity, change, record } = input;
  if (input.isErased) return { ...nothing(input), status: 'erased' };
  if (!entity) return rejected(input, 'unknownEntity');
  // the server alone says what is in conflict; a member resolves it
  if (entity.name === 'conflict' && change.kind !== 'set') return rejected(input, 'notAllowed');
  if (change.kind === 'create' || change.kind === 'set') {
    if (!record && change.kind === 'set') return rejected(input, 'unknownRecord');
    const admitted = admitValues(entity, change, record);
    if ('reason' in admitted) return rejected(input, admitted.reason);
    return record ? mergeValues(entity, input, record, admitted.units) : created(input, admitted.units);
  }
  if (!record) return rejected(input, 'unknownRecord');
  if (change.kind === 'delete') return deleted(input, record);
  return change.kind === 'restore' ? restored(input, record) : erased(entity, input, record);
}

/**
 * The root of a `create` or `set` that somebody deleted meanwhile: who had seen that could not write under it, so it
 * comes back, with a conflict. Null when it is not deleted, or erased.
 */
export function restoreRoot(
  input: Pick<MergeInput, 'change' | 'serverNow'>,
  root: { readonly entity: string; readonly id: string; readonly record: RecordState },
): MergeOutcome | null {
  const deletion = root.record.units[DELETED_UNIT];
  const { change, serverNow } = input;
  if (root.record.deletedAt === null || !deletion || isErasure(root.record, deletion)) return null;
  const about = { change: { ...change, entity: root.entity, record: root.id }, serverNow };
  return revived(about, root.record, deletion, root.record.data);
}

/** An erasure wrote over values too, and is final. */
function isErasure({ units }: RecordState, { change }: UnitState): boolean {
  return Object.entries(units).some(([unit, state]) => unit !== DELETED_UNIT && state.change === change);
}

function created({ change, serverNow }: MergeInput, units: AdmittedUnits): MergeOutcome {
  const { id, hlc, actor, at, root } = change;
  const set = Object.entries(units).filter(([, value]) => Object.values(value).some((v) => v !== null));
  const state: UnitState = { change: id, hlc, actor };
  const record: RecordState = {
    root,
    data: Object.assign({}, ...Object.values(units)) as UnitValue,
    units: Object.fromEntries(set.map(([unit]) => [unit, state])),
    createdAt: momentAt(at, serverNow),
    createdBy: actor,
    deletedAt: null,
  };
  const written = set.map(([unit, value]) => ({ unit, value, ...state, inForce: true }));
  return { status: 'applied', reason: null, record, written, conflicts: [] };
}

/** The units of an edit, or of a `create` whose record exists already: one more edit that saw nothing. */
function mergeValues(
  entity: Entity,
  input: MergeInput,
  record: RecordState,
  units: AdmittedUnits,
): MergeOutcome {
  const { change } = input;
  const isAgain = change.kind === 'create';
  const given = Object.entries(units).filter(([, value]) => !isAgain || !isHeld(value, record.data));
  if (given.length === 0) return { ...nothing(input), status: 'duplicate' };
  // its values stand in history under the id of the first one
  const own = isAgain && change.id === change.record ? asCopy(change) : change;
  const seen = { ...input, change: own };
  const outcomes = given.map(([unit, value]) => mergeUnit(entity, seen, record, unit, value));
  const data = { ...record.data };
  const states: Record<string, UnitState> = { ...record.units };
  outcomes.forEach(({ next }, index) => {
    if (!next) return;
    Object.assign(data, next.value);
    states[given[index]?.[0] ?? ''] = next.state;
  });
  const conflicts = outcomes.flatMap(({ clash }) => (clash ? [newConflict(seen, record.root, clash)] : []));
  const fates = new Set(outcomes.map(({ fate }) => fate));
  const merged: MergeOutcome = {
    status: statusOf(fates, conflicts),
    reason: null,
    record: outcomes.some(({ next }) => next) ? { ...record, data, units: states } : record,
    written: outcomes.flatMap(({ written }) => written),
    conflicts,
  };
  const deletion = record.units[DELETED_UNIT];
  if (record.deletedAt === null || !deletion || change.base?.[DELETED_UNIT] === deletion.change) {
    return merged;
  }
  const alive = revived(input, merged.record ?? record, deletion, Object.assign({}, ...Object.values(units)));
  return {
    ...alive,
    written: [...merged.written, ...alive.written],
    conflicts: [...conflicts, ...alive.conflicts],
  };
}

/** Whether a unit of a repeated `create` says nothing new. */
function isHeld(value: UnitValue, data: UnitValue): boolean {
  return Object.entries(value).every(([field, own]) => own === null || isSame(own, data[field]));
}

function statusOf(
  fates: ReadonlySet<string>,
  conflicts: readonly NewConflict[],
): 'conflict' | 'merged' | 'superseded' | 'applied' {
  if (conflicts.length > 0) return 'conflict';
  if (fates.has('merged') || (fates.has('lost') && fates.size > 1)) return 'merged';
  return fates.has('lost') ? 'superseded' : 'applied';
}

function deleted(input: MergeInput, record: RecordState): MergeOutcome {
  const { change, serverNow, changedSince } = input;
  const own = deletionState(change, record);
  if (record.deletedAt !== null) {
    return { ...nothing(input), status: 'superseded', written: [deletionRow(own, true, false)] };
  }
  if (!changedSince) return withDeletion(record, own, momentAt(change.at, serverNow));
  const kept: Side = { value: heldValues(record.data), state: changedSince };
  const lost: Side = { value: null, state: own };
  const clash = { kind: 'deleted', unit: DELETED_UNIT, before: null, kept, lost } as const;
  return {
    status: 'conflict',
    reason: null,
    record,
    written: [deletionRow(own, true, false)],
    conflicts: [newConflict(input, record.root, clash)],
  };
}

function restored(input: MergeInput, record: RecordState): MergeOutcome {
  const own = deletionState(input.change, record);
  if (record.deletedAt !== null) return withDeletion(record, own, null);
  return { ...nothing(input), status: 'superseded', written: [deletionRow(own, false, false)] };
}

/** Back after a deletion that the author of the change had not seen; `value` is what he wrote. */
function revived(
  input: Pick<MergeInput, 'change' | 'serverNow'>,
  record: RecordState,
  deletion: UnitState,
  value: UnitValue,
): MergeOutcome {
  const own = deletionState(input.change, record);
  const clash = {
    kind: 'deleted',
    unit: DELETED_UNIT,
    before: null,
    kept: { value: heldValues(value), state: own },
    lost: { value: null, state: deletion },
  } as const;
  return {
    ...withDeletion(record, own, null),
    status: 'conflict',
    conflicts: [newConflict(input, record.root, clash)],
  };
}

/** Nothing personal is left: the record stays as a deleted one, so that what points to it finds it. */
function erased(entity: Entity, input: MergeInput, record: RecordState): MergeOutcome {
  const { change, serverNow } = input;
  const own = deletionState(change, record);
  const data: Record<string, unknown> = { ...record.data };
  const units: Record<string, UnitState> = { ...record.units, [DELETED_UNIT]: own };
  for (const [unit, fields] of Object.entries(entity.units)) {
    const personal = fields.filter((field) => entity.fields[field]?.personal);
    for (const field of personal) data[field] = entity.fields[field]?.required ? '' : null;
    if (personal.length > 0) {
      units[unit] = { ...own, hlc: hlcAfter(change.hlc, record.units[unit]?.hlc ?? NEVER) };
    }
  }
  const deletedAt = record.deletedAt ?? momentAt(change.at, serverNow);
  return {
    status: 'applied',
    reason: null,
    record: { ...record, data, units, deletedAt },
    written: [deletionRow(own, true, true)],
    conflicts: [],
  };
}

function deletionState({ id, hlc, actor }: WireChange, record: RecordState): UnitState {
  return { change: id, hlc: hlcAfter(hlc, record.units[DELETED_UNIT]?.hlc ?? NEVER), actor };
}

function withDeletion(record: RecordState, own: UnitState, deletedAt: number | null): MergeOutcome {
  return {
    status: 'applied',
    reason: null,
    record: { ...record, deletedAt, units: { ...record.units, [DELETED_UNIT]: own } },
    written: [deletionRow(own, deletedAt !== null, true)],
    conflicts: [],
  };
}

function deletionRow(state: UnitState, value: boolean, inForce: boolean): WrittenUnit {
  return { unit: DELETED_UNIT, value, ...state, inForce };
}

function heldValues(data: UnitValue): UnitValue {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}

function nothing({ record }: MergeInput): Omit<MergeOutcome, 'status'> {
  return { reason: null, record, written: [], conflicts: [] };
}

function rejected(input: MergeInput, reason: RejectReason): MergeOutcome {
  return { ...nothing(input), status: 'rejected', reason };
}
