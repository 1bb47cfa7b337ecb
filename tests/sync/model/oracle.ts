/**
 * What must hold at every moment and at the end. Whatever a person types is a word found nowhere else, so that it can be
 * looked for; the oracle knows which words he saw when he wrote over them, and asks nothing of the code under test.
 */
import { createHash } from 'node:crypto';
import { entities } from '#shared/entities/index.ts';
import { Digest, knownFields } from '#shared/sync/digest.ts';
import { hlcFromHex } from '#shared/sync/hlc.ts';
import { STAMP_AHEAD_MS } from '#shared/sync/wire.ts';
import type { ModelDevice, Row } from './device.ts';
import type { ModelServer } from './server.ts';
import type { Stored } from './talk.ts';

interface Word {
  readonly author: ModelDevice;
  /** Words that took its place before the eyes of their author. */
  readonly heirs: Set<string>;
  /** The profile of its author went back to a time before it. */
  isForgotten: boolean;
  /** Nobody held it any more when it was forgotten; a late message may yet bring it. */
  isForgiven: boolean;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const all = Object.values(entities);
const known = knownFields(all);

export class Oracle {
  readonly #words = new Map<string, Word>();
  /** By record: what was before the eyes of those who deleted it. */
  readonly #seenAtDeletion = new Map<string, Set<string>>();
  /** Profiles that have lived more than once: the same unsent change may say different things in each life. */
  readonly #lives = new Set<ModelDevice>();
  readonly #server: ModelServer;
  readonly #devices: readonly ModelDevice[];

  constructor(server: ModelServer, devices: readonly ModelDevice[]) {
    this.#server = server;
    this.#devices = devices;
  }

  wrote(author: ModelDevice, word: string, insteadOf: readonly string[]): void {
    this.#words.set(word, { author, heirs: new Set(), isForgotten: false, isForgiven: false });
    for (const seen of insteadOf) this.#words.get(seen)?.heirs.add(word);
  }

  /** Seen is what stands there, and what the author wrote himself, whatever has become of it. */
  deleted(author: ModelDevice, rows: readonly Row[]): void {
    for (const { id, data } of rows) {
      const seen = this.#seenAtDeletion.get(id) ?? new Set();
      for (const word of wordsIn([data, ownText(author)])) seen.add(word);
      this.#seenAtDeletion.set(id, seen);
    }
  }

  /** Every word written so far. */
  written(): ReadonlySet<string> {
    return new Set(this.#words.keys());
  }

  livesAgain(...devices: readonly ModelDevice[]): void {
    for (const device of devices) this.#lives.add(device);
  }

  /** What this device wrote since, and nobody else holds, is gone with it; nobody promised otherwise. */
  profileWentBack(device: ModelDevice, writtenThen: ReadonlySet<string>): void {
    for (const [word, held] of this.#words) {
      if (held.author === device && !writtenThen.has(word)) held.isForgotten = true;
    }
    this.#forgive();
  }

  serverWentBack(): void {
    this.#forgive();
  }

  #forgive(): void {
    const safe = this.#safeWords();
    for (const [word, held] of this.#words) {
      if (held.isForgotten && !safe.has(word)) held.isForgiven = true;
    }
  }

