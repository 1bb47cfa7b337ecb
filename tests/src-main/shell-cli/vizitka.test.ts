/** The command line as scripts see it: exit codes, what is on which stream, and the profile it leaves. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeFolder } from '../../helpers/folder.ts';
import { runVizitka, startShell } from '../../helpers/processes.ts';

let profile: string;
beforeEach(() => {
  profile = path.join(makeFolder(), 'base');
});

const onProfile = (...args: string[]) => runVizitka(['--profile', profile, ...args]);
const addClient = (name: string) =>
  onProfile(
    'call',
    'clients.create',
    JSON.stringify({ id: randomUUID(), values: { name, status: 'active' } }),
  );

test('wrong usage is 2: usage on standard error, nothing on standard output, no profile made', async () => {
  for (const args of [
    [],
    ['frobnicate'],
    ['search'],
    ['call', 'clients.nothing'],
    ['call', 'clients.list', '{'],
  ]) {
    const ended = await onProfile(...args);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('Usage: vizitka');
  }
  expect(fs.existsSync(profile)).toBe(false);
});

test('help is asked for and answered, in the language of the system', async () => {
  expect(await runVizitka(['--help'])).toMatchObject({ code: 0, err: '' });
  expect((await runVizitka(['--help'], 'sk_SK.UTF-8')).out).toContain('Použitie: vizitka');
});

test('procedures come with JSON Schemas and need no profile', async () => {
  const { code, out } = await onProfile('procedures', '--json');
  const procedures = JSON.parse(out) as {
    procedure: string;
    kind: string;
    input: unknown;
    output: unknown;
  }[];
  expect(code).toBe(0);
  expect(procedures.find(({ procedure }) => procedure === 'clients.create')).toMatchObject({
    kind: 'command',
    input: { type: 'object', required: ['id', 'values'] },
  });
  expect(procedures.find(({ procedure }) => procedure === 'live.changes')).toMatchObject({
    kind: 'stream',
    output: { required: ['topics', 'ids'] },
  });
  expect((await onProfile('procedures')).out).toContain('clients.list  (query)');
  expect(fs.existsSync(profile)).toBe(false);
});

describe('a fresh profile', () => {
  test('is made on first use, closed to others, and a window still asks the first questions', async () => {
    const { code, out } = await onProfile('--json', 'call', 'settings.get');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ready: false, preferences: { language: 'en', country: 'SK' } });
    expect(fs.statSync(profile).mode & 0o777).toBe(0o700);
    expect(fs.statSync(path.join(profile, 'profile.key')).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(profile)).not.toContain('holder.json');
    const base = fs.readFileSync(path.join(profile, 'vizitka.db'));
    expect(base.subarray(0, 15).toString()).not.toBe('SQLite format 3');
  });

  test('holds what was called, found and verified in later processes', async () => {
    expect(await addClient('Pekáreň Žitný klas s. r. o.')).toMatchObject({ code: 0, err: '' });
    const human = await onProfile('search', 'zitny');
    expect(human.code).toBe(0);
    expect(human.out).toMatch(/^Clients\n {2}Pekáreň Žitný klas s. r. o./);
    const machine = JSON.parse((await onProfile('search', 'zitny', '--json')).out) as {
      groups: { kind: string }[];
    };
    expect(machine.groups[0]).toMatchObject({
      kind: 'client',
      hits: [{ title: 'Pekáreň Žitný klas s. r. o.' }],
    });
    expect((await onProfile('search', 'nic take')).out).toBe('Nothing found.\n');
    const verified = await onProfile('verify');
    expect(verified.code).toBe(0);
    expect(verified.out).toContain('The base is in order');
  });
});

describe('refused is 1, with a sentence on standard error', () => {
  test('an input that the contract does not take', async () => {
    const ended = await onProfile('call', 'clients.desk', '{"id":"7"}');
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(/^Invalid input: id: /);
  });

  test('a record that is not there', async () => {
    const id = randomUUID();
    const ended = await onProfile('call', 'clients.desk', JSON.stringify({ id }));
    expect(ended).toMatchObject({
      code: 1,
      out: '',
      err: `The record ${id} does not exist or was removed.\n`,
    });
  });

  test('a key that is missing or another one: no empty base appears', async () => {
    await addClient('Prvý');
    const key = path.join(profile, 'profile.key');
    const kept = fs.readFileSync(key);
    const files = fs.readdirSync(profile).filter((name) => name !== 'profile.key');
    fs.rmSync(key);
    const missing = await onProfile('search', 'prvy');
    expect(missing).toMatchObject({ code: 1, out: '' });
    expect(missing.err).toContain(`The key file ${key} is missing.`);
    expect(fs.readdirSync(profile)).toEqual(files);

    fs.writeFileSync(key, `vizitka-key-1 ${Buffer.alloc(32, 7).toString('base64')}\n`, { mode: 0o600 });
    expect((await onProfile('verify')).err).toContain('The key does not belong to this base');
    fs.writeFileSync(key, kept);
    expect((await onProfile('search', 'prvy')).out).toContain('Prvý');
  });

  test('a key file open to other users is closed, said, and the work goes on', async () => {
    await addClient('Prvý');
    fs.chmodSync(path.join(profile, 'profile.key'), 0o644);
    const ended = await onProfile('search', 'prvy');
    expect(ended.code).toBe(0);
    expect(ended.err).toContain('Other users of this computer could read the key file.');
    expect(fs.statSync(path.join(profile, 'profile.key')).mode & 0o777).toBe(0o600);
  });
});

describe('while a window holds the profile', () => {
  test('commands go through its engine, and the profile stays held', async () => {
    const shell = await startShell(profile);
    const holder = fs.readFileSync(path.join(profile, 'holder.json'), 'utf8');
    expect(JSON.parse(holder)).toMatchObject({ pid: shell.child.pid, shell: 'browser' });
    expect(fs.statSync(path.join(profile, 'engine.sock')).mode & 0o777).toBe(0o600);
    expect(await addClient('Cez okno')).toMatchObject({ code: 0, err: '' });
    expect((await onProfile('search', 'cez')).out).toContain('Cez okno');
    expect(fs.readFileSync(path.join(profile, 'holder.json'), 'utf8')).toBe(holder);

    expect(await shell.end()).toBe(0);
    expect(fs.readdirSync(profile)).not.toContain('engine.sock');
    expect((await onProfile('search', 'cez')).out).toContain('Cez okno');
  });

  test('a caller without the secret is refused', async () => {
    await startShell(profile);
    const file = path.join(profile, 'holder.json');
    const holder = JSON.parse(fs.readFileSync(file, 'utf8')) as { secret: string };
    fs.writeFileSync(file, JSON.stringify({ ...holder, secret: `${holder.secret.slice(0, -1)}_` }));
    const ended = await onProfile('search', 'x');
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toContain(`The profile ${profile} is in use by a Vizitka window in the browser`);
  });

  test('a killed window leaves a profile that opens again', async () => {
    const shell = await startShell(profile);
    await addClient('Pred pádom');
    await shell.end('SIGKILL');
    expect((await onProfile('search', 'pred padom')).out).toContain('Pred pádom');
    expect((await onProfile('verify')).code).toBe(0);
    const again = await startShell(profile);
    expect(await again.end()).toBe(0);
  });
});

describe('demo', () => {
  test('fills an empty profile, and no other', async () => {
    const filled = await onProfile('demo', '--json');
    expect(filled.code).toBe(0);
    expect(JSON.parse(filled.out)).toEqual({ folder: profile, filled: true });
    expect(JSON.parse((await onProfile('--json', 'call', 'status.get')).out)).toMatchObject({
      clients: expect.any(Number),
    });
    expect((await onProfile('verify')).code).toBe(0);

    const again = await onProfile('demo');
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain('already holds data of your own');
  });
});
