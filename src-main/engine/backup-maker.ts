/**
 * Makes the backups of one profile: now, when an hour has passed since the last one and something was written, and
 * before the engine closes. Then it brings the second place up to date and lets the rotation have the oldest.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { BackupProblem, BackupState, MakePhase } from '#shared/contract/backups.ts';
import { BackupRefusal, backupProblem } from '../data/backup/backup-refusal.ts';
import type { FromBackupThread } from '../data/backup/backup-thread.ts';
import {
  backupName,
  backupsOf,
  findBackups,
  type FoundBackup,
  removeUnfinished,
  rotate,
} from '../data/backup/places.ts';
import { readHeader } from '../data/backup/read-backup.ts';
import { runBackupThread } from '../data/backup/run-thread.ts';
import type { Base } from '../data/base.ts';
import { readSlots } from '../security/key-slots.ts';
import { SUSPECT_MARK } from './engine.ts';

const THREAD = new URL('../data/backup/backup-thread.ts', import.meta.url);
const LOOKED_UP_MS = 30_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** How long closing waits for a backup; one that would take longer is made after the next start. */
const CLOSING_MS = 4_000;

const APP = (
  JSON.parse(fs.readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

export type Tell = (phase: MakePhase, part: number | null) => void;

type Second = BackupState['second'];

export class BackupMaker {
  readonly #base: () => Base | null;
  readonly #folder: string;
  readonly #now: () => number;
  #running: Promise<FoundBackup> | null = null;
  #problem: BackupProblem | null = null;
  #secondProblem: BackupProblem | null = null;
  #newest: FoundBackup | null | undefined;
  #tookMs = 0;
  /** The newest backup in the second place, and when that was looked up: a stick is slow to read. */
  #there: { at: number; newest: FoundBackup | null } | null = null;

  /** `base` gives the open base, null while it is shut. */
  constructor(folder: string, base: () => Base | null, now: () => number = Date.now) {
    this.#folder = folder;
    this.#base = base;
    this.#now = now;
    removeUnfinished(backupsOf(folder));
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  state(): BackupState {
    const base = this.#base();
    const lastAt = this.#last()?.header.createdAt ?? null;
    const changedAt = base && newestChange(base);
    const isBehind = changedAt !== null && changedAt > (lastAt ?? 0);
    return {
      lastAt,
      nextAt: isBehind ? Math.max(this.#now(), (lastAt ?? 0) + HOUR_MS) : null,
      running: this.isRunning,
      problem: this.#problem,
      overdue: isBehind && this.#now() - (lastAt ?? firstChange(base)) > DAY_MS,
      folder: backupsOf(this.#folder),
      second: this.#second(base),
    };
  }

  /** The chosen second place; null when none is or the base is shut. */
  get place(): string | null {
    const place = this.#base()?.settings.get('backupPlace');
    return typeof place === 'string' ? place : null;
  }

  /** Makes one backup beside the base and brings the second place up to date; one at a time. */
  async make(tell: Tell = () => {}, signal?: AbortSignal): Promise<FoundBackup> {
    if (this.#running) throw new BackupRefusal('busy');
    const base = this.#base();
    if (!base) throw new BackupRefusal('baseDamaged');
    // The base may be closed while the thread is at work: nothing is asked of it after that.
    const member = base.member();
    const work = this.#makeIn(base, backupsOf(this.#folder), tell, signal);
    this.#running = work;
    this.#tellWindows(base);
    try {
      const made = await work;
      this.#problem = null;
      this.#newest = made;
      rotate(backupsOf(this.#folder), member, this.#now());
      tell('second', null);
      await this.#catchUp(base, signal);
      return made;
    } catch (error) {
      const problem = backupProblem(error);
      if (problem !== 'cancelled') this.#problem = problem;
      if (problem === 'baseDamaged') fs.writeFileSync(path.join(this.#folder, SUSPECT_MARK), '');
      throw error;
    } finally {
      this.#running = null;
      this.#tellWindows(base);
    }
  }

  /** One backup in a folder that a script named; it is not counted and not rotated. */
  async makeIn(folder: string, tell: Tell, signal?: AbortSignal): Promise<FoundBackup> {
    const base = this.#base();
    if (!base) throw new BackupRefusal('baseDamaged');
    return this.#makeIn(base, path.resolve(folder), tell, signal);
  }

  /** What is due now: a backup, or a second place that has come back. Never rejects for an expected reason. */
  async tick(): Promise<void> {
    const base = this.#base();
    if (!base || this.isRunning) return;
    const { nextAt } = this.state();
    try {
      if (nextAt !== null && nextAt <= this.#now()) await this.make();
      else await this.#catchUp(base);
      // What is due or overdue changes with the time alone.
      this.#tellWindows(base);
    } catch (error) {
      backupProblem(error);
    }
  }

  /** A last backup where something was written and it is quick; closing waits no longer than a few seconds. */
  async beforeClosing(): Promise<void> {
    if (!this.#running && (this.state().nextAt === null || this.#tookMs > CLOSING_MS)) return;
    const patience = Promise.withResolvers<void>();
    const timer = setTimeout(() => patience.resolve(), CLOSING_MS);
    const stop = new AbortController();
    const work = this.#running ?? this.make(undefined, stop.signal);
    try {
      await Promise.race([work, patience.promise]);
    } catch (error) {
      backupProblem(error);
    } finally {
      clearTimeout(timer);
      stop.abort();
      work.catch(() => {});
    }
  }

  /** After a restore the backups of before are there still, and another base is open. */
  forget(): void {
    this.#newest = undefined;
    this.#there = null;
    this.#problem = null;
    this.#secondProblem = null;
  }

  async #makeIn(base: Base, folder: string, tell: Tell, signal?: AbortSignal): Promise<FoundBackup> {
    const began = performance.now();
    // Before the copy begins: what is written from now on counts as not yet held.
    const createdAt = this.#now();
    const file = path.join(folder, backupName(createdAt));
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    const keys = readSlots(this.#folder);
    if (!keys) throw new BackupRefusal('unwritable');
    const { file: source, key, kind } = base;
    const task = { base: source, key, keys, file, id: randomUUID(), createdAt, kind, app: APP };
    await runBackupThread<FromBackupThread>(
      THREAD,
      { do: 'make', task },
      (message) => message.is === 'progress' && tell(message.phase, message.part),
      signal,
    );
    this.#tookMs = performance.now() - began;
    return { file, ...readHeader(file) };
  }

  /** The newest backup goes to the second place when that is there and has it not. */
  async #catchUp(base: Base, signal?: AbortSignal): Promise<void> {
    const place = this.place;
    const newest = this.#last();
    if (place === null || !newest || !isFolder(place) || this.#isThere(place, newest)) return;
    const member = base.member();
    try {
      removeUnfinished(place);
      const to = path.join(place, path.basename(newest.file));
      await runBackupThread(THREAD, { do: 'copy', from: newest.file, to }, () => {}, signal);
      rotate(place, member, this.#now());
      this.#there = null;
      this.#secondProblem = null;
    } catch (error) {
      const problem = backupProblem(error);
      if (problem === 'cancelled') throw error;
      // The backup beside the base is good; the second place has a status of its own.
      this.#secondProblem = problem;
    }
    this.#tellWindows(base);
  }

  #second(base: Base | null): Second {
    const place = base && this.place;
    if (place === null) return { folder: null, state: 'none', lastAt: null, problem: null };
    if (!isFolder(place)) {
      this.#there = null;
      return { folder: place, state: 'absent', lastAt: null, problem: null };
    }
    const mine = this.#newestThere(place, base?.member());
    const lastAt = mine?.header.createdAt ?? null;
    if (this.#secondProblem) return { folder: place, state: 'failed', lastAt, problem: this.#secondProblem };
    const newest = this.#last();
    const state = newest && mine?.header.id !== newest.header.id ? 'behind' : 'ready';
    return { folder: place, state, lastAt, problem: null };
  }

  #newestThere(place: string, member: string | undefined): FoundBackup | null {
    const now = this.#now();
    if (!this.#there || now - this.#there.at > LOOKED_UP_MS) {
      const newest = findBackups(place).find(({ header }) => header.base === member) ?? null;
      this.#there = { at: now, newest };
    }
    return this.#there.newest;
  }

  #isThere(place: string, { file, header }: FoundBackup): boolean {
    try {
      return readHeader(path.join(place, path.basename(file))).header.id === header.id;
    } catch {
      return false;
    }
  }

  #last(): FoundBackup | null {
    const base = this.#base();
    if (!base) return findBackups(backupsOf(this.#folder))[0] ?? null;
    if (this.#newest === undefined || (this.#newest && !fs.existsSync(this.#newest.file))) {
      const member = base.member();
      this.#newest =
        findBackups(backupsOf(this.#folder)).find(({ header }) => header.base === member) ?? null;
    }
    return this.#newest;
  }

  #tellWindows(base: Base): void {
    base.events.emit({ topics: ['backup'], ids: null });
  }
}

/** When something was last written or typed, UTC milliseconds; null of a base that holds nothing but its author. */
export function newestChange({ reader }: Base): number | null {
  const action = reader.prepare(`SELECT at, no, label FROM action ORDER BY no DESC LIMIT 1`).get() as
    | { at: number; no: number; label: string }
    | undefined;
  const draft = reader.prepare('SELECT max(updated_at) FROM draft').pluck().get() as number | null;
  const isOnlyBegun = !action || (JSON.parse(action.label) as { key: string }).key === 'began';
  if (isOnlyBegun) return draft;
  return Math.max(action.at, draft ?? 0);
}

function firstChange(base: Base | null): number {
  const at = base?.reader.prepare('SELECT at FROM action ORDER BY no LIMIT 1').pluck().get() as
    | number
    | undefined;
  return at ?? Date.now();
}

function isFolder(place: string): boolean {
  return fs.statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
