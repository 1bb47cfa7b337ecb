import { afterAll, beforeAll, expect, test } from 'vitest';
import { addWorkspace } from '#server/auth/first-start.ts';
import { ask, inviteAndSignIn, refused, signInDevice, signInInput } from '../../helpers/sync-device.ts';
import type { TestServer } from '../../helpers/hosted-server.ts';
import { startServer } from '../../helpers/start-server.ts';

let server: TestServer;
let url: string;
let adminToken: string;

beforeAll(async () => {
  server = await startServer();
  url = server.url;
  const admin = { email: 'admin@firm.example', invitation: server.adminInvitation };
  adminToken = (await signInDevice(url, admin)).accessToken;
});
afterAll(() => server.stop());

const rep = (name: string) => inviteAndSignIn(url, adminToken, { email: `${name}@firm.example` });

test('a refresh gives new tokens, and the ones before still work until those were used', async () => {
  const signed = await rep('lost-answer');
  const lost = await ask(url, 'refresh', { refreshToken: signed.refreshToken });
  const second = await ask(url, 'refresh', { refreshToken: signed.refreshToken });
  expect(second.refreshToken).not.toBe(lost.refreshToken);
  const third = await ask(url, 'refresh', { refreshToken: signed.refreshToken });
  const fourth = await ask(url, 'refresh', { refreshToken: third.refreshToken });
  await ask(url, 'devices', {}, fourth.accessToken);
  // What was overtaken is only known to who copied it, or to a device that is gone: both are told.
  expect(await refused(url, 'refresh', { refreshToken: second.refreshToken })).toMatchObject({
    error: 'device_revoked',
  });
  expect(await refused(url, 'devices', {}, fourth.accessToken)).toMatchObject({ error: 'device_revoked' });
});

test('the oldest token again revokes the device', async () => {
  const signed = await rep('stolen');
  const second = await ask(url, 'refresh', { refreshToken: signed.refreshToken });
  const third = await ask(url, 'refresh', { refreshToken: second.refreshToken });
  await ask(url, 'refresh', { refreshToken: third.refreshToken });
  const { refreshToken } = signed;
  expect(await refused(url, 'refresh', { refreshToken })).toMatchObject({ error: 'device_revoked' });
  const latest = { refreshToken: third.refreshToken };
  expect(await refused(url, 'refresh', latest)).toMatchObject({ error: 'device_revoked' });
  const { devices } = await ask(url, 'devices', {}, adminToken);
  expect(devices.find(({ id }) => id === signed.device)?.revokedAt).not.toBeNull();
});

test('many refreshes with one token at once lock nobody out', async () => {
  const signed = await rep('impatient');
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => ask(url, 'refresh', { refreshToken: signed.refreshToken })),
  );
  const kept = answers.at(3)?.refreshToken ?? '';
  const next = await ask(url, 'refresh', { refreshToken: kept });
  await ask(url, 'devices', {}, next.accessToken);
});

test('a token of nobody, of another kind, and one that is over are refused', async () => {
  const signed = await rep('wrong-kind');
  for (const token of ['', 'x', 'va.a.b', signed.refreshToken, signed.accessToken.replace(/.$/, '!')]) {
    expect(await refused(url, 'devices', {}, token)).toMatchObject({ error: 'unauthorised' });
  }
  expect(await refused(url, 'refresh', { refreshToken: signed.accessToken })).toMatchObject({
    error: 'unauthorised',
  });
  await server.database.pool.query('UPDATE auth.device_token SET expires_at = 1 WHERE device_id = $1', [
    signed.device,
  ]);
  expect(await refused(url, 'devices', {}, signed.accessToken)).toMatchObject({
    error: 'unauthorised',
    reason: 'expired',
  });
});

test('a revoked device is told so, also by its refresh token', async () => {
  const signed = await rep('laptop-lost');
  const other = await rep('colleague');
  const { device } = signed;
  expect(await refused(url, 'revokeDevice', { device }, other.accessToken)).toMatchObject({
    error: 'not_found',
  });
  await ask(url, 'revokeDevice', { device }, adminToken);
  const ended = { error: 'device_revoked', reason: 'ended' };
  expect(await refused(url, 'devices', {}, signed.accessToken)).toMatchObject(ended);
  const { refreshToken } = signed;
  expect(await refused(url, 'refresh', { refreshToken })).toMatchObject(ended);
  const again = await signInDevice(url, { email: 'laptop-lost@firm.example' });
  expect(again.device).not.toBe(device);
});

test('a member revokes his own other device, and signs himself out', async () => {
  const first = await rep('two-devices');
  const second = await signInDevice(url, { email: 'two-devices@firm.example' });
  await ask(url, 'revokeDevice', { device: first.device }, second.accessToken);
  expect(await refused(url, 'devices', {}, first.accessToken)).toMatchObject({ error: 'device_revoked' });
  await ask(url, 'signOut', {}, second.accessToken);
  // Who signs out himself keeps what he has.
  expect(await refused(url, 'devices', {}, second.accessToken)).not.toHaveProperty('reason');
});

test('a cloned profile goes on as a device of its own, and the original keeps its token', async () => {
  const signed = await rep('cloned');
  const clone = await ask(
    url,
    'newDevice',
    { hlcDevice: '89abcdef01234567', name: 'Laptop', platform: 'test' },
    signed.accessToken,
  );
  expect(clone.device).not.toBe(signed.device);
  const { devices } = await ask(url, 'devices', {}, clone.accessToken);
  expect(devices).toHaveLength(2);
  await ask(url, 'devices', {}, signed.accessToken);
  await ask(url, 'refresh', { refreshToken: clone.refreshToken });
});

test('a token of another workspace sees nothing of this one', async () => {
  const other = await addWorkspace(server.database, 'Other firm');
  const email = 'boss@other.example';
  const boss = await signInDevice(url, { email, invitation: other.invitation });
  expect(boss.workspace.name).toBe('Other firm');
  const { members } = await ask(url, 'members', {}, boss.accessToken);
  expect(members.map((member) => member.email)).toEqual([email]);
  const { devices } = await ask(url, 'devices', {}, boss.accessToken);
  expect(devices.map(({ id }) => id)).toEqual([boss.device]);
  const victim = await rep('victim');
  const { device } = victim;
  expect(await refused(url, 'revokeDevice', { device }, boss.accessToken)).toMatchObject({
    error: 'not_found',
  });
  const change = { member: victim.member.id, role: 'admin' } as const;
  expect(await refused(url, 'changeMember', change, boss.accessToken)).toMatchObject({ error: 'not_found' });
  // The token names its workspace: naming another one does not make it a token there.
  const [kind, , secret] = boss.accessToken.split('.');
  const forged = [kind, victim.accessToken.split('.')[1], secret].join('.');
  expect(await refused(url, 'members', {}, forged)).toMatchObject({ error: 'unauthorised' });
  // An invitation here gives no password to an address that belongs to a member elsewhere.
  const { invitation } = await ask(url, 'invite', { email, role: 'rep' }, adminToken);
  const stolen = signInInput({ email, invitation, password: 'another password' });
  expect(await refused(url, 'signIn', stolen)).toMatchObject({
    error: 'unauthorised',
    reason: 'credentials',
  });
  await signInDevice(url, { email });
});
