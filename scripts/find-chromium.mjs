/** Finds the Chromium or Chrome of this machine; on Debian, as root, installs it when there is none. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const programs = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  path.join(process.env.PROGRAMFILES ?? 'C:/Program Files', 'Google/Chrome/Application/chrome.exe'),
];
export const debianPackages = ['chromium', 'fonts-liberation', 'fonts-noto-core'];

/** @returns {string | undefined} path of the executable */
export function findChromium() {
  return look() ?? (mayInstall() ? install() : undefined);
}

function look() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return fs.existsSync(named) ? named : undefined;
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/snap/bin'];
  const candidates = folders.flatMap((folder) => commands.map((command) => path.join(folder, command)));
  return [...candidates, ...programs].find((file) => fs.existsSync(file));
}

function mayInstall() {
  return fs.existsSync('/etc/debian_version') && process.getuid?.() === 0 && !process.env.CHROMIUM_PATH;
}

function install() {
  process.stderr.write('Installing Chromium from Debian …\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...debianPackages],
  ]) {
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  }
  return look();
}
