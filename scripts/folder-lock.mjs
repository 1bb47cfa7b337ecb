/** A lock between processes for the set-up: one installs, the others wait. No package, any Node from 18. */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs the work while holding `<folder>/.lock`. A lock whose owner no longer lives is taken over.
 * @param {string} folder
 * @param {() => Promise<void>} work
 */
export async function withFolderLock(folder, work) {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, '.lock');
  while (!take(file)) await pause(200);
  const release = () => fs.rmSync(file, { force: true });
  // A failed set-up ends the process inside the work: the lock must go then too.
  process.once('exit', release);
  try {
    await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @param {string} file */
function take(file) {
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, String(process.pid));
  try {
    // A link appears whole or not at all: nobody can read a lock without its owner.
    fs.linkSync(mine, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (ownerGone(file)) fs.rmSync(file, { force: true });
    return false;
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

/** @param {string} file */
function ownerGone(file) {
  try {
    process.kill(Number(fs.readFileSync(file, 'utf8')), 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}
