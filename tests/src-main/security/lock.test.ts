/** One holder per profile, over real processes, also after the holder was killed. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { lockProfile, readHolder } from '#main/security/lock.ts';
import { makeFolder } from '../../helpers/folder.ts';

const holderScript = fileURLToPath(new URL('../../helpers/hold-lock.ts', import.meta.url));

async function startHolder(folder: string) {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
    process.execPath,
    [...process.execArgv, holderScript, folder],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  return { child, said: said.trim() };
}

async function end(child: ChildProcessByStdio<Writable, Readable, null>, signal?: 'SIGKILL') {
  const exit = once(child, 'exit');
  if (signal) child.kill(signal);
  else child.stdin.write('release\n');
  await exit;
}

test('a second process is refused and told who holds the profile', async () => {
  const folder = makeFolder();
  const first = await startHolder(folder);
  expect(first.said).toBe('held');
  const second = await startHolder(folder);
  expect(second.said).toBe(`held browser ${first.child.pid}`);
  expect(() => lockProfile(folder, 'commandLine')).toThrow(
    expect.objectContaining({ reason: 'held', details: expect.objectContaining({ pid: first.child.pid }) }),
  );
  await end(first.child);
  expect((await startHolder(folder)).said).toBe('held');
});

test('kill -9 gives the profile back, although the name of the dead holder stays behind', async () => {
  const folder = makeFolder();
  const first = await startHolder(folder);
  await end(first.child, 'SIGKILL');
  expect(readHolder(folder)?.pid).toBe(first.child.pid);
  const lock = lockProfile(folder, 'commandLine');
  expect(readHolder(folder)).toMatchObject({ pid: process.pid, shell: 'commandLine' });
  lock.release();
});

test('the lock holds within one process too, and releasing it takes the name away', () => {
  const folder = makeFolder();
  const lock = lockProfile(folder, 'browser');
  expect(() => lockProfile(folder, 'browser')).toThrow(expect.objectContaining({ reason: 'held' }));
  lock.release();
  expect(readHolder(folder)).toBeNull();
  lockProfile(folder, 'browser').release();
});

test('the lock file and the name hold no data and are closed to other users', () => {
  const folder = makeFolder();
  const lock = lockProfile(folder, 'browser');
  expect(fs.statSync(path.join(folder, 'lock.db')).size).toBe(0);
  expect(fs.statSync(path.join(folder, 'holder.json')).mode & 0o777).toBe(0o600);
  lock.release();
});
