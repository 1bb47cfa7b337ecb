/**
 * Sends and fetches bytes of attachments beside the exchange of records, which never waits for them. One content at a
 * time; what breaks off goes on where it stopped, after a pause that grows with each failure.
 */
import type { SyncTrouble } from '#shared/contract/sync.ts';
import { ASKED_BLOBS } from '#shared/sync/blob-wire.ts';
import { PROTOCOL } from '#shared/sync/wire.ts';
import type { Base } from '../../data/base.ts';
import { type BlobRow, noteRemote, noteState } from '../../data/blobs/blob-rows.ts';
import { BlobDamaged } from '../../data/blobs/blob-file.ts';
import { readSync } from '../../data/sync-store.ts';
import type { Exchanger } from '../exchanger.ts';
import { SyncFailure, troubleOf } from '../failure.ts';
import type { Session } from '../session.ts';
import { download } from './download.ts';
import { toFetch, toSend } from './due.ts';
import { upload } from './upload.ts';

export interface Moved {
  sent: number;
  fetched: number;
  trouble: SyncTrouble | null;
}

export interface MoverPace {
  /** Milliseconds; also for bytes that another device has not sent yet. */
  firstRetry: number;
  lastRetry: number;
}

const PACE: MoverPace = { firstRetry: 2_000, lastRetry: 300_000 };

export class BlobMover {
  readonly #base: Base;
  readonly #exchanger: Exchanger;
  readonly #report: (bug: unknown) => void;
  readonly #pace: MoverPace;
  #running: Promise<Moved> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #stopListening: (() => void) | undefined;
  #failures = 0;

  constructor(
    base: Base,
    exchanger: Exchanger,
    report: (bug: unknown) => void,
    pace: Partial<MoverPace> = {},
  ) {
    this.#base = base;
    this.#exchanger = exchanger;
    this.#report = report;
    this.#pace = { ...PACE, ...pace };
  }

  /** Moves by itself from now on, whenever `wake` says that records were exchanged or somebody wants something. */
  start(): void {
    this.#stopListening ??= this.#base.events.listen(({ topics }) => {
      if (topics.includes('blob') && !this.#running && toFetch(this.#base).some(({ wanted }) => wanted === 1))
        this.wake();
    });
  }

  stop(): void {
    this.#stopListening?.();
    this.#stopListening = undefined;
    clearTimeout(this.#timer);
  }

  /** Records were exchanged, or somebody asked for bytes. */
  wake(): void {
    if (!this.#stopListening) return;
    this.#failures = 0;
    this.#later(0);
  }

  /** One round to its end; also what another call has begun. */
  run(): Promise<Moved> {
    this.#running ??= this.#round().finally(() => (this.#running = null));
    return this.#running;
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#runAndGoOn(), ms).unref();
  }

  async #runAndGoOn(): Promise<void> {
    if (!this.#exchanger.isWanted) return;
    const { trouble } = await this.run();
    if (!this.#stopListening || !this.#base.writer.open) return;
    const isDone = trouble === null && toSend(this.#base).length === 0 && toFetch(this.#base).length === 0;
    if (isDone) return void (this.#failures = 0);
    this.#failures += 1;
    const { firstRetry, lastRetry } = this.#pace;
    const most = Math.min(lastRetry, firstRetry * 2 ** this.#failures);
    this.#later(firstRetry + Math.random() * (most - firstRetry));
  }

  async #round(): Promise<Moved> {
    const moved: Moved = { sent: 0, fetched: 0, trouble: null };
    const session = this.#exchanger.session();
    if (!session || readSync(this.#base.writer, 'joining')) return moved;
    try {
      noteRemote(this.#base);
      await this.#send(session, moved);
      await this.#fetch(session, moved);
    } catch (error) {
      moved.trouble = troubleOf(error) ?? 'unknown';
      // What fails because the base was closed meanwhile is no bug.
      if (troubleOf(error) === null && this.#base.writer.open) this.#report(error);
    }
    return moved;
  }

  async #send(session: Session, moved: Moved): Promise<void> {
    const rows = toSend(this.#base);
    const stored = await askStored(session, rows);
    for (const row of rows) {
      if (stored.has(row.hash)) noteState(this.#base, row.hash, 'stored', 0);
      else if (await this.#one(() => upload(session, row))) moved.sent += 1;
    }
  }

  async #fetch(session: Session, moved: Moved): Promise<void> {
    const rows = toFetch(this.#base);
    const stored = await askStored(session, rows);
    for (const row of rows) {
      if (!stored.has(row.hash)) noteState(this.#base, row.hash, 'missing', row.moved);
      else if (await this.#one(() => download(session, row))) moved.fetched += 1;
    }
  }

  /** A file that is damaged or gone on this disk keeps no other one back. */
  async #one(move: () => Promise<boolean>): Promise<boolean> {
    try {
      return await move();
    } catch (error) {
      const isOfFile = error instanceof BlobDamaged || (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (error instanceof SyncFailure || !isOfFile) throw error;
      return false;
    }
  }
}

/** Those that the server has whole. */
async function askStored(session: Session, rows: readonly BlobRow[]): Promise<Set<string>> {
  const stored = new Set<string>();
  for (let at = 0; at < rows.length; at += ASKED_BLOBS) {
    const hashes = rows.slice(at, at + ASKED_BLOBS).map(({ hash }) => hash);
    const answer = await session.ask('blobs', { protocol: PROTOCOL, hashes });
    for (const hash of answer.stored) stored.add(hash);
  }
  return stored;
}
