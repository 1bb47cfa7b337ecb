/** `vizitka backup` and `vizitka restore` as scripts see them. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { readSlots, writeSlots } from '#main/security/key-slots.ts';
import { openDataKey } from '#main/security/data-key.ts';
import { newRecoveryCode, wrapWithCode } from '#main/security/recovery-code.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { runVizitka, startShell } from '../../helpers/processes.ts';

// Each test starts up to eight processes, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let profile: string;
beforeEach(() => {
  folder = makeFolder();
  profile = path.join(folder, 'base');
});

const on = (place: string, ...args: string[]) => runVizitka(['--profile', place, ...args]);
const addClient = (name: string, place = profile) =>
  on(
    place,
    'call',
    'clients.create',
    JSON.stringify({ id: randomUUID(), values: { name, status: 'active' } }),
  );
const namesIn = async (place: string) => {
  const { out } = await on(place, '--json', 'call', 'clients.list', '{"filter":{}}');
  return (JSON.parse(out) as { rows: { name: string }[] }).rows.map(({ name }) => name);
};

async function backUp(): Promise<string> {
  const { code, out } = await on(profile, '--json', 'backup', path.join(folder, 'out'));
  expect(code).toBe(0);
  return (JSON.parse(out) as { file: string }).file;
}

function withCode(code: string): void {
  const before = process.env.VIZITKA_RECOVERY_CODE;
  process.env.VIZITKA_RECOVERY_CODE = code;
  onTestFinished(() => {
    if (before === undefined) delete process.env.VIZITKA_RECOVERY_CODE;
    else process.env.VIZITKA_RECOVERY_CODE = before;
  });
}

test('a restore says what the backup holds and is confirmed before anything changes', async () => {
  await addClient('Prvý');
  const file = await backUp();
  await addClient('Druhý');
  const asked = await on(profile, 'restore', file);
  expect(asked.code).toBe(1);
  expect(asked.out).toMatch(/^Backup .+: clients 1, .+\nNow: clients 2/);
  expect(asked.err).toContain('--yes');
  expect((await namesIn(profile)).toSorted()).toEqual(['Druhý', 'Prvý']);

  const done = await on(profile, '--json', 'restore', file, '--yes');
  expect(done).toMatchObject({ code: 0, err: '' });
  const { aside, counts } = JSON.parse(done.out) as { aside: string; counts: { client: number } };
  expect(counts.client).toBe(1);
  expect(fs.existsSync(path.join(aside, 'vizitka.db'))).toBe(true);
  expect(await namesIn(profile)).toEqual(['Prvý']);
});

test('on another machine the code comes from the environment; without it nothing changes', async () => {
  await addClient('Prenesený');
  const code = newRecoveryCode();
  const slots = readSlots(profile)?.slots ?? [];
  writeSlots(profile, [...slots, wrapWithCode(code, openDataKey(profile).key)], { begun: true });
  const file = await backUp();
  const other = path.join(folder, 'other');
  const refused = await on(other, 'restore', file, '--yes');
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('VIZITKA_RECOVERY_CODE');
  expect(await namesIn(other)).toEqual([]);
  withCode(newRecoveryCode());
  expect((await on(other, 'restore', file, '--yes')).err).toContain('does not open the backup');
  withCode(code);
  expect((await on(other, 'restore', file, '--yes')).code).toBe(0);
  expect(await namesIn(other)).toEqual(['Prenesený']);
});

test('the running shell does both for a script, and its base is the restored one', async () => {
  await addClient('Pri behu');
  const shell = await startShell(profile);
  const file = await backUp();
  await addClient('Neskôr');
  expect((await on(profile, 'restore', file, '--yes')).code).toBe(0);
  expect(await namesIn(profile)).toEqual(['Pri behu']);
  expect(await shell.end()).toBe(0);
  expect(await namesIn(profile)).toEqual(['Pri behu']);
});

test('what is no backup, is cut off or missing is a sentence and 1', async () => {
  await addClient('Prítomný');
  const file = await backUp();
  const cut = path.join(folder, 'cut.vzb');
  fs.writeFileSync(cut, fs.readFileSync(file).subarray(0, -1));
  for (const [place, sentence] of [
    [cut, 'incomplete'],
    [path.join(profile, 'profile.key'), 'not a backup'],
    [path.join(folder, 'missing.vzb'), 'cannot be read'],
    [folder, 'cannot be read'],
  ] as const) {
    const ended = await on(profile, 'restore', place, '--yes');
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toContain(sentence);
  }
  expect(fs.existsSync(path.join(profile, 'aside'))).toBe(false);
});

test('a damaged base is restored from the command line, with what the backup does not hold', async () => {
  await addClient('V zálohe');
  const file = await backUp();
  await addClient('Neodoslaný');
  const base = path.join(profile, 'vizitka.db');
  fs.writeFileSync(base, fs.readFileSync(base).fill(0, 0, 4096));
  expect((await on(profile, 'search', 'x')).code).toBe(1);
  const { code, out } = await on(profile, 'restore', file, '--yes');
  expect(code).toBe(0);
  expect(out).toContain('Saved from the damaged base: changes 1, records 1');
  expect((await namesIn(profile)).toSorted()).toEqual(['Neodoslaný', 'V zálohe']);
});
