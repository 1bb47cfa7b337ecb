/** The server of the model: the real merge over maps, one push one transaction, backups and their restoration. */
import { asCopy, contentOf, overCopies } from '#shared/sync/derived-id.ts';
import type { KnownBase } from '#shared/sync/merge-state.ts';
import { restampAhead } from '#shared/sync/restamp.ts';
import type { ChangeStatus, UnitState, WireChange } from '#shared/sync/wire.ts';
import type { Rules } from './rules.ts';
import { mergeOne, type Touch } from './server-merge.ts';
import type { Answer, Ask, Result, Stored } from './talk.ts';

interface Logged {
  readonly status: ChangeStatus;
  readonly seq: number;
  readonly content: string;
}

export interface ServerState {
  epoch: number;
  seq: number;
  durableSeq: number;
  records: Map<string, Stored>;
  /** By record, unit and change. */
  history: Map<string, KnownBase>;
  log: Map<string, Logged>;
  lastN: Map<string, number>;
  custody: Map<string, WireChange>;
  touches: Touch[];
  /** The counter when the epoch began. */
  epochSeq: number;
}

/** A page of a pull has so few rows that it is often cut. */
const PAGE = 3;
/** After a restoration numbers go on far beyond any that a device may have seen. */
const EPOCH_GAP = 1_000;

export class ModelServer {
  state: ServerState = {
    epoch: 1,
    seq: 0,
    durableSeq: 0,
    records: new Map(),
    history: new Map(),
    log: new Map(),
    lastN: new Map(),
    custody: new Map(),
    touches: [],
    epochSeq: 0,
  };
  /** How often a change took effect, by epoch and id. */
  readonly effects = new Map<string, number>();
  /** How often it answered what. */
  readonly met = new Map<string, number>();
  /** What must never happen, as sentences. */
  readonly faults: string[] = [];
  #backup: ServerState;
  #epochs = 1;
  readonly #rules: Rules;
  readonly now: () => number;

  constructor(rules: Rules, now: () => number) {
    this.#rules = rules;
    this.now = now;
    this.#backup = structuredClone(this.state);
  }

  backup(): void {
    this.state.durableSeq = this.state.seq;
    this.#backup = structuredClone(this.state);
  }

  restore(): void {
    this.state = structuredClone(this.#backup);
    this.state.epoch = ++this.#epochs;
    // each epoch numbers anew: else a copy of a profile could hide behind numbers that the backup did not know
    this.state.lastN.clear();
    this.state.seq += EPOCH_GAP * this.#epochs;
    this.state.epochSeq = this.state.seq;
  }

  answer(ask: Ask): Answer {
    const answer = this.#answer(ask);
    const said = answer.kind === 'push' ? answer.results.map(({ status }) => status) : [answer.kind];
    for (const each of answer.kind === 'error' ? [answer.error] : said) {
      this.met.set(each, (this.met.get(each) ?? 0) + 1);
    }
    return answer;
  }

  #answer(ask: Ask): Answer {
    const { epoch, durableSeq, lastN } = this.state;
    if (ask.kind === 'hello') {
      const last = lastN.get(ask.device) ?? 0;
      if (this.#rules.forkCheck && last > (ask.epoch === epoch ? ask.lastN : 0))
        return { kind: 'error', error: 'device_fork' };
      return { kind: 'hello', epoch, durableSeq };
    }
    if (ask.epoch !== epoch) return { kind: 'error', error: 'epoch_changed' };
    return ask.kind === 'push' ? this.#push(ask) : this.#pull(ask.cursor);
  }

  #pull(cursor: number): Answer {
    const { records, seq, durableSeq } = this.state;
    const after = [...records.values()].filter((row) => row.seq > cursor).sort((a, b) => a.seq - b.seq);
    const edge = after[PAGE - 1]?.seq;
    const page = edge === undefined ? after : after.filter((row) => row.seq <= edge);
    const more = page.length < after.length;
    return { kind: 'pull', records: page, cursor: more ? (edge ?? seq) : seq, more, durableSeq };
  }

