import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withFolderLock } from '../../scripts/folder-lock.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'vizitka-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('one works, the others wait', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
  };
  await Promise.all([1, 2, 3].map(() => withFolderLock(folder, work)));
  expect(most).toBe(1);
  expect(existsSync(path.join(folder, '.lock'))).toBe(false);
});

test('a lock whose owner has died is taken over', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(path.join(folder, '.lock'), String(dead));
  let done = false;
  await withFolderLock(folder, async () => {
    done = true;
  });
  expect(done).toBe(true);
});

test('the lock goes when the work fails', async () => {
  const failing = withFolderLock(folder, () => Promise.reject(new Error('no space')));
  await expect(failing).rejects.toThrow('no space');
  expect(existsSync(path.join(folder, '.lock'))).toBe(false);
});
