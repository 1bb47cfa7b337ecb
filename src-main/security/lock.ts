/**
 * One holder per profile. The lock itself belongs to the operating system and goes with the process;
 * `holder.json` beside it only names the holder and where its engine can be reached.
 */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { type LockFile, openLockFile } from '../data/lock-file.ts';
import { writeDurably } from './durable-file.ts';
import { ProfileRefusal } from './refusal.ts';

export const SHELL_NAMES = ['browser', 'desktop', 'commandLine'] as const;
export type ShellName = (typeof SHELL_NAMES)[number];

const holderSchema = z.object({
  pid: z.int(),
  shell: z.enum(SHELL_NAMES),
  /** UTC milliseconds. */
  since: z.int(),
  /** Path of the Unix socket or name of the pipe, and the secret that its callers must show. */
  socket: z.string().optional(),
  secret: z.string().optional(),
});
export type Holder = z.infer<typeof holderSchema>;

export interface ProfileLock {
  readonly folder: string;
  release(): void;
}

/** Takes the profile folder for this process; refuses with `held`, naming the holder, when it is taken. */
export function lockProfile(folder: string, shell: ShellName): ProfileLock {
  let lock: LockFile | null;
  try {
    lock = openLockFile(path.join(folder, 'lock.db'));
  } catch {
    throw new ProfileRefusal('folderUnusable', { folder });
  }
  if (!lock) {
    const holder = readHolder(folder);
    throw new ProfileRefusal('held', {
      folder,
      shell: holder?.shell ?? 'unknown',
      pid: holder?.pid ?? 0,
      since: holder?.since ?? 0,
    });
  }
  writeHolder(folder, { pid: process.pid, shell, since: Date.now() });
  return {
    folder,
    release() {
      // First the name, then the lock: the next holder's name must not be taken away.
      fs.rmSync(holderFileOf(folder), { force: true });
      lock.release();
    },
  };
}

/** Who holds the folder, as far as written; the lock alone says whether it is still held. */
export function readHolder(folder: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(fs.readFileSync(holderFileOf(folder), 'utf8')));
  } catch {
    return null;
  }
}

/** Only for the process that has the lock. */
export function writeHolder(folder: string, holder: Holder): void {
  writeDurably(holderFileOf(folder), `${JSON.stringify(holder)}\n`);
}

function holderFileOf(folder: string): string {
  return path.join(folder, 'holder.json');
}
