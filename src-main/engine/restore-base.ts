/**
 * The first half of a restore, in `restoring/` beside the present base, which is only read: the backup is unpacked
 * and checked, brought to the present schema, given a new device id, and gets what was salvaged of a damaged base.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Restored, RestorePhase, Salvaged } from '#shared/contract/backups.ts';
import { copyBlobs } from '../data/backup/blob-pool.ts';
import { BLOB_KEY } from '../data/blobs/blob-store.ts';
import { BackupRefusal } from '../data/backup/backup-refusal.ts';
import { BASE_PART, isSealedBy } from '../data/backup/format.ts';
import { countsOf } from '../data/backup/make-backup.ts';
import { backupsOf } from '../data/backup/places.ts';
import { readHeader, readParts } from '../data/backup/read-backup.ts';
import { beginRestoring, markReady } from '../data/backup/restore-swap.ts';
import { openWritable } from '../data/connection.ts';
import { lastMigration, migrateBase } from '../data/migrate.ts';
import { passesQuickCheck } from '../data/quick-check.ts';
import { replay } from '../data/salvage/replay.ts';
import { type Column, salvage, type Salvage, SALVAGED_TABLES } from '../data/salvage/salvage.ts';
import type { SlotFile } from '../security/key-slots.ts';
import { writeSlots } from '../security/key-slots.ts';
import { BASE_FILE, openEngine } from './engine.ts';

export interface RestoreTask {
  /** Folder of the profile. */
  folder: string;
  kind: 'own' | 'demo';
  defaults: { language: 'sk' | 'en'; country: string; name: string };
  /** A backup file, the folder of a base put aside, or nothing but what is readable of the damaged base. */
  source: { is: 'backup'; file: string } | { is: 'aside'; folder: string } | { is: 'readable' };
  /** Data key of the source and of the restored base. */
  key: Uint8Array;
  /** Slots of the restored base. */
  keys: SlotFile;
  /** Data keys of the present base where it is damaged and is to be salvaged; the first that reads anything counts. */
  salvageWith: Uint8Array[];
  /** UTC milliseconds; names the place of the present base aside. */
  at: number;
}

export interface RestoreHooks {
  progress(phase: RestorePhase, part: number | null): void;
  isCancelled(): boolean;
}

/** Leaves `restoring/` ready to be swapped in; throws `BackupRefusal` with nothing changed. */
export function restoreBase(task: RestoreTask, hooks: RestoreHooks): Omit<Restored, 'aside'> {
  const { folder, at } = task;
  const place = beginRestoring(folder);
  try {
    const file = path.join(place, BASE_FILE);
    const key = Buffer.from(task.key);
    layBase(task, file, key, hooks);
    if (task.source.is !== 'readable') checkBase(file, key, hooks);
    if (task.source.is === 'backup') bringBlobs(folder, path.dirname(task.source.file), hooks);
    prepareBase(file, place, key);
    const found = task.salvageWith.length > 0 ? salvageBase(task, file, place, key, hooks) : null;
    hooks.progress('preparing', null);
    const facts = finishBase(task, place, key, found, hooks);
    writeSlots(place, task.keys.slots, task.keys);
    if (hooks.isCancelled()) throw new BackupRefusal('cancelled');
    markReady(folder, at);
    return facts;
  } catch (error) {
    fs.rmSync(place, { recursive: true, force: true });
    throw error;
  }
}

function layBase({ source }: RestoreTask, file: string, key: Buffer, hooks: RestoreHooks): void {
  if (source.is === 'readable') return;
  if (source.is === 'aside') {
    for (const ending of ['', '-wal']) {
      const from = path.join(source.folder, `${BASE_PART}${ending}`);
      if (fs.existsSync(from)) fs.copyFileSync(from, `${file}${ending}`, fs.constants.COPYFILE_EXCL);
    }
    return;
  }
  const backup = readHeader(source.file);
  if (!isSealedBy(backup.header, key)) throw new BackupRefusal('altered');
  if (backup.header.migration > lastMigration()) throw new BackupRefusal('newer');
  const total = backup.bytes - backup.start;
  readParts(
    source.file,
    backup,
    { [BASE_PART]: file },
    { progress: (done) => hooks.progress('reading', done / total), isCancelled: hooks.isCancelled },
  );
}

/** From beside the backup, and from the own place, for a backup that came alone. What is here already stays. */
function bringBlobs(folder: string, place: string, { isCancelled }: RestoreHooks): void {
  for (const from of [place, backupsOf(folder)]) copyBlobs(from, folder, { isCancelled });
}

function checkBase(file: string, key: Buffer, { progress, isCancelled }: RestoreHooks): void {
  if (isCancelled()) throw new BackupRefusal('cancelled');
  progress('checking', null);
  const db = openWritable(file, key);
  try {
    if (!passesQuickCheck(db)) throw new BackupRefusal('baseDamaged');
    const last = db.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get() as number;
    if (last > lastMigration()) throw new BackupRefusal('newer');
  } finally {
    db.close();
  }
}

/** The present schema, and no device: the clock makes a new one, so that two machines never write as one. */
function prepareBase(file: string, place: string, key: Buffer): void {
  const db = openWritable(file, key);
  try {
    migrateBase(db, file, place);
    db.exec(`DELETE FROM setting WHERE key = 'device'`);
  } finally {
    db.close();
  }
}

function salvageBase(
  { folder, salvageWith, source }: RestoreTask,
  file: string,
  place: string,
  key: Buffer,
  { progress }: RestoreHooks,
): Salvage | null {
  progress('salvaging', null);
  const work = path.join(place, 'salvage');
  const db = openWritable(file, key);
  try {
    const columns = new Map(
      SALVAGED_TABLES.map((table) => [table, db.pragma(`table_info("${table}")`) as Column[]]),
    );
    fs.mkdirSync(work, { mode: 0o700 });
    for (const candidate of salvageWith) {
      const found = salvage(path.join(folder, BASE_FILE), Buffer.from(candidate), work, columns);
      if (found.lostPages >= found.pages - 1 && salvageWith.length > 1) continue;
      const member = found.settings.get('member')?.['value'];
      const keep = db.prepare('INSERT OR IGNORE INTO setting (key, value) VALUES (?, ?)');
      // A base built of what is readable keeps its author.
      if (source.is === 'readable' && typeof member === 'string') keep.run('member', member);
      // The files of attachments stay where they are. A backup from before there were any does not know what opens them.
      const blobKey = found.settings.get(BLOB_KEY)?.['value'];
      if (typeof blobKey === 'string') keep.run(BLOB_KEY, blobKey);
      return found;
    }
    return null;
  } finally {
    db.close();
    fs.rmSync(work, { recursive: true, force: true });
  }
}

function finishBase(
  { kind, defaults }: RestoreTask,
  place: string,
  key: Buffer,
  found: Salvage | null,
  { progress }: RestoreHooks,
): Omit<Restored, 'aside'> {
  const engine = openEngine({ folder: place, kind, ...defaults }, key);
  try {
    const salvaged: Salvaged | null =
      found && replay(engine.base, found, (part) => progress('salvaging', part));
    return { counts: countsOf(engine.base.writer), salvaged };
  } finally {
    engine.close();
    for (const ending of ['-wal', '-shm'])
      fs.rmSync(path.join(place, `${BASE_FILE}${ending}`), { force: true });
  }
}
