import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inWorkspace } from '#server/data/transaction.ts';
import {
  ask,
  inviteAndSignIn,
  PASSWORD,
  refused,
  send,
  signInDevice,
  signInInput,
} from '../../helpers/sync-device.ts';
import type { TestServer } from '../../helpers/hosted-server.ts';
import { startServer } from '../../helpers/start-server.ts';

let server: TestServer;
let url: string;
let adminToken: string;
const admin = { email: 'Eva@Firm.example', name: 'Eva', member: randomUUID() };

beforeAll(async () => {
  server = await startServer({ attemptLimits: { perAddress: 10_000, perEmail: 10_000, windowMs: 60_000 } });
  url = server.url;
  const signed = await signInDevice(url, { ...admin, invitation: server.adminInvitation });
  expect(signed.member).toMatchObject({
    id: admin.member,
    name: 'Eva',
    email: 'eva@firm.example',
    role: 'admin',
  });
  expect(signed.workspace).toMatchObject({ id: server.workspace, name: 'Test' });
  adminToken = signed.accessToken;
});
afterAll(() => server.stop());

test('the first invitation is used once', async () => {
  const input = signInInput({ email: 'thief@firm.example', invitation: server.adminInvitation });
  expect(await refused(url, 'signIn', input)).toMatchObject({ error: 'unauthorised' });
});

test('nobody signs up without an invitation', async () => {
  const input = signInInput({ email: 'nobody@firm.example' });
  expect(await refused(url, 'signIn', input)).toMatchObject({ error: 'unauthorised', reason: 'credentials' });
  for (const path of ['/api/auth/sign-up/email', '/sign-up/email', '/api/auth/ok']) {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'nobody@firm.example', password: PASSWORD, name: 'N' }),
    });
    expect(answer.status).toBe(404);
  }
});

test('an invited colleague gets his place, and his second device the same member', async () => {
  const member = randomUUID();
  const jan = { email: 'jan@firm.example', name: 'Ján', member };
  const place = { role: 'manager', team: 'West', territories: ['BA', 'TT'] } as const;
  const first = await inviteAndSignIn(url, adminToken, {
    ...jan,
    ...place,
    territories: [...place.territories],
  });
  expect(first.member).toMatchObject({ id: member, name: 'Ján', ...place, removedAt: null });
  const second = await signInDevice(url, { email: 'JAN@firm.example', deviceName: 'Tablet' });
  expect(second.member.id).toBe(member);
  expect(second.device).not.toBe(first.device);
  const { devices } = await ask(url, 'devices', {}, second.accessToken);
  expect(devices.map(({ name }) => name).toSorted()).toEqual(['Laptop', 'Tablet']);
  const all = await ask(url, 'devices', {}, adminToken);
  expect(all.devices.length).toBeGreaterThanOrEqual(3);
  const { members } = await ask(url, 'members', {}, first.accessToken);
  expect(members.map(({ email }) => email)).toContain('jan@firm.example');
});

test('the same device signs in again and stays the same device; its old tokens end', async () => {
  const hlcDevice = '0011223344556677';
  const first = await inviteAndSignIn(url, adminToken, { email: 'same@firm.example', hlcDevice });
  const again = await signInDevice(url, { email: 'same@firm.example', hlcDevice });
  expect(again.device).toBe(first.device);
  expect(await refused(url, 'devices', {}, first.accessToken)).toMatchObject({ error: 'unauthorised' });
  await ask(url, 'signOut', {}, again.accessToken);
  const later = await signInDevice(url, { email: 'same@firm.example', hlcDevice });
  expect(later.device).not.toBe(first.device);
});

test('an invitation whose answer was lost can be sent again', async () => {
  const { invitation } = await ask(url, 'invite', { email: 'lost@firm.example', role: 'rep' }, adminToken);
  const input = signInInput({ email: 'lost@firm.example', invitation });
  const first = await ask(url, 'signIn', input);
  const second = await ask(url, 'signIn', input);
  expect(second.member.id).toBe(first.member.id);
  expect(second.device).toBe(first.device);
  const other = { ...input, password: 'another password' };
  expect(await refused(url, 'signIn', other)).toMatchObject({ error: 'unauthorised' });
});

test('two sign-ins by one invitation at the same moment make one member', async () => {
  const { invitation } = await ask(url, 'invite', { email: 'twice@firm.example', role: 'rep' }, adminToken);
  const inputs = [0, 1, 2, 3].map(() => signInInput({ email: 'twice@firm.example', invitation }));
  await Promise.all(inputs.map((input) => send(url, 'signIn', input)));
  const { members } = await ask(url, 'members', {}, adminToken);
  expect(members.filter(({ email }) => email === 'twice@firm.example')).toHaveLength(1);
  await signInDevice(url, { email: 'twice@firm.example' });
});

test('an invitation is for one address, and ends', async () => {
  const { invitation, expiresAt } = await ask(
    url,
    'invite',
    { email: 'a@firm.example', role: 'rep' },
    adminToken,
  );
  expect(expiresAt - Date.now()).toBeGreaterThan(13.9 * 86_400_000);
  expect(expiresAt - Date.now()).toBeLessThanOrEqual(14 * 86_400_000);
  const wrong = await refused(url, 'signIn', signInInput({ email: 'b@firm.example', invitation }));
  expect(wrong).toMatchObject({ error: 'unauthorised', reason: 'invitation' });
  await server.database.pool.query(
    `UPDATE auth.entry_ticket SET expires_at = 1 WHERE email = 'a@firm.example'`,
  );
  const late = await refused(url, 'signIn', signInInput({ email: 'a@firm.example', invitation }));
  expect(late).toMatchObject({ error: 'unauthorised', reason: 'invitation' });
});

