/**
 * The second half of a restore: what was made ready in `restoring/` takes the place of the present base, which goes to
 * `aside/<time>/`. Every step is a rename that is done once: whoever is killed between two of them finishes at the next
 * start, and before `ready.json` stands nothing has happened yet.
 */
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { syncFolder, writeDurably } from '../../security/durable-file.ts';
import { BASE_PART } from './format.ts';
import { asideOf, stampOf } from './places.ts';

const readySchema = z.object({ at: z.int() });

/** What SQLite keeps beside the base; moved first, because a log must never meet another base. */
const BESIDE = [`${BASE_PART}-wal`, `${BASE_PART}-shm`, `${BASE_PART}-journal`];
const REPLACED = [BASE_PART, 'keys.json'];

export function restoringOf(folder: string): string {
  return path.join(folder, 'restoring');
}

/** An empty folder to build the restored base in; whatever an earlier attempt left there goes. */
export function beginRestoring(folder: string): string {
  const place = restoringOf(folder);
  fs.rmSync(place, { recursive: true, force: true });
  fs.mkdirSync(place, { mode: 0o700 });
  return place;
}

/** From here on the restore happens, now or at the next start. `at` (UTC milliseconds) names the place aside. */
export function markReady(folder: string, at: number): void {
  const place = restoringOf(folder);
  for (const name of REPLACED) syncFile(path.join(place, name));
  syncFolder(place);
  writeDurably(path.join(place, 'ready.json'), `${JSON.stringify({ at })}\n`);
}

/**
 * Finishes a restore that was made ready, or takes away one that was not. Returns where the base of before lies,
 * null when there was none or nothing to finish. Only for whoever holds the profile, with the base closed.
 */
export function finishRestore(folder: string): string | null {
  const place = restoringOf(folder);
  if (!fs.existsSync(place)) return null;
  const at = readReady(place);
  if (at === null) {
    fs.rmSync(place, { recursive: true, force: true });
    return null;
  }
  const aside = path.join(asideOf(folder), stampOf(at));
  for (const name of REPLACED) {
    const restored = path.join(place, name);
    if (!fs.existsSync(restored)) continue;
    if (name === BASE_PART) for (const beside of BESIDE) putAside(folder, aside, beside);
    putAside(folder, aside, name);
    fs.renameSync(restored, path.join(folder, name));
    syncFolder(folder);
  }
  // Marks of the base of before, not of this one.
  for (const mark of ['open', 'suspect']) fs.rmSync(path.join(folder, mark), { force: true });
  fs.rmSync(path.join(place, 'ready.json'), { force: true });
  fs.rmSync(place, { recursive: true, force: true });
  return fs.existsSync(aside) ? aside : null;
}

function putAside(folder: string, aside: string, name: string): void {
  const present = path.join(folder, name);
  const kept = path.join(aside, name);
  if (!fs.existsSync(present) || fs.existsSync(kept)) return;
  fs.mkdirSync(aside, { recursive: true, mode: 0o700 });
  fs.renameSync(present, kept);
  syncFolder(aside);
}

function readReady(place: string): number | null {
  try {
    return readySchema.parse(JSON.parse(fs.readFileSync(path.join(place, 'ready.json'), 'utf8'))).at;
  } catch {
    return null;
  }
}

function syncFile(file: string): void {
  const handle = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}
