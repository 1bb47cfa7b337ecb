/** A device of the model: what it keeps, what its person sees and does, and its side of the exchange. */
import { DELETED_UNIT, UNSET } from '#shared/sync/change.ts';
import { type Hlc, hlcToHex, nextHlc } from '#shared/sync/hlc.ts';
import type { UnitValue } from '#shared/sync/merge-state.ts';
import type { ChangeKind } from '#shared/sync/change.ts';
import type { WireChange } from '#shared/sync/wire.ts';
import type { Rules } from './rules.ts';
import type { Answer, Ask, Stored } from './talk.ts';

interface Held {
  wire: WireChange;
  /** Null until acknowledged. */
  seq: number | null;
}

/** All of it is committed: what a crash, a copy or a restoration of the profile brings back. */
export interface DeviceState {
  id: string;
  hlcDevice: string;
  member: string;
  clock: Hlc;
  lastN: number;
  epoch: number | null;
  cursor: number;
  /** In the order of writing; `n` 0 is not numbered yet. */
  changes: Held[];
  confirmed: Map<string, Stored>;
  rejected: Map<string, WireChange>;
  /** After a change of epoch: what the server still has, until all was pulled. */
  sweep: Set<string> | null;
}

/** A record as its person sees it. */
export interface Row {
  readonly id: string;
  readonly entity: string;
  readonly root: string;
  readonly data: UnitValue;
  readonly isDeleted: boolean;
  /** The change that last deleted it or took that back. */
  readonly deletion: string | null;
}

export interface Tools {
  /** UTC milliseconds, as this device believes. */
  now(): number;
  id(): string;
  device(): { id: string; hlcDevice: string };
}

/** Few in a push, so that work of some days takes several. */
const PUSH = 4;

export class ModelDevice {
  state: DeviceState;
  /** The exchange under way is forgotten by a crash. */
  saidHello = false;
  waitsFor: { ask: Ask; answer: Answer | null } | null = null;
  /** Rows of a page whose cursor is already stored; only without the rule. */
  unapplied: readonly Stored[] = [];
  readonly #rules: Rules;
  readonly #tools: Tools;

  constructor(state: DeviceState, rules: Rules, tools: Tools) {
    this.state = state;
    this.#rules = rules;
    this.#tools = tools;
  }

  get outbox(): Held[] {
    return this.state.changes.filter(({ seq }) => seq === null);
  }

  rows(): Row[] {
    const created = this.outbox.flatMap(({ wire }) => (wire.kind === 'create' ? [wire.record] : []));
    return [...new Set([...this.state.confirmed.keys(), ...created])].flatMap((id) => this.row(id) ?? []);
  }

  /** The confirmed state under what was done here and is not acknowledged. */
  row(id: string): Row | null {
    const confirmed = this.state.confirmed.get(id);
    if (confirmed?.entity === 'conflict') return null;
    const held = confirmed?.state;
    let row: Row | null =
      confirmed && held
        ? {
            id,
            entity: confirmed.entity,
            root: held.root ?? id,
            data: held.data,
            isDeleted: held.deletedAt !== null,
            deletion: held.units[DELETED_UNIT]?.change ?? null,
          }
        : null;
    for (const { wire } of this.outbox) {
      if (wire.record !== id) continue;
      const data = { ...row?.data, ...Object.assign({}, ...Object.values(wire.units ?? {})) } as UnitValue;
      if (wire.kind === 'create') {
        row = { id, entity: wire.entity, root: wire.root ?? id, data, isDeleted: false, deletion: null };
      } else if (row && wire.kind === 'set') row = { ...row, data };
      else if (row) row = { ...row, isDeleted: wire.kind === 'delete', deletion: wire.id };
    }
    return row;
  }

  create(
    entity: string,
    id: string,
    root: string,
    units: NonNullable<WireChange['units']>,
    txn: string,
  ): void {
    this.#append({ id, entity, record: id, root, kind: 'create', units, base: null, seen: null, txn });
  }