test('who forgot the password is invited again, and is the same member with a new one', async () => {
  const first = await inviteAndSignIn(url, adminToken, { email: 'forgot@firm.example', name: 'F' });
  const again = await inviteAndSignIn(url, adminToken, {
    email: 'forgot@firm.example',
    password: 'new pass word',
  });
  expect(again.member.id).toBe(first.member.id);
  const old = await refused(url, 'signIn', signInInput({ email: 'forgot@firm.example' }));
  expect(old).toMatchObject({ error: 'unauthorised' });
});

test('a short password is refused before anything is looked at', async () => {
  const input = signInInput({ email: 'x@firm.example', password: '123456789' });
  expect(await refused(url, 'signIn', input)).toMatchObject({
    error: 'invalid',
    reason: 'password: too_small',
  });
});

test('an address is the same however it is typed, and must look like one', async () => {
  const typed = await inviteAndSignIn(url, adminToken, { email: ' Zoe\u0301@Firm.example ' });
  expect(typed.member.email).toBe('zo\u00e9@firm.example');
  const again = await signInDevice(url, { email: 'ZO\u00c9@firm.example' });
  expect(again.member.id).toBe(typed.member.id);
  const asked = { email: 'no address', role: 'rep' } as const;
  expect(await refused(url, 'invite', asked, adminToken)).toMatchObject({
    error: 'invalid',
    reason: 'email: format',
  });
});

test('only administrators invite, change members and the workspace', async () => {
  const rep = await inviteAndSignIn(url, adminToken, { email: 'rep@firm.example' });
  const asked = { email: 'y@firm.example', role: 'admin' } as const;
  expect(await refused(url, 'invite', asked, rep.accessToken)).toMatchObject({ error: 'not_allowed' });
  const self = { member: rep.member.id, role: 'admin' } as const;
  expect(await refused(url, 'changeMember', self, rep.accessToken)).toMatchObject({ error: 'not_allowed' });
  const named = { name: 'Mine' };
  expect(await refused(url, 'changeWorkspace', named, rep.accessToken)).toMatchObject({
    error: 'not_allowed',
  });
  await ask(url, 'changeWorkspace', { name: 'Firm' }, adminToken);
  const signed = await signInDevice(url, { email: 'rep@firm.example' });
  expect(signed.workspace.name).toBe('Firm');
});

test('a removed member loses his devices at once, and has the same place when he comes back', async () => {
  const rep = await inviteAndSignIn(url, adminToken, { email: 'gone@firm.example' });
  const { member } = await ask(url, 'changeMember', { member: rep.member.id, removed: true }, adminToken);
  expect(member.removedAt).not.toBeNull();
  expect(await refused(url, 'members', {}, rep.accessToken)).toMatchObject({ error: 'device_revoked' });
  const { refreshToken } = rep;
  expect(await refused(url, 'refresh', { refreshToken })).toMatchObject({ error: 'device_revoked' });
  const input = signInInput({ email: 'gone@firm.example' });
  expect(await refused(url, 'signIn', input)).toMatchObject({ error: 'not_allowed', reason: 'removed' });
  const back = await inviteAndSignIn(url, adminToken, { email: 'gone@firm.example' });
  expect(back.member).toMatchObject({ id: rep.member.id, removedAt: null });
});

test('the last administrator stays', async () => {
  const change = { member: admin.member, role: 'rep' } as const;
  expect(await refused(url, 'changeMember', change, adminToken)).toMatchObject({
    error: 'not_allowed',
    reason: 'lastAdmin',
  });
});

test('sign-ins, also failed ones, stand in the audit log without what was typed', async () => {
  await refused(url, 'signIn', signInInput({ email: 'rep@firm.example', password: 'wrong password!' }));
  await refused(
    url,
    'signIn',
    signInInput({ email: 'unknown@nowhere.example', password: 'wrong password!' }),
  );
  const rows = await inWorkspace(server.database, { workspace: server.workspace }, async (tx) => {
    const { rows: all } = await tx.query<{ kind: string; text: string }>(
      'SELECT kind, details::text AS text FROM sync.audit_log ORDER BY at',
    );
    return all;
  });
  const kinds = new Set(rows.map(({ kind }) => kind));
  for (const kind of [
    'signIn',
    'signInFailed',
    'invited',
    'memberJoined',
    'memberRemoved',
    'memberReturned',
  ]) {
    expect(kinds).toContain(kind);
  }
  expect(JSON.stringify(rows)).not.toMatch(/wrong password|nowhere|firm\.example/);
});

test('neither passwords nor tokens stand in the database in clear', async () => {
  const signed = await inviteAndSignIn(url, adminToken, {
    email: 'clear@firm.example',
    password: 'in the clear?',
  });
  const secrets = [
    'in the clear?',
    signed.accessToken,
    signed.refreshToken,
    signed.refreshToken.split('.')[2],
  ];
  const text = await server.database.asKeeper(async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema IN ('auth', 'sync') AND table_type = 'BASE TABLE'`,
    );
    let all = '';
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      all += rows.map(({ row }) => row).join('\n');
    }
    return all;
  });
  expect(text.length).toBeGreaterThan(1000);
  for (const secret of secrets) expect(text).not.toContain(secret);
});
