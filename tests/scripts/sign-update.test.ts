/** The tool that signs a feed, as whoever publishes a version runs it. */
import { spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isSignedBy } from '#main/shell-desktop/update-signature.ts';
import { makeFolder } from '../helpers/folder.ts';

const script = fileURLToPath(new URL('../../scripts/sign-update.mjs', import.meta.url));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('makes a key for its owner alone, once, and signs every description of a folder', () => {
  const folder = makeFolder();
  const key = path.join(folder, 'update-key.pem');
  const made = run('keys', key);
  expect(made.status).toBe(0);
  if (process.platform !== 'win32') expect(fs.statSync(key).mode & 0o777).toBe(0o600);
  const before = fs.readFileSync(key, 'utf8');
  expect(made.stdout, 'the private half is printed nowhere').not.toContain(before.split('\n')[1]);
  const again = run('keys', key);
  expect(again.status).toBe(1);
  expect(again.stderr).toContain('EEXIST');
  expect(fs.readFileSync(key, 'utf8'), 'never overwritten').toBe(before);

  const dist = path.join(folder, 'dist');
  fs.mkdirSync(dist);
  for (const name of ['latest.yml', 'latest-linux.yml', 'builder-debug.yml'])
    fs.writeFileSync(path.join(dist, name), `version: 0.2.0 # ${name}\n`);
  expect(run('sign', key, dist).status).toBe(0);
  const signed = fs.readdirSync(dist).filter((name) => name.endsWith('.sig'));
  expect(signed.toSorted()).toEqual(['latest-linux.yml.sig', 'latest.yml.sig']);

  const der = Buffer.from(made.stdout.trim().split('\n').at(-1) ?? '', 'base64');
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const signature = fs.readFileSync(path.join(dist, 'latest.yml.sig'), 'utf8');
  const bytes = fs.readFileSync(path.join(dist, 'latest.yml'));
  expect(isSignedBy(publicKey, { name: 'latest.yml', bytes }, signature)).toBe(true);
  expect(isSignedBy(publicKey, { name: 'latest-mac.yml', bytes }, signature)).toBe(false);
  expect(isSignedBy(publicKey, { name: 'latest.yml', bytes }, '')).toBe(false);
});

test('says what it lacks', () => {
  const folder = makeFolder();
  const key = path.join(folder, 'key.pem');
  run('keys', key);
  expect(run('sign', key, folder)).toMatchObject({ status: 1, stderr: `no latest*.yml in ${folder}\n` });
  expect(run('sign', key).stderr).toContain('usage');
  expect(run().status).toBe(1);
});
