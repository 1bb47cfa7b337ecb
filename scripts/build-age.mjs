/** Whether what was built is still as new as what it was made of, and building it where it is not. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from './ensure-node.mjs';

/** @param {string} built a file @param {string[]} sources paths from the root */
export function isOlder(built, sources) {
  const made = fs.statSync(built, { throwIfNoEntry: false })?.mtimeMs;
  return made === undefined || sources.some((source) => newestIn(path.join(root, source)) >= made);
}

/**
 * Runs a build in a process of its own: a bundler's hundreds of megabytes do not stay with whoever needed it. Its
 * words go to standard error, which is nobody's output.
 * @param {string} script
 */
export function buildAlone(script) {
  // A test runner's NODE_ENV would build React's parts for development in.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 2, 2], env });
  if (status !== 0) throw new Error(`${path.basename(script)} ended with ${status}`);
}

/**
 * Folders count too: theirs is the only time that tells of a file taken away.
 * @param {string} place
 * @returns {number}
 */
function newestIn(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = fs.readdirSync(place).map((name) => newestIn(path.join(place, name)));
  return Math.max(stat.mtimeMs, ...inside);
}
