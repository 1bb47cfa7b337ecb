/** An exported file is there whole or not at all, and what was there before stays until then. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openForReading, readJsonFile, replaceFile } from '#main/shell-cli/files.ts';
import { makeFolder } from '../../helpers/folder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('the pieces become the file, readable by its owner only, and nothing else is left', async () => {
  const folder = makeFolder();
  const file = path.join(folder, 'zoznam.csv');
  await replaceFile(file, async (write) => {
    await write(bytes('meno;'));
    await write(bytes('telefón'));
  });
  expect(fs.readFileSync(file, 'utf8')).toBe('meno;telefón');
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(folder)).toEqual(['zoznam.csv']);
});

test('a failure half-way leaves the older file and no draft', async () => {
  const folder = makeFolder();
  const file = path.join(folder, 'zoznam.csv');
  fs.writeFileSync(file, 'older');
  const failing = replaceFile(file, async (write) => {
    await write(bytes('half'));
    expect(fs.readFileSync(file, 'utf8')).toBe('older');
    throw new Error('the engine went away');
  });
  await expect(failing).rejects.toThrow('the engine went away');
  expect(fs.readFileSync(file, 'utf8')).toBe('older');
  expect(fs.readdirSync(folder)).toEqual(['zoznam.csv']);
});

test('places that cannot be written or read are refused with the file named', async () => {
  const folder = makeFolder();
  const missing = path.join(folder, 'nowhere', 'f.csv');
  await expect(replaceFile(missing, async () => {})).rejects.toMatchObject({
    reason: 'unwritable',
    file: missing,
  });
  await expect(openForReading(missing)).rejects.toMatchObject({ reason: 'missing' });
  await expect(openForReading(folder)).rejects.toMatchObject({ reason: 'isFolder' });
  fs.writeFileSync(path.join(folder, 'map.json'), '{');
  await expect(readJsonFile(path.join(folder, 'map.json'))).rejects.toMatchObject({ reason: 'notJson' });
});

test('a full disk is told from other failures', async () => {
  const file = path.join(makeFolder(), 'f.csv');
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' });
  await expect(replaceFile(file, () => Promise.reject(full))).rejects.toMatchObject({ reason: 'diskFull' });
});
