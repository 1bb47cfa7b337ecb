/** `login`, `sync`, `status` and `conflicts` as scripts see them, against a real server. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import { expect, onTestFinished, test, vi } from 'vitest';
import { makeFolder } from '../../helpers/folder.ts';
import { runVizitka } from '../../helpers/processes.ts';
import { startServer } from '../../helpers/start-server.ts';

// Each test starts many processes, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 180_000 });

function withPassword(): void {
  process.env['VIZITKA_PASSWORD'] = 'correct horse battery';
  onTestFinished(() => void delete process.env['VIZITKA_PASSWORD']);
}

const on = (profile: string, ...args: string[]) => runVizitka(['--profile', profile, ...args]);
const addClient = (profile: string, tier: string) =>
  json(
    profile,
    'call',
    'clients.create',
    JSON.stringify({ id: randomUUID(), values: { name: 'Alfa', status: 'active', ico: '31322832', tier } }),
  );
const json = async (profile: string, ...args: string[]): Promise<unknown> => {
  const { code, out, err } = await on(profile, '--json', ...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as unknown;
};

test('two profiles with the same client join one server; a conflict is listed and settled', async () => {
  const server = await startServer();
  const [first, second] = [path.join(makeFolder(), 'a'), path.join(makeFolder(), 'b')];
  await addClient(first, 'a');
  await addClient(second, 'b');
  expect((await on(first, 'status')).out).toContain('on this computer only');
  expect(await on(first, 'sync', '--once')).toMatchObject({
    code: 1,
    err: expect.stringContaining('not joined') as string,
  });
  expect(await on(first, 'login', server.url)).toMatchObject({ code: 2 });
  expect(await on(first, 'login', server.url, '--email', 'a@firma.sk')).toMatchObject({
    code: 1,
    err: expect.stringContaining('VIZITKA_PASSWORD') as string,
  });

  withPassword();
  const login = (profile: string, email: string, invitation: string) =>
    on(profile, 'login', server.url, '--email', email, '--invitation', invitation, '--yes');
  expect(await login(first, 'a@firma.sk', server.adminInvitation)).toMatchObject({
    code: 0,
    out: expect.stringContaining('The bases are joined.') as string,
  });
  const asked = { email: 'b@firma.sk', role: 'rep', team: null, territories: [] };
  const { invitation } = (await json(first, 'call', 'sync.invite', JSON.stringify(asked))) as {
    invitation: string;
  };
  const joined = await login(second, 'b@firma.sk', invitation);
  expect(joined.out).toContain('Clients: same 0, with other data 1, maybe the same 0, only here 0');

  expect(await json(second, 'status')).toMatchObject({ unsent: 0, openConflicts: 1, joining: null });
  const { rows } = (await json(second, 'conflicts')) as { rows: { id: string; unit: string }[] };
  expect(rows).toMatchObject([{ unit: 'tier' }]);
  expect((await on(second, 'conflicts')).out).toMatch(
    /Alfa.*\n +stands +tier: "[ab]" \(.*\n +lost +tier: "[ab]" \(/,
  );
  expect(await on(second, 'conflicts', '--take', 'restored', rows[0]?.id ?? '')).toMatchObject({ code: 0 });
  expect(await json(second, 'sync', '--once')).toMatchObject({ sent: 2, trouble: null });
  expect(await json(first, 'sync', '--once')).toMatchObject({ trouble: null });
  const list = (await json(first, 'call', 'clients.list', '{"filter":{}}')) as { rows: { tier: string }[] };
  expect(list.rows).toMatchObject([{ tier: 'a' }]);
  await json(first, 'call', 'settings.setUp', '{"language":"en","country":"SK","name":"Eva Nová"}');
  await json(first, 'call', 'sync.stayOffline', '{"on":true}');
  expect((await on(first, 'status')).out).toMatch(/Signed in +Eva Nová, a@firma\.sk[^]*stays offline/);
});

test('a joining that nobody confirmed leaves the base as it was; one that was cut off goes on', async () => {
  const server = await startServer();
  const profile = path.join(makeFolder(), 'a');
  await addClient(profile, 'a');
  withPassword();
  const login = (...more: string[]) =>
    on(
      profile,
      'login',
      server.url,
      '--email',
      'A@firma.sk',
      ...more,
      '--invitation',
      server.adminInvitation,
    );
  const unconfirmed = await login();
  expect(unconfirmed).toMatchObject({ code: 1, err: expect.stringContaining('--yes') as string });
  expect(unconfirmed.out).toContain('only here 1');
  expect(await json(profile, 'status')).toMatchObject({ connection: null, joining: null });

  const { joining } = (await json(
    profile,
    'call',
    'sync.signIn',
    JSON.stringify({
      server: server.url,
      email: 'a@firma.sk',
      password: process.env['VIZITKA_PASSWORD'],
      invitation: null,
      device: 'Laptop',
    }),
  )) as { joining: boolean };
  expect(joining).toBe(true);
  const waits = expect.stringContaining('waits to be joined') as string;
  expect(await on(profile, 'sync', '--once')).toEqual({ code: 1, out: '', err: waits });
  expect(await on(profile, 'status')).toMatchObject({ code: 0, out: waits });
  const elsewhere = await on(profile, 'login', 'https://other.example', '--email', 'a@firma.sk', '--yes');
  expect(elsewhere).toMatchObject({ code: 1, err: expect.stringContaining('joined already') as string });
  const joined = await login('--yes');
  expect(joined).toMatchObject({ code: 0, err: '' });
  expect(joined.out).toMatch(/The bases are joined\.\nsent [1-9]/);
  expect(await json(profile, 'status')).toMatchObject({ joining: null, unsent: 0 });
});

test('what is typed wrongly at a sign-in is named', async () => {
  const server = await startServer();
  const profile = path.join(makeFolder(), 'a');
  withPassword();
  const login = async (address: string, email: string) =>
    (await on(profile, 'login', address, '--email', email, '--invitation', server.adminInvitation)).err;
  expect(await login('http://vizitka.example', 'a@firma.sk')).toContain('https');
  expect(await login(server.url, 'nobody')).toContain('e-mail address');
  process.env['VIZITKA_PASSWORD'] = 'short';
  expect(await login(server.url, 'a@firma.sk')).toContain('at least 10 characters');
});
