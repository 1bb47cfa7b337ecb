/** One unit of an edit against the record's: who is in force, what was merged, what lost. */
import type { Entity } from '#shared/entities/define.ts';
import { UNSET } from './change.ts';
import { derivedId } from './derived-id.ts';
import { hlcAfter } from './hlc.ts';
import { isSame, isValid } from './merge-admit.ts';
import type { Clash } from './merge-conflict.ts';
import {
  type MergeInput,
  NEVER,
  type RecordState,
  type UnitValue,
  unitValue,
  type WrittenUnit,
} from './merge-state.ts';
import { isSetKind, mergeSets } from './merge-set.ts';
import type { UnitState, WireChange } from './wire.ts';

export interface UnitOutcome {
  readonly fate: 'applied' | 'merged' | 'lost';
  /** What is in force now; null when that has not changed. */
  readonly next: { readonly value: UnitValue; readonly state: UnitState } | null;
  readonly written: readonly WrittenUnit[];
  readonly clash: Clash | null;
}

/** The field of a unit that is one text, merged word by word. */
export function textFieldOf(entity: Entity, unit: string): string | null {
  return soleField(entity, unit, (kind) => kind === 'longText');
}

/** Whether the author of a change saw what stands in a unit. One that was never set belongs to the `create`. */
export function hasSeenUnit(record: RecordState, change: WireChange, unit: string): boolean {
  const seen = change.base?.[unit];
  const held = record.units[unit];
  return held ? seen === held.change : seen === change.record || seen === UNSET;
}

export function mergeUnit(
  entity: Entity,
  input: Pick<MergeInput, 'change' | 'bases' | 'mergedTexts'>,
  record: RecordState,
  unit: string,
  value: UnitValue,
): UnitOutcome {
  const { change } = input;
  const { id, actor } = change;
  const never: UnitState = { change: change.record, hlc: NEVER, actor: record.createdBy ?? actor };
  const current = record.units[unit] ?? never;
  const currentValue = unitValue(entity.units[unit] ?? [], record.data);
  const seen = change.base?.[unit];
  const hasSeen = hasSeenUnit(record, change, unit);
  const base = hasSeen ? { value: currentValue, hlc: current.hlc } : baseOf(entity, input, unit, seen);
  // later than what its author saw, whatever his clock says: so an edit never loses to what it was made over
  const hlc = hlcAfter(change.hlc, base?.hlc ?? NEVER);
  const own: UnitState = { change: id, hlc, actor };
  const written = (inForce: boolean): WrittenUnit => ({ unit, value, ...own, inForce });
  const wins = hasSeen || hlc > current.hlc || (hlc === current.hlc && id > current.change);

  if (wins && (hasSeen || isSame(value, currentValue))) {
    return { fate: 'applied', next: { value, state: own }, written: [written(true)], clash: null };
  }
  if (isSame(value, currentValue)) {
    return { fate: 'applied', next: null, written: [written(false)], clash: null };
  }
  const merged = mergedValue(entity, input, unit, base?.value ?? null, currentValue, value);
  if (merged) {
    const latest = hlc > current.hlc ? hlc : current.hlc;
    // the author may go on from what he wrote: a value that nobody wrote needs an id of its own
    const change = isSame(merged, value) ? id : derivedId('merge', id, current.change, unit);
    const state: UnitState = { change, hlc: latest, actor };
    if (isSame(merged, currentValue)) {
      return { fate: 'merged', next: null, written: [written(false)], clash: null };
    }
    const rows: WrittenUnit[] = [{ unit, value: merged, ...state, inForce: true }];
    if (change !== id) rows.unshift(written(false));
    return { fate: 'merged', next: { value: merged, state }, written: rows, clash: null };
  }
  const sides = [
    { value, state: own },
    { value: currentValue, state: current },
  ] as const;
  const [kept, lost] = wins ? sides : ([sides[1], sides[0]] as const);
  // an edit that names what it saw, and of this unit nothing: two bases were joined, and no value there is expendable
  const isUnseen = change.base !== null && seen === undefined;
  const isValue = (held: UnitValue) => Object.values(held).some((part) => part !== null);
  const clash: Clash | null =
    isContested(entity, unit, value, currentValue) || (isUnseen && isValue(currentValue))
      ? { kind: textFieldOf(entity, unit) ? 'text' : 'value', unit, before: base?.value ?? null, kept, lost }
      : null;
  return { fate: wins ? 'applied' : 'lost', next: wins ? sides[0] : null, written: [written(wins)], clash };
}

/** What the author saw. Of a unit that had no value, history has no row. */
function baseOf(
  entity: Entity,
  { bases, change }: Pick<MergeInput, 'change' | 'bases'>,
  unit: string,
  seen: string | undefined,
): MergeInput['bases'][string] {
  const known = bases[unit];
  if (known || (seen !== change.record && seen !== UNSET)) return known;
  return { value: unitValue(entity.units[unit] ?? [], {}), hlc: NEVER };
}

function mergedValue(
  entity: Entity,
  { mergedTexts }: Pick<MergeInput, 'mergedTexts'>,
  unit: string,
  base: UnitValue | null,
  current: UnitValue,
  incoming: UnitValue,
): UnitValue | null {
  const text = textFieldOf(entity, unit);
  if (text) {
    const words = mergedTexts[unit];
    return words && isValid(entity, { [text]: words.text }) ? { [text]: words.text } : null;
  }
  const set = soleField(entity, unit, isSetKind);
  if (!set) return null;
  const list = (value: UnitValue | null) => (value?.[set] ?? null) as unknown[] | null;
  const { kind } = entity.fields[set] as { kind: Parameters<typeof mergeSets>[0] };
  const merged = { [set]: mergeSets(kind, list(base), list(current), list(incoming)) };
  return isValid(entity, merged) ? merged : null;
}

function soleField(
  entity: Entity,
  unit: string,
  fits: (kind: Entity['fields'][string]['kind']) => boolean,
): string | null {
  const [field, ...more] = entity.units[unit] ?? [];
  const kind = field === undefined ? undefined : entity.fields[field]?.kind;
  return field !== undefined && more.length === 0 && kind && fits(kind) ? field : null;
}

/** Whether the one that lost goes to the conflict desk; history has it in any case. */
function isContested(entity: Entity, unit: string, a: UnitValue, b: UnitValue): boolean {
  const fields = entity.units[unit] ?? [];
  // two ticks of one item say the same; a tick against none is evidence against evidence
  if (entity.name === 'checklistItem' && unit === 'done')
    return (a['doneAt'] === null) !== (b['doneAt'] === null);
  return fields.some((field) => {
    const { important, kind } = entity.fields[field] ?? {};
    return important || kind === 'longText' || (kind && isSetKind(kind));
  });
}
