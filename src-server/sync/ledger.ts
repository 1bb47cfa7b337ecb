/**
 * What a push will write, kept in memory until all of it is known: a txn writes into a ledger of its own, which is
 * dropped when the txn is refused and absorbed when it stands.
 */
import { DELETED_UNIT } from '#shared/sync/change.ts';
import type { Entity } from '#shared/entities/define.ts';
import type { MergeOutcome, NewConflict, RecordState } from '#shared/sync/merge-state.ts';
import { unitValue } from '#shared/sync/merge-state.ts';
import type { ChangeStatus, RejectReason, WireChange } from '#shared/sync/wire.ts';
import { type Held, keyOf } from './record-row.ts';

export interface HistoryRow {
  entity: string;
  id: string;
  unit: string;
  change: string;
  value: unknown;
  hlc: string;
  seq: number;
  actor: string;
}

export interface LogRow {
  /** Of the copy, when the change came under an id that says something else. */
  change: WireChange;
  /** As the device named it. */
  id: string;
  n: number;
  seq: number;
  status: ChangeStatus;
  reason: RejectReason | null;
  root: string | null;
  content: string;
}

type Stamped = Pick<HistoryRow, 'unit' | 'change' | 'hlc' | 'actor'>;

export class Ledger {
  readonly records = new Map<string, Held>();
  readonly history = new Map<string, HistoryRow>();
  readonly conflicts = new Map<string, NewConflict & { seq: number }>();
  readonly log: LogRow[] = [];
  readonly erased = new Map<string, { entity: string; id: string; seq: number; change: WireChange }>();
  /** Clients and persons whose keys must be looked at, and those that are new (sight.ts). */
  readonly clients = new Set<string>();
  readonly contacts = new Set<string>();
  /** Those that hand-overs name, before and after. */
  readonly handed = new Set<string>();
  readonly fresh = new Set<string>();
  readonly #below: Ledger | undefined;

  constructor(below?: Ledger) {
    this.#below = below;
  }

  find(entity: string, id: string): Held | undefined {
    return this.records.get(keyOf(entity, id)) ?? this.#below?.find(entity, id);
  }

  /** The value of a change that was overwritten, or lost, within this push. */
  pastValue(entity: string, id: string, unit: string, change: string): HistoryRow | undefined {
    return (
      this.history.get(pastKey(entity, id, unit, change)) ?? this.#below?.pastValue(entity, id, unit, change)
    );
  }

  isFresh(root: string): boolean {
    return this.fresh.has(root) || (this.#below?.isFresh(root) ?? false);
  }

  isErased(entity: string, id: string): boolean {
    return this.erased.has(keyOf(entity, id)) || (this.#below?.isErased(entity, id) ?? false);
  }

  /** Takes the next state of a record, what stood there before into history, and the conflicts that arose. */
  take(entity: Entity, id: string, before: RecordState | null, outcome: MergeOutcome, seq: number): void {
    const { record: after, written, conflicts } = outcome;
    for (const row of written) if (!row.inForce) this.#remember(entity, id, row, row.value, seq);
    for (const conflict of conflicts) this.conflicts.set(conflict.id, { ...conflict, seq });
    if (!after || (after === before && outcome.status === 'duplicate')) return;
    // Also when the change lost: by the record's number its device knows that this state has heard of the change.
    this.records.set(keyOf(entity.name, id), { entity: entity.name, id, seq, state: after });
    if (after === before) return;
    for (const [unit, state] of Object.entries(before?.units ?? {})) {
      if (!before || after.units[unit]?.change === state.change) continue;
      const value =
        unit === DELETED_UNIT ? before.deletedAt !== null : unitValue(entity.units[unit] ?? [], before.data);
      this.#remember(entity, id, { unit, ...state }, value, seq);
    }
    this.#noteSight(entity, id, before, after);
  }

  absorb(other: Ledger): void {
    for (const [key, value] of other.records) this.records.set(key, value);
    for (const [key, value] of other.history) this.history.set(key, value);
    for (const [key, value] of other.conflicts) this.conflicts.set(key, value);
    for (const [key, value] of other.erased) this.erased.set(key, value);
    this.log.push(...other.log);
    for (const id of other.clients) this.clients.add(id);
    for (const id of other.contacts) this.contacts.add(id);
    for (const id of other.handed) this.handed.add(id);
    for (const id of other.fresh) this.fresh.add(id);
  }

  #remember(entity: Entity, id: string, state: Stamped, value: unknown, seq: number): void {
    const { unit, change, hlc, actor } = state;
    const key = pastKey(entity.name, id, unit, change);
    if (!this.history.has(key))
      this.history.set(key, { entity: entity.name, id, unit, change, value, hlc, seq, actor });
  }

  #noteSight(entity: Entity, id: string, before: RecordState | null, after: RecordState): void {
    if (entity.root === 'self' && !before) this.fresh.add(id);
    const isMoved = ['owner', 'territory'].some((field) => before?.data[field] !== after.data[field]);
    if (entity.name === 'client' && (!before || isMoved)) this.clients.add(id);
    if (entity.name === 'contact' && !before) this.contacts.add(id);
    if (entity.name === 'handover')
      for (const { data } of before ? [before, after] : [after])
        for (const handed of (data['clients'] as string[] | undefined) ?? []) this.handed.add(handed);
    // Who sees one of two merged records sees both, as long as neither is deleted (merged-sight.ts).
    if ('mergedInto' in entity.fields) {
      const touched = entity.name === 'client' ? this.clients : this.contacts;
      const ends = [before?.data['mergedInto'] ?? null, after.data['mergedInto'] ?? null];
      if (ends[0] !== ends[1] || (before && before.deletedAt !== after.deletedAt)) touched.add(id);
      if (ends[0] !== ends[1]) for (const end of ends) if (typeof end === 'string') touched.add(end);
    }
    if (entity.name === 'position' && before?.deletedAt !== after.deletedAt)
      this.contacts.add(String(after.data['contact']));
  }
}

function pastKey(entity: string, id: string, unit: string, change: string): string {
  return `${entity} ${id} ${unit} ${change}`;
}