  #push({ device, changes }: Extract<Ask, { kind: 'push' }>): Answer {
    const { state } = this;
    const had = state.lastN.get(device) ?? 0;
    let last = had;
    for (const change of changes) {
      const { n } = change;
      if (n <= last) {
        if (this.#rules.forkCheck && !this.#isRepeated(change))
          return { kind: 'error', error: 'device_fork' };
      } else if (n === last + 1) last = n;
      else return { kind: 'error', error: 'gap', lastN: had };
    }
    state.lastN.set(device, last);
    state.seq += 1;
    const copies = new Map(
      changes.flatMap((change) => (this.#isCopy(change) ? [[change.id, asCopy(change).id]] : [])),
    );
    const over = changes.map((change) => overCopies(change, copies));
    const stamped = this.#rules.clockClamp ? restampAhead(over, this.now()) : over;
    const results: Result[] = [];
    const touched = new Set<string>();
    for (const txn of Map.groupBy(stamped, (change) => change.txn).values()) {
      results.push(...this.#accept(txn, device, had, touched));
    }
    const records = [...touched].flatMap((id) => state.records.get(id) ?? []);
    return { kind: 'push', results, records, durableSeq: state.durableSeq };
  }

  /** All of a txn or nothing of it. */
  #accept(txn: readonly WireChange[], device: string, had: number, touched: Set<string>): Result[] {
    const { state } = this;
    const { seq } = state;
    const records = new Map(state.records);
    const history = new Map(state.history);
    const results: Result[] = [];
    const fresh: { change: WireChange; as: WireChange; status: ChangeStatus }[] = [];
    const touches: Touch[] = [];
    const mine = new Set<string>();
    for (const change of txn) {
      mine.add(change.record);
      const known = this.#known(change, had);
      if (known) {
        const status = known.status === 'rejected' ? 'rejected' : 'duplicate';
        results.push({ id: change.id, status, seq: known.seq });
        continue;
      }
      const as = this.#isCopy(change) ? asCopy(change) : change;
      const merged = mergeOne(
        { state, records, history, touches, device, seq, now: this.now(), rules: this.#rules },
        as,
      );
      for (const id of merged.touched) mine.add(id);
      fresh.push({ change, as, status: merged.status });
    }
    const isRefused = fresh.some(({ status }) => status === 'rejected');
    for (const { change, as, status } of fresh) {
      const outcome = isRefused ? 'rejected' : status;
      state.log.set(as.id, { status: outcome, seq, content: contentOf(change) });
      results.push({ id: change.id, status: outcome, seq });
      if (isRefused) state.custody.set(as.id, as);
      else this.#count(as.id);
    }
    if (!isRefused) {
      this.#watchStamps(records);
      Object.assign(state, { records, history });
      state.touches.push(...touches);
    }
    for (const id of mine) touched.add(id);
    return results;
  }

  #isRepeated(change: WireChange): boolean {
    const { log } = this.state;
    const logged = log.get(change.id);
    if (!this.#rules.copyCheck) return logged !== undefined;
    return logged?.content === contentOf(change) || log.has(asCopy(change).id);
  }

  #isCopy(change: WireChange): boolean {
    const logged = this.state.log.get(change.id);
    const { dedup, copyCheck } = this.#rules;
    return dedup && copyCheck && logged !== undefined && logged.content !== contentOf(change);
  }

  /** What the log says of a change that was here before. */
  #known(change: WireChange, had: number): Logged | null {
    const { log } = this.state;
    const logged = log.get(change.id);
    if (!logged && change.n <= had && !this.#rules.forkCheck)
      return { status: 'applied', seq: 0, content: '' };
    if (!logged || !this.#rules.dedup) return null;
    if (!this.#rules.copyCheck || logged.content === contentOf(change)) return logged;
    return log.get(asCopy(change).id) ?? null;
  }

  #count(id: string): void {
    const key = `${this.state.epoch} ${id}`;
    this.effects.set(key, (this.effects.get(key) ?? 0) + 1);
  }

  #watchStamps(next: ReadonlyMap<string, Stored>): void {
    for (const [id, { state }] of next) {
      const before: Readonly<Record<string, UnitState>> = this.state.records.get(id)?.state.units ?? {};
      for (const [unit, { hlc }] of Object.entries(before)) {
        if ((state.units[unit]?.hlc ?? '') < hlc) this.faults.push(`the stamp of ${unit} went back`);
      }
    }
  }
}
