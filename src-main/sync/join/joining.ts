/**
 * A sign-in with a base that is not empty: the server's records are fetched beside it and compared, and nothing is
 * changed before the person's word. Goes on after a restart where it was.
 */
import type { Base } from '#main/data/base.ts';
import { refused } from '#main/data/app-error.ts';
import { readSync } from '#main/data/sync-store.ts';
import type { SyncState } from '#shared/contract/sync.ts';
import { SyncFailure } from '../failure.ts';
import { greetOnly } from '../greet.ts';
import type { Session } from '../session.ts';
import { leaveServer } from '../sign-out.ts';
import { isKnownHereOnly } from './become-member.ts';
import { type Ask, fetchSnapshot, pullToHead } from './fetch-snapshot.ts';
import { joinBase } from './join-base.ts';
import { EVERYTHING_UNSENT, pairWith, planOf } from './plan.ts';
import { removeStaged, StagedSnapshot } from './staged-snapshot.ts';

const TELL_EVERY_MS = 200;

export class Joining {
  readonly #base: Base;
  #staged: StagedSnapshot | null = null;
  #plan: NonNullable<SyncState['joining']>['plan'] = null;
  #progress: number | null = null;
  #toldAt = 0;

  constructor(base: Base) {
    this.#base = base;
    // Left by a crash after the joining, or by one before the sign-in was kept.
    if (!this.isWaiting) removeStaged(base);
  }

  /** Nothing is exchanged until the person has said yes or no. */
  get isWaiting(): boolean {
    return readSync(this.#base.reader, 'joining') !== null;
  }

  get state(): SyncState['joining'] {
    return this.isWaiting ? { plan: this.#plan, progress: this.#progress } : null;
  }

  /** Fetches what is not here yet and makes the plan; throws what the session throws, and can be called again then. */
  async prepare(session: Session): Promise<void> {
    if (this.#plan) return;
    const staged = (this.#staged ??= new StagedSnapshot(this.#base));
    const { epoch, access, head } = await greetOnly(session);
    const ask: Ask = async (name, input) => {
      const answer = await session.ask(name, input);
      if (this.#staged !== staged) throw new SyncFailure('offline');
      return answer;
    };
    await fetchSnapshot(staged, { epoch, access, cursor: head }, ask, (part) => this.#tell(part));
    const { reader } = this.#base;
    const pairing = pairWith(reader, staged, readSync(reader, 'left') ? 'all' : EVERYTHING_UNSENT);
    this.#plan = planOf(reader, staged, pairing, this.#member(staged));
    this.#tell(null);
  }

  /** With what the server has by now, so that two who join one after the other do not miss each other. */
  async join(session: Session): Promise<void> {
    const staged = this.#staged;
    const connection = readSync(this.#base.reader, 'connection');
    if (!staged || !this.#plan || !connection) throw refused('notSignedIn');
    await pullToHead(staged, session.ask);
    if (this.#staged !== staged) throw refused('notSignedIn');
    joinBase(this.#base, staged, connection.member);
    this.#forget();
  }

  /** The base is as before the sign-in. */
  cancel(): void {
    leaveServer(this.#base);
    this.#forget();
  }

  close(): void {
    this.#staged?.close();
    this.#staged = null;
  }

  #forget(): void {
    this.close();
    removeStaged(this.#base);
    this.#plan = null;
    this.#progress = null;
  }

  #member(staged: StagedSnapshot): Map<string, string> {
    const { reader } = this.#base;
    const known = readSync(reader, 'connection')?.member.id;
    return new Map(known && isKnownHereOnly(reader, staged) ? [[this.#base.member(), known]] : []);
  }

  #tell(progress: number | null): void {
    this.#progress = progress;
    const now = performance.now();
    if (progress !== null && now - this.#toldAt < TELL_EVERY_MS) return;
    this.#toldAt = now;
    this.#base.events.emit({ topics: ['sync'], ids: null });
  }
}