  /** Folds into an unsent change of the record as the real device does. */
  edit({ id, entity, root, deletion }: Row, units: NonNullable<WireChange['units']>, txn: string): void {
    const base = Object.fromEntries(Object.keys(units).map((unit) => [unit, this.#baseOf(id, unit)]));
    if (deletion) base[DELETED_UNIT] = deletion;
    const into = this.#foldable(id);
    if (!into) {
      const change = this.#tools.id();
      this.#append({ id: change, entity, record: id, root, kind: 'set', units, base, seen: null, txn });
      return;
    }
    const isCreate = into.wire.kind === 'create';
    into.wire = {
      ...into.wire,
      units: { ...into.wire.units, ...units },
      base: isCreate ? null : { ...base, ...into.wire.base },
      hlc: isCreate ? into.wire.hlc : this.#stamp(),
    };
  }

  setDeleted({ id, entity, root }: Row, kind: Extract<ChangeKind, 'delete' | 'restore'>): void {
    const change = this.#tools.id();
    const seen = kind === 'delete' ? this.state.cursor : null;
    this.#append({ id: change, entity, record: id, root, kind, units: null, base: null, seen, txn: change });
  }

  /** The next message, or null when there is nothing more to say; numbers changes in a transaction of their own. */
  next(): Ask {
    const { state } = this;
    if (!this.saidHello || state.epoch === null)
      return { kind: 'hello', device: state.id, epoch: state.epoch, lastN: state.lastN };
    const waiting = this.outbox;
    if (waiting.length === 0) return { kind: 'pull', epoch: state.epoch, cursor: state.cursor };
    const batch: Held[] = [];
    for (const txn of Map.groupBy(waiting, ({ wire }) => wire.txn).values()) {
      if (batch.length > 0 && batch.length + txn.length > PUSH) break;
      batch.push(...txn);
    }
    for (const held of batch) {
      if (held.wire.n === 0) held.wire = { ...held.wire, n: ++state.lastN };
    }
    return { kind: 'push', device: state.id, epoch: state.epoch, changes: batch.map(({ wire }) => wire) };
  }

  /** One transaction. True when something is left to be said. */
  receive(answer: Answer): boolean {
    switch (answer.kind) {
      case 'hello':
        this.saidHello = true;
        if (answer.epoch !== this.state.epoch) this.#beginEpoch(answer.epoch);
        this.#release(answer.durableSeq);
        return true;
      case 'push':
        this.#acknowledge(answer);
        this.#release(answer.durableSeq);
        return true;
      case 'pull':
        this.#applyPage(answer);
        this.#release(answer.durableSeq);
        return answer.more;
      case 'error':
        if (answer.error === 'device_fork') this.#becomeNew();
        else if (answer.error === 'gap') this.#renumber(answer.lastN);
        this.saidHello = false;
        return true;
    }
  }

  applyLate(): void {
    this.#apply(this.unapplied);
    this.unapplied = [];
  }

  crash(): void {
    this.saidHello = false;
    this.waitsFor = null;
    this.unapplied = [];
  }

  #append(given: Omit<WireChange, 'hlc' | 'at' | 'n' | 'action' | 'actor'>): void {
    const { member } = this.state;
    const wire = {
      ...given,
      hlc: this.#stamp(),
      at: this.#tools.now(),
      n: 0,
      action: given['txn'],
      actor: member,
    };
    this.state.changes.push({ wire: wire as WireChange, seq: null });
  }

  #stamp(): string {
    this.state.clock = nextHlc(this.state.clock, this.#tools.now());
    return hlcToHex(this.state.clock, this.state.hlcDevice);
  }

  #baseOf(id: string, unit: string): string {
    const own = this.outbox.findLast(({ wire }) => wire.record === id && wire.units?.[unit]);
    const known = own?.wire.id ?? this.state.confirmed.get(id)?.state.units[unit]?.change;
    return known ?? UNSET;
  }

  #foldable(id: string): Held | null {
    const unsent = this.state.changes.filter(({ wire }) => wire.n === 0 && wire.record === id);
    const create = unsent.find(({ wire }) => wire.kind === 'create');
    const newest = create ?? unsent.at(-1);
    if (!newest || create) return create ?? null;
    const isAlone = this.state.changes.filter(({ wire }) => wire.txn === newest.wire.txn).length === 1;
    return newest.wire.kind === 'set' && isAlone ? newest : null;
  }

  #acknowledge({ results, records }: Extract<Answer, { kind: 'push' }>): void {
    const { state } = this;
    const byId = new Map(results.map((result) => [result.id, result]));
    for (const held of state.changes) {
      const result = byId.get(held.wire.id);
      if (!result) continue;
      held.seq = result.seq;
      if (result.status === 'rejected') state.rejected.set(held.wire.id, held.wire);
    }
    state.changes = state.changes.filter(({ wire, seq }) => {
      if (state.rejected.has(wire.id)) return false;
      return seq === null || this.#rules.ackRetention;
    });
    this.#apply(records);
  }

  #applyPage({ records, cursor, more }: Extract<Answer, { kind: 'pull' }>): void {
    this.state.cursor = cursor;
    if (this.#rules.cursorAfterApply) this.#apply(records);
    else this.unapplied = records;
    if (more || !this.state.sweep) return;
    for (const id of this.state.confirmed.keys())
      if (!this.state.sweep.has(id)) this.state.confirmed.delete(id);
    this.state.sweep = null;
  }

  #apply(records: readonly Stored[]): void {
    for (const record of records) {
      const { confirmed, sweep } = this.state;
      const isNew = (confirmed.get(record.id)?.seq ?? -1) <= record.seq || (sweep && !sweep.has(record.id));
      if (isNew) confirmed.set(record.id, record);
      sweep?.add(record.id);
    }
  }

  /** The server was restored: what it acknowledged since that backup is sent again, and all is pulled anew. */
  #beginEpoch(epoch: number): void {
    const { state } = this;
    const isFirst = state.epoch === null;
    state.epoch = epoch;
    state.cursor = 0;
    if (isFirst) return;
    for (const held of state.changes) held.seq = null;
    state.sweep = new Set();
    this.#renumber(0);
  }

  #becomeNew(): void {
    Object.assign(this.state, this.#tools.device());
    this.#renumber(0);
  }

  /** Changes that were numbered keep their order after `lastN`. */
  #renumber(lastN: number): void {
    let n = lastN;
    for (const held of this.outbox) if (held.wire.n > 0) held.wire = { ...held.wire, n: ++n };
    this.state.lastN = n;
  }

  #release(durableSeq: number): void {
    this.state.changes = this.state.changes.filter(({ seq }) => seq === null || seq > durableSeq);
  }
}