  /** Sentences about what does not hold; empty when all is well. */
  problems(): string[] {
    const safe = this.#safeWords();
    const lost = [...this.#words].filter(([word, { isForgiven }]) => !isForgiven && !safe.has(word));
    return [
      ...lost.map(([word]) => `${word} is lost`),
      ...this.#devices.flatMap((device, index) => this.#gaps(device).map((gap) => `device ${index}: ${gap}`)),
      ...this.#stampsAhead(),
      ...[...this.#server.effects].filter(([, times]) => times > 1).map(([id]) => `${id} took effect twice`),
      ...this.#server.faults,
    ];
  }

  /** After all is drained. */
  finalProblems(): string[] {
    const { records } = this.#server.state;
    const whole = digestOf(records.values());
    const desk = JSON.stringify([...records.values()].filter(({ entity }) => entity === 'conflict'));
    const buried = [...records.values()].flatMap(({ id, entity, state: { data, root, deletedAt } }) => {
      const isBuried = deletedAt !== null || (root !== null && records.get(root)?.state.deletedAt !== null);
      if (entity === 'conflict' || !isBuried) return [];
      const seen = new Set([id, root ?? id].flatMap((each) => [...(this.#seenAtDeletion.get(each) ?? [])]));
      return [...wordsIn(data)].filter((word) => !this.#wasSeen(word, seen) && !desk.includes(word));
    });
    return [
      ...buried.map((word) => `${word} is deleted, and who deleted had not seen it`),
      ...this.#devices.flatMap((device, index) => {
        const isSame = digestOf(device.state.confirmed.values()) === whole;
        return [
          ...(isSame ? [] : [`device ${index} has another digest`]),
          ...(device.outbox.length === 0 ? [] : [`device ${index} has not sent all`]),
        ];
      }),
    ];
  }

  /** A word, or one that took its place before the eyes of its author. */
  #wasSeen(word: string, seen: ReadonlySet<string>): boolean {
    const heirs = this.#words.get(word)?.heirs ?? [];
    return seen.has(word) || [...heirs].some((heir) => this.#wasSeen(heir, seen));
  }

  /** Every row of the server up to the cursor is here as it is there. */
  #gaps({ state }: ModelDevice): string[] {
    const { records, epoch } = this.#server.state;
    if (state.epoch !== epoch) return [];
    return [...records.values()]
      .filter(({ id, seq }) => seq <= state.cursor && state.confirmed.get(id)?.seq !== seq)
      .map(({ id, seq }) => `the cursor ${state.cursor} has passed ${id} at ${seq}`);
  }

  #stampsAhead(): string[] {
    const limit = this.#server.now() + STAMP_AHEAD_MS;
    return [...this.#server.state.records.values()].flatMap(({ state: { units } }) =>
      Object.entries(units)
        .filter(([, { hlc }]) => hlcFromHex(hlc).ms > limit)
        .map(([unit]) => `${unit} is stamped ahead of all clocks`),
    );
  }

  /** Words in an outbox, in force, on the conflict desk, in custody, or knowingly replaced by such a word. */
  #safeWords(): Set<string> {
    const { records, custody } = this.#server.state;
    const states = [...records.values()].map(({ state }) => state.data);
    const text = JSON.stringify([states, [...custody.values()], this.#devices.map(ownText)]);
    const history = this.#historyOfLives();
    const isSafe = ([word, { author }]: [string, Word]) =>
      text.includes(word) || (this.#lives.has(author) && history.includes(word));
    const safe = new Set([...this.#words].filter(isSafe).map(([word]) => word));
    // a word is written after those it replaces, so one way back through time is enough
    for (const [word, { heirs }] of [...this.#words].reverse()) {
      if ([...heirs].some((heir) => safe.has(heir))) safe.add(word);
    }
    return safe;
  }

  /**
   * When a profile and the server both went back, one change id may stand for two values, and who saw the first is taken
   * to have seen the second. That one is then in history, and not on the conflict desk.
   */
  #historyOfLives(): string {
    const { epoch, history } = this.#server.state;
    return epoch > 1 && this.#lives.size > 0 ? JSON.stringify([...history.values()]) : '';
  }
}

/** What a device holds on its own: its outbox, what it keeps after the acknowledgement, and what was set aside. */
function ownText({ state }: ModelDevice): string {
  return JSON.stringify([state.changes.map(({ wire }) => wire.units), [...state.rejected.values()]]);
}

/** Words are letters and numbers between two tildes. */
export function wordsIn(value: unknown): Set<string> {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return new Set(text.match(/~w\d+~/g));
}

function digestOf(rows: Iterable<Stored>): string {
  const digest = new Digest(all, known, sha256);
  for (const { entity, id, state } of rows) {
    digest.add({ entity, id, data: state.data, units: state.units, deletedAt: state.deletedAt });
  }
  return JSON.stringify(digest.buckets());
}
