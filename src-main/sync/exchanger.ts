/**
 * The exchange of one base as a whole: one at a time, its outcome written down. When it runs is the scheduler's affair.
 */
import type { SyncState, SyncTrouble } from '#shared/contract/sync.ts';
import type { Base } from '../data/base.ts';
import { statement } from '../data/statement.ts';
import { readSync, writeSync } from '../data/sync-store.ts';
import { type Exchange, runExchange } from './exchange.ts';
import { SyncFailure, troubleOf } from './failure.ts';
import type { Joining } from './join/joining.ts';
import { type Fetch, type Line, openLine } from './line.ts';
import type { Failing } from './push.ts';
import { isRemovingFirm, removeFirm } from './remove-firm.ts';
import { openSession, type Session, type Tally } from './session.ts';
import type { Comparison } from './verification.ts';

export interface Outcome extends Tally {
  trouble: SyncTrouble | null;
  /** Milliseconds that the server asked to be left alone. */
  retryAfter: number;
  found: Comparison | null;
}

export interface ExchangerOptions {
  fetch: Fetch;
  /** A bug in the exchange ends the exchange and nothing else. */
  report(bug: unknown): void;
}

const EXCHANGES_KEPT = 1_000;
/** After so long names, rights and the clock are asked for again, in milliseconds. */
const GREETED_MS = 3_600_000;
const NOTHING: Tally = { sent: 0, received: 0, rejected: 0, conflicts: 0 };

export class Exchanger {
  phase: SyncState['phase'] = 'idle';
  readonly #base: Base;
  readonly #options: ExchangerOptions;
  readonly #closing = new AbortController();
  readonly #failing: Failing = new Map();
  readonly #joining: Joining;
  /** UTC milliseconds of the last greeting after which nothing was amiss; null asks for one. */
  #greetedAt: number | null = null;
  #running: Promise<Outcome> | null = null;
  #next: Promise<Outcome> | null = null;
  #verifyNext = false;

  constructor(base: Base, options: ExchangerOptions, joining: Joining) {
    this.#base = base;
    this.#options = options;
    this.#joining = joining;
  }

  /** Whether there is a server, and the person did not say to stay offline. */
  get isWanted(): boolean {
    const { writer } = this.#base;
    return readSync(writer, 'connection') !== null && readSync(writer, 'staysOffline') !== true;
  }

  /** Requests beside the exchange, of the same device. Null when there is no server. */
  session(): Session | null {
    const line = this.line();
    return line && openSession(this.#base, line, this.#closing.signal);
  }

  line(): Line | null {
    const connection = readSync(this.#base.writer, 'connection');
    return connection && this.lineTo(connection.server);
  }

  lineTo(server: string): Line {
    return openLine(server, this.#options.fetch, this.#closing.signal);
  }

  /** Resolves when no exchange is under way. */
  async rest(): Promise<void> {
    await this.#running;
  }

  /** Something about the server or this device is another than before. */
  forget(): void {
    this.#greetedAt = null;
    this.#failing.clear();
  }

  /** Resolves when an exchange has ended that began after this call, whatever came of it. */
  run({ verify = false } = {}): Promise<Outcome> {
    this.#verifyNext ||= verify;
    this.#next ??= (this.#running ?? Promise.resolve()).then(() => {
      this.#next = null;
      const running = this.#exchange();
      this.#running = running.finally(() => (this.#running = null));
      return this.#running;
    });
    return this.#next;
  }

  /** Ends at once; a transaction that is under way has ended by the time this is called. */
  close(): void {
    this.#closing.abort();
  }

  async #exchange(): Promise<Outcome> {
    const { signal } = this.#closing;
    const outcome: Outcome = { ...NOTHING, trouble: null, retryAfter: 0, found: null };
    // Nothing of a closed base may be touched any more.
    const session = signal.aborted ? null : this.session();
    if (!session) return outcome;
    const startedAt = this.#base.now();
    const exchange: Exchange = {
      session,
      failing: this.#failing,
      closing: signal,
      greeted:
        this.#greetedAt !== null &&
        startedAt - this.#greetedAt < GREETED_MS &&
        readSync(this.#base.writer, 'exports') === null,
      verify: this.#verifyNext,
      tell: (phase) => this.#enter(phase),
    };
    const wasGreeted = exchange.greeted;
    this.#verifyNext = false;
    this.#enter('exchanging');
    try {
      if (isRemovingFirm(this.#base)) await removeFirm(this.#base);
      if (this.#joining.isWaiting) await this.#joining.prepare(session);
      else outcome.found = await runExchange(exchange);
    } catch (error) {
      outcome.trouble = troubleOf(error) ?? 'unknown';
      if (error instanceof SyncFailure) outcome.retryAfter = error.said?.retryAfter ?? 0;
      // What fails because the base was closed meanwhile is no bug.
      if (troubleOf(error) === null && !signal.aborted) this.#options.report(error);
    }
    if (outcome.trouble === 'ended') await this.#leaveFirm();
    Object.assign(outcome, session.tally);
    if (signal.aborted) return outcome;
    // Signed out meanwhile: what came of it is nobody's affair.
    if (!readSync(this.#base.writer, 'connection')) {
      this.#enter('idle');
      return { ...outcome, trouble: null };
    }
    if (outcome.trouble !== null || !exchange.greeted) this.#greetedAt = null;
    else if (!wasGreeted) this.#greetedAt = startedAt;
    try {
      this.#note(session.tally, outcome.trouble, startedAt);
    } catch (error) {
      // A full disk has no room for this either; what was exchanged stands.
      outcome.trouble ??= troubleOf(error) ?? 'unknown';
      if (troubleOf(error) === null) this.#options.report(error);
    }
    this.#enter('idle');
    return outcome;
  }

  /** Once: what is written after it is not the firm's. A base that was not joined yet is the person's own. */
  async #leaveFirm(): Promise<void> {
    if (this.#joining.isWaiting) this.#joining.cancel();
    else if (readSync(this.#base.writer, 'trouble')?.reason !== 'ended') await removeFirm(this.#base);
  }

  #enter(phase: SyncState['phase']): void {
    this.phase = phase;
    this.#base.events.emit({ topics: ['sync'], ids: null });
  }

  #note(
    { sent, received, rejected, conflicts }: Tally,
    trouble: SyncTrouble | null,
    startedAt: number,
  ): void {
    const { writer } = this.#base;
    const at = this.#base.now();
    const before = readSync(writer, 'trouble');
    writer
      .transaction(() => {
        const isNews = sent + received > 0 || trouble !== (before?.reason ?? null);
        if (isNews) {
          statement(
            writer,
            `INSERT INTO exchange (at, ms, sent, received, rejected, conflicts, trouble) VALUES (?, ?, ?, ?, ?, ?, ?)`,
          ).run(startedAt, at - startedAt, sent, received, rejected, conflicts, trouble);
          statement(writer, 'DELETE FROM exchange WHERE id <= (SELECT max(id) FROM exchange) - ?').run(
            EXCHANGES_KEPT,
          );
        }
        if (trouble === null) {
          writeSync(writer, 'trouble', null);
          writeSync(writer, 'lastExchangeAt', at);
        } else {
          const isSame = before?.reason === trouble;
          const since = isSame ? before.since : at;
          writeSync(writer, 'trouble', { reason: trouble, since, count: (isSame ? before.count : 0) + 1 });
        }
      })
      .immediate();
  }
}
