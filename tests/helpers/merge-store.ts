/** Records and their history in memory, changed by the real merge: what the server does, without its database. */
import { entities } from '#shared/entities/index.ts';
import type { Entity } from '#shared/entities/define.ts';
import { hlcToHex } from '#shared/sync/hlc.ts';
import { mergeChange, neededBases } from '#shared/sync/merge.ts';
import type { KnownBase, MergeInput, MergeOutcome, RecordState } from '#shared/sync/merge-state.ts';
import { type WireChange, wireChange } from '#shared/sync/wire.ts';

/** Monday, 8 January 2024, 9:00 UTC. */
export const NOW = Date.UTC(2024, 0, 8, 9);
export const MINUTE = 60_000;

/** A UUID that tests can read: of a kind and a number. */
export function idOf(kind: string, number: number): string {
  const code = [...kind].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return `${code.toString(16).padStart(8, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

export function deviceOf(number: number): string {
  return number.toString(16).padStart(16, '0');
}

/** A stamp so many minutes after NOW. */
export function stampAt(minutes: number, device = 1): string {
  return hlcToHex({ ms: NOW + minutes * MINUTE, counter: 0 }, deviceOf(device));
}

type Given = Pick<WireChange, 'id' | 'entity' | 'kind'> &
  Partial<WireChange> & { minutes?: number; by?: number };

/** A change as a device sends it, checked against the message; `by` numbers the device and its member. */
export function changeOf({ minutes = 0, by = 1, ...given }: Given): WireChange {
  const record = given.record ?? given.id;
  return wireChange.parse({
    record,
    root: record,
    units: null,
    base: null,
    seen: null,
    hlc: stampAt(minutes, by),
    at: NOW + minutes * MINUTE,
    n: 1,
    txn: given.id,
    action: given.id,
    actor: idOf('member', by),
    ...given,
  });
}

export class MergeStore {
  readonly records = new Map<string, RecordState>();
  readonly conflicts = new Map<string, RecordState>();
  /** By record, unit and change. */
  readonly history = new Map<string, KnownBase>();
  now = NOW + 60 * MINUTE;

  record(id: string): RecordState {
    const found = this.records.get(id);
    if (!found) throw new Error(`no record ${id}`);
    return found;
  }

  apply(change: WireChange, given: Partial<MergeInput> = {}): MergeOutcome {
    const entity = (entities as Record<string, Entity | undefined>)[change.entity];
    const record = this.records.get(change.record) ?? null;
    const bases = Object.fromEntries(
      (entity ? neededBases(entity, change, record) : []).map((needed) => [
        needed.unit,
        this.history.get(`${change.record} ${needed.unit} ${needed.change}`),
      ]),
    );
    const outcome = mergeChange({
      entity,
      change,
      record,
      bases,
      mergedTexts: {},
      serverNow: this.now,
      changedSince: null,
      isErased: false,
      ...given,
    });
    if (outcome.record) this.records.set(change.record, outcome.record);
    for (const { unit, change: by, value, hlc } of outcome.written) {
      if (typeof value !== 'boolean') this.history.set(`${change.record} ${unit} ${by}`, { value, hlc });
    }
    for (const { id, record: about } of outcome.conflicts) this.conflicts.set(id, about);
    return outcome;
  }
}
