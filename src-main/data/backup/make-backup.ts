/**
 * Writes one backup: a consistent copy of the base through a connection of its own, checked, then put into the file
 * with its header, and the file read back before it gets its name. Runs in a thread (`backup-thread.ts`), so that the
 * engine goes on writing.
 */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Database } from 'better-sqlite3';
import type { MakePhase } from '#shared/contract/backups.ts';
import { entities } from '#shared/entities/index.ts';
import { syncFolder } from '../../security/durable-file.ts';
import type { SlotFile } from '../../security/key-slots.ts';
import { openReadable, openWritable } from '../connection.ts';
import { passesQuickCheck } from '../quick-check.ts';
import { copyBlobs } from './blob-pool.ts';
import { BackupRefusal } from './backup-refusal.ts';
import { BACKUP_VERSION, BASE_PART, sealHeader } from './format.ts';
import { copyBytes, type OpenBackup, readHeader, readParts, writeAll } from './read-backup.ts';

/** What a file that is being made is called until it is proved; never listed, removed at the next start. */
export const UNFINISHED = '.unfinished';

export interface BackupTask {
  /** File of the base, its 32-byte key, and the slots that wrap that key. */
  base: string;
  key: Uint8Array;
  keys: SlotFile;
  /** The new file; nothing of that name may exist. */
  file: string;
  id: string;
  /** UTC milliseconds, taken before the copy begins. */
  createdAt: number;
  kind: 'own' | 'demo';
  app: string;
}

export interface MakeHooks {
  progress(phase: MakePhase, part: number | null): void;
  isCancelled(): boolean;
}

/** Throws `BackupRefusal`, or what the machine threw; nothing is left behind then. */
export function makeBackup(task: BackupTask, hooks: MakeHooks): OpenBackup {
  const key = Buffer.from(task.key);
  const copy = `${task.file}${UNFINISHED}-base`;
  const draft = `${task.file}${UNFINISHED}`;
  try {
    hooks.progress('copying', null);
    copyBase(task.base, key, copy);
    stopWhen(hooks);
    hooks.progress('checking', null);
    const facts = checkCopy(copy, key);
    stopWhen(hooks);
    // After the copy of the base, so that every file which that one names is there.
    copyBlobs(path.dirname(task.base), path.dirname(task.file), {
      isCancelled: hooks.isCancelled,
      neededAt: task.createdAt,
    });
    writeFile(task, key, copy, draft, facts, hooks);
    const written = readHeader(draft);
    readParts(draft, written, {}, { isCancelled: hooks.isCancelled });
    fs.renameSync(draft, task.file);
    syncFolder(path.dirname(task.file));
    return written;
  } finally {
    for (const file of [copy, `${copy}-journal`, draft]) fs.rmSync(file, { force: true });
  }
}

function stopWhen({ isCancelled }: MakeHooks): void {
  if (isCancelled()) throw new BackupRefusal('cancelled');
}

/** A writable handle, because what it opens beside itself inherits its rights; the base itself is only read. */
function copyBase(base: string, key: Buffer, copy: string): void {
  const db = openWritable(base, key);
  try {
    db.prepare('VACUUM INTO ?').run(copy);
  } finally {
    db.close();
  }
  if (process.platform !== 'win32') fs.chmodSync(copy, 0o600);
}

interface CopyFacts {
  device: string;
  member: string;
  migration: number;
  counts: Record<string, number>;
}

function checkCopy(copy: string, key: Buffer): CopyFacts {
  const db = openReadable(copy, key);
  try {
    if (!passesQuickCheck(db)) throw new BackupRefusal('baseDamaged');
    return factsOf(db);
  } finally {
    db.close();
  }
}

/** What a header tells of the base. */
export function factsOf(db: Database): CopyFacts {
  const setting = (key: string): string => {
    const value = db.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key) as
      | string
      | undefined;
    return value === undefined ? '' : String(JSON.parse(value));
  };
  return {
    device: setting('device'),
    member: setting('member'),
    migration: db.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get() as number,
    counts: countsOf(db),
  };
}

/** Records by entity that were not deleted, and `change` for the outbox. */
export function countsOf(db: Database): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { name, table } of Object.values(entities))
    counts[name] = db
      .prepare(`SELECT count(*) FROM "${table}" WHERE deleted_at IS NULL`)
      .pluck()
      .get() as number;
  counts['change'] = db.prepare('SELECT count(*) FROM change WHERE seq IS NULL').pluck().get() as number;
  return counts;
}

function writeFile(
  { id, createdAt, kind, app, keys }: BackupTask,
  key: Buffer,
  copy: string,
  draft: string,
  { device, member, migration, counts }: CopyFacts,
  { progress, isCancelled }: MakeHooks,
): void {
  const source = fs.openSync(copy, 'r');
  const target = fs.openSync(draft, 'wx', 0o600);
  try {
    const bytes = fs.fstatSync(source).size;
    const head = { format: 'vizitka-backup' as const, version: BACKUP_VERSION, id, createdAt, device };
    const lineWith = (sha256: string): Buffer => {
      const parts = [{ name: BASE_PART, bytes, sha256 }];
      const header = { ...head, base: member, kind, app, migration, counts, keys, parts };
      return Buffer.from(sealHeader(header, key));
    };
    // Hash and seal always have the same length, so the parts are copied once and the header is written over.
    writeAll(target, lineWith('0'.repeat(64)));
    const told = (done: number) => progress('writing', done / bytes);
    const line = lineWith(copyBytes(source, 0, bytes, target, told, { isCancelled }).digest('hex'));
    fs.writeSync(target, line, 0, line.length, 0);
    fs.fsyncSync(target);
  } finally {
    fs.closeSync(source);
    fs.closeSync(target);
  }
}

/** Copies a finished backup into another folder and reads it back; used for the second place. */
export function copyBackup(from: string, to: string, isCancelled: () => boolean = () => false): void {
  const draft = `${to}${UNFINISHED}`;
  try {
    copyBlobs(path.dirname(from), path.dirname(to), {
      isCancelled,
      neededAt: readHeader(from).header.createdAt,
    });
    const source = fs.openSync(from, 'r');
    const target = fs.openSync(draft, 'wx', 0o600);
    try {
      const bytes = fs.fstatSync(source).size;
      const hooks = { isCancelled };
      const wanted = copyBytes(source, 0, bytes, target, () => {}, hooks).digest('hex');
      fs.fsyncSync(target);
      if (sha256Of(draft) !== wanted) throw new BackupRefusal('copyFailed');
    } finally {
      fs.closeSync(source);
      fs.closeSync(target);
    }
    fs.renameSync(draft, to);
    syncFolder(path.dirname(to));
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function sha256Of(file: string): string {
  const handle = fs.openSync(file, 'r');
  try {
    return copyBytes(handle, 0, fs.fstatSync(handle).size, null, () => {}, {}).digest('hex');
  } finally {
    fs.closeSync(handle);
  }
}
