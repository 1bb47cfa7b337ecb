/** Electron's binary: the one that is there, or one try to download it, bounded in time and once a day. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from './ensure-node.mjs';
import { findElectron } from './find-electron.mjs';

const failed = path.join(root, '.cache', 'electron-not-downloaded');
const LONGEST_MS = 120_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * @param {{ always?: boolean }} [options] `always` tries also after a failure of the same day
 * @returns {string | undefined} path of the executable
 */
export function fetchElectron({ always = false } = {}) {
  const present = findElectron();
  if (present || (failedLately() && !always)) return present;
  spawnSync(process.execPath, [path.join(root, 'node_modules', 'electron', 'install.js')], {
    // What it says of a failure is a trace for its makers; the caller says it in a sentence.
    stdio: 'ignore',
    timeout: LONGEST_MS,
  });
  const fetched = findElectron();
  if (!fetched) remember();
  return fetched;
}

function failedLately() {
  const at = fs.statSync(failed, { throwIfNoEntry: false })?.mtimeMs;
  return at !== undefined && Date.now() - at < DAY_MS;
}

/** Where nothing may be written, the next start tries again. */
function remember() {
  try {
    fs.mkdirSync(path.dirname(failed), { recursive: true });
    fs.writeFileSync(failed, '');
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? ''))
      throw error;
  }
}
