/**
 * The key file: a wrapping key beside the base, readable by its owner only. It protects a copied or lost
 * `vizitka.db`, not a copied folder, and the settings screen says so.
 */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { writeDurably } from './durable-file.ts';
import type { SlotOpener } from './key-slots.ts';
import { ProfileRefusal } from './refusal.ts';

const HEAD = 'vizitka-key-1 ';

export function keyFileOf(folder: string): string {
  return path.join(folder, 'profile.key');
}

/** Opens slots of kind `keyFile`; refuses with `keyFileMissing` or `keyFileDamaged`. */
export function keyFileOpener(folder: string): SlotOpener {
  return { kind: 'keyFile', wrappingKey: () => readKeyFile(folder) };
}

export function readKeyFile(folder: string): Buffer {
  const file = keyFileOf(folder);
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new ProfileRefusal('keyFileMissing', { file });
    throw new ProfileRefusal('folderUnusable', { folder });
  }
  const key = text.startsWith(HEAD) ? Buffer.from(text.slice(HEAD.length).trim(), 'base64') : null;
  if (key?.length !== 32) throw new ProfileRefusal('keyFileDamaged', { file });
  return key;
}

/** The wrapping key of a new base. One that a crash left before its slots were written is used again. */
export function makeKeyFile(folder: string): Buffer {
  if (fs.existsSync(keyFileOf(folder))) return readKeyFile(folder);
  const key = randomBytes(32);
  writeDurably(keyFileOf(folder), `${HEAD}${key.toString('base64')}\n`);
  return key;
}

/** Closes the key file to other users; true when it was open to them. Windows keeps to the folder's rights. */
export function tightenKeyFile(folder: string): boolean {
  if (process.platform === 'win32') return false;
  const file = keyFileOf(folder);
  const mode = fs.statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
  if ((mode & 0o077) === 0) return false;
  fs.chmodSync(file, 0o600);
  return true;
}
