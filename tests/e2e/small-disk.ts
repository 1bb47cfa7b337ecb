/**
 * A disk that can be filled and freed under a running Vizitka: a file system of its own in memory. Whoever may not mount
 * one forbids the process to make its files grow, which ends its writes in the same place.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

export interface SmallDisk {
  folder: string;
  /** From now on the process can write nothing that needs room. */
  fill(pid: number): void;
  free(pid: number): void;
  remove(): void;
}

const MEGABYTES = 16;

export function makeSmallDisk(): SmallDisk {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'vizitka-disk-')));
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  if (!mountInMemory(folder)) {
    const limit = (pid: number, size: string) =>
      execFileSync('prlimit', ['--pid', String(pid), `--fsize=${size}:`]);
    return { folder, remove, fill: (pid) => limit(pid, '4096'), free: (pid) => limit(pid, 'unlimited') };
  }
  const ballast = path.join(folder, 'ballast');
  return {
    folder,
    fill: () => fillUp(ballast),
    free: () => fs.rmSync(ballast),
    remove: () => {
      execFileSync('umount', ['--lazy', folder]);
      remove();
    },
  };
}

/** Root may, but not in every container. */
function mountInMemory(folder: string): boolean {
  if (process.getuid?.() !== 0) return false;
  const options = ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'vizitka', folder];
  return spawnSync('mount', options, { stdio: 'ignore' }).status === 0;
}

function fillUp(file: string): void {
  const handle = fs.openSync(file, 'w');
  for (const size of [1024 * 1024, 4096]) {
    try {
      for (;;) fs.writeSync(handle, Buffer.alloc(size));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
  fs.closeSync(handle);
}
