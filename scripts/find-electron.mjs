/** Finds the binary that Electron's package downloads when it is installed with its scripts; never downloads it. */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from './ensure-node.mjs';

/** @returns {string | undefined} path of the executable */
export function findElectron() {
  const installed = path.join(root, 'node_modules', 'electron');
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(installed, 'dist');
  const named = path.join(installed, 'path.txt');
  const program = fs.existsSync(named) ? fs.readFileSync(named, 'utf8').trim() : programName();
  const file = path.join(folder, program);
  return fs.existsSync(file) ? file : undefined;
}

function programName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** Which of the two the journeys on the desktop run on, for whoever reads their result. */
export function desktopNote() {
  return findElectron()
    ? 'desktop: on Electron itself'
    : "desktop: on the stand-in, as Electron's binary is not installed";
}
