/**
 * When a base exchanges: soon after a change, when the server says that something is new, when the network is back, and
 * every few minutes. After trouble it waits longer each time, by chance, so that a hundred laptops that lost the same
 * server do not come back at once.
 */
import { networkInterfaces } from 'node:os';
import type { Base } from '../data/base.ts';
import { readSync } from '../data/sync-store.ts';
import type { Exchanger, Outcome } from './exchanger.ts';
import { troubleOf } from './failure.ts';

/** Milliseconds. */
export interface Pace {
  /** Least time between two exchanges that changes ask for: the first goes at once, those that follow it together. */
  afterChange: number;
  every: number;
  firstRetry: number;
  lastRetry: number;
  /** How often the network's addresses are looked at, and how long a broken stream of pokes is left alone. */
  network: number;
}

const PACE: Pace = {
  afterChange: 1_000,
  every: 300_000,
  firstRetry: 1_000,
  lastRetry: 300_000,
  network: 5_000,
};

/** What one hand does at once is several commits: they are waited for. */
const SETTLE_MS = 20;

/** Trouble that only a person can end; everything else ends by itself. */
const ENDS_BY_HAND = new Set(['revoked', 'ended', 'manyLeaving']);

export class Scheduler {
  readonly #base: Base;
  readonly #exchanger: Exchanger;
  readonly #pace: Pace;
  readonly #onExchanged: () => void;
  #timer: NodeJS.Timeout | undefined;
  #dueAt: number | null = null;
  #looking: NodeJS.Timeout | undefined;
  #stopListening: (() => void) | undefined;
  #listening: AbortController | null = null;
  #failures = 0;
  /** UTC milliseconds for which changes last asked for an exchange. */
  #askedFor = 0;
  #addresses = '';

  /** `onExchanged` is called after each exchange that went through, while it exchanges by itself. */
  constructor(
    base: Base,
    exchanger: Exchanger,
    pace: Partial<Pace> = {},
    onExchanged: () => void = () => {},
  ) {
    this.#base = base;
    this.#exchanger = exchanger;
    this.#pace = { ...PACE, ...pace };
    this.#onExchanged = onExchanged;
  }

  /** UTC milliseconds of the next try after trouble; null when there is none, or nothing is due. */
  get nextTryAt(): number | null {
    return this.#failures > 0 ? this.#dueAt : null;
  }

  start(): void {
    if (this.#looking) return;
    // Local writes alone can be undone.
    this.#stopListening = this.#base.events.listen(({ topics }) => {
      if (topics.includes('undo') && this.#failures === 0) this.#askForChange();
    });
    this.#addresses = addressesNow();
    this.#looking = setInterval(() => this.#look(), this.#pace.network).unref();
    this.wake();
  }

  stop(): void {
    this.#stopListening?.();
    clearInterval(this.#looking);
    clearTimeout(this.#timer);
    this.#listening?.abort();
    this.#looking = undefined;
  }

  /** Until it is woken. */
  pause(): void {
    clearTimeout(this.#timer);
    this.#dueAt = null;
    this.#listening?.abort();
  }

  /** Something is different: try at once. */
  wake(): void {
    this.#failures = 0;
    this.#dueIn(0);
  }

  /** What came of an exchange that somebody asked for sets the pace as well. */
  heard(outcome: Outcome): void {
    if (!this.#looking) return;
    const { trouble, retryAfter } = outcome;
    if (trouble === null) {
      this.#failures = 0;
      // What was written meanwhile is due earlier than that.
      this.#dueIn(this.#pace.every);
      void this.#listen();
      this.#onExchanged();
      return;
    }
    this.#failures += 1;
    clearTimeout(this.#timer);
    this.#dueAt = null;
    if (ENDS_BY_HAND.has(trouble)) this.#listening?.abort();
    else this.#dueIn(Math.max(this.#retryDelay(), retryAfter));
  }

  #askForChange(): void {
    const { afterChange } = this.#pace;
    const calm = this.#askedFor + afterChange - Date.now();
    if (this.#dueIn(Math.max(calm, Math.min(SETTLE_MS, afterChange)))) this.#askedFor = this.#dueAt ?? 0;
  }

  #retryDelay(): number {
    const { firstRetry, lastRetry } = this.#pace;
    const most = Math.min(lastRetry, firstRetry * 2 ** this.#failures);
    return Math.round(firstRetry + Math.random() * (most - firstRetry));
  }

  /** The earlier of this and what is due already; whether it is this. */
  #dueIn(ms: number): boolean {
    if (!this.#looking || !this.#exchanger.isWanted) return false;
    const at = Date.now() + ms;
    if (this.#dueAt !== null && this.#dueAt <= at) return false;
    this.#dueAt = Math.round(at);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), ms).unref();
    return true;
  }

  async #run(): Promise<void> {
    this.#dueAt = null;
    if (this.#exchanger.isWanted) this.heard(await this.#exchanger.run());
  }

  /** A cable, a hotspot, a tunnel that came up: the addresses of this computer are others than before. */
  #look(): void {
    const addresses = addressesNow();
    if (addresses === this.#addresses) return;
    this.#addresses = addresses;
    if (this.#exchanger.isWanted) this.wake();
  }

  /** One stream at a time, for as long as nothing is amiss; without it the timer does. */
  async #listen(): Promise<void> {
    if (this.#listening || !this.#exchanger.isWanted) return;
    const { writer } = this.#base;
    const session = this.#exchanger.session();
    if (!session) return;
    const listening = new AbortController();
    this.#listening = listening;
    try {
      for await (const head of session.pokes(listening.signal)) {
        if (!writer.open || listening.signal.aborted) break;
        if (head > (readSync(writer, 'cursor') ?? 0)) this.#dueIn(0);
      }
    } catch (error) {
      // A hint that does not come through: the next exchange finds out what is the matter, at once when it was told.
      if (ENDS_BY_HAND.has(troubleOf(error) ?? '')) this.#dueIn(0);
    }
    const pause = setTimeout(() => {
      this.#listening = null;
      if (this.#looking && this.#failures === 0) void this.#listen();
    }, this.#pace.network);
    pause.unref();
  }
}

function addressesNow(): string {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .sort()
    .join(' ');
}
