/**
 * Attachments beside the backups: each sealed file once, however many backups need it. Their names say nothing and
 * their content is sealed with a key that stands in the base, so they are as safe on a stick as the backup itself.
 */
import fs from 'node:fs';
import path from 'node:path';
import { syncFolder } from '../../security/durable-file.ts';
import { BLOBS, PARTS } from '../blobs/blobs-folder.ts';
import { BackupRefusal } from './backup-refusal.ts';

const DRAFT = '.unfinished';

export interface PoolHooks {
  isCancelled(): boolean;
  /** UTC milliseconds: the files are marked as needed by a backup of this time. */
  neededAt?: number;
}

/** Copies the files that `to` lacks, both folders of profiles or of backups; what is there already is not written anew. */
export function copyBlobs(from: string, to: string, { isCancelled, neededAt }: PoolHooks): void {
  for (const entry of namesIn(path.join(from, BLOBS))) {
    if (entry === PARTS) continue;
    for (const name of namesIn(path.join(from, BLOBS, entry))) {
      if (isCancelled()) throw new BackupRefusal('cancelled');
      const target = path.join(to, BLOBS, entry, name);
      if (!name.endsWith(DRAFT)) copyOne(path.join(from, BLOBS, entry, name), target);
      if (neededAt !== undefined && fs.existsSync(target)) touch(target, neededAt);
    }
  }
}

/** Takes away what no backup from `oldest` (UTC milliseconds) on has needed. */
export function pruneBlobs(folder: string, oldest: number): void {
  for (const entry of namesIn(path.join(folder, BLOBS))) {
    for (const name of namesIn(path.join(folder, BLOBS, entry))) {
      const file = path.join(folder, BLOBS, entry, name);
      // Sticks keep times to two seconds.
      if (fs.statSync(file).mtimeMs < oldest - 2_000) fs.rmSync(file, { force: true });
    }
  }
}

function copyOne(source: string, target: string): void {
  if (fs.existsSync(target)) return;
  const draft = `${target}${DRAFT}`;
  fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  try {
    fs.copyFileSync(source, draft);
  } catch (error) {
    // The sweep took it meanwhile: nothing names it any more.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const handle = fs.openSync(draft, 'r+');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
  fs.renameSync(draft, target);
  syncFolder(path.dirname(target));
}

function touch(file: string, at: number): void {
  fs.utimesSync(file, new Date(at), new Date(at));
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}
