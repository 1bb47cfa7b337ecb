import { Client } from 'pg';
import { expect, test } from 'vitest';
import { addWorkspace } from '#server/auth/first-start.ts';
import type { SignedIn } from '#shared/sync/messages.ts';
import { listenPokes } from '../../helpers/listen-pokes.ts';
import { startServer } from '../../helpers/start-server.ts';
import { makeDatabase } from '../../helpers/test-database.ts';
import { ask, handDevice, inviteAndSignIn, refused, signInDevice } from '../../helpers/sync-device.ts';

const CLIENT = { name: 'Kováč, s.r.o.', status: 'active', ico: '12345678' };
const HLC = ['00000000000000aa', '00000000000000bb'] as const;

async function twoPeople(url: string, invitation: string): Promise<[SignedIn, SignedIn]> {
  const eva = await signInDevice(url, { email: 'eva@firm.example', invitation, hlcDevice: HLC[0] });
  const jan = await inviteAndSignIn(url, eva.accessToken, { email: 'jan@firm.example', hlcDevice: HLC[1] });
  return [eva, jan];
}

test('what one device pushes at one process, another pulls at a second process after a hint', async () => {
  const one = await startServer();
  const two = await startServer({ databaseUrl: one.database.url });
  expect(two.workspace).toBe(one.workspace);
  expect(two.adminInvitation).toBe('');
  const [eva, jan] = await twoPeople(one.url, one.adminInvitation);
  const ear = await listenPokes(two.url, jan.accessToken);
  expect(ear.status).toBe(200);
  const sender = handDevice(one.url, eva, HLC[0]);
  const client = sender.create('client', CLIENT);
  const { results, head } = await sender.push([client]);
  expect(results).toMatchObject([{ status: 'applied' }]);
  await expect.poll(() => ear.heads).toContain(head);
  const receiver = handDevice(two.url, jan, HLC[1]);
  expect(await receiver.pullRecords()).toMatchObject([{ id: client.id, data: CLIENT }]);
  ear.close();
  const metrics = await (await fetch(`${one.url}/metrics`)).text();
  expect(metrics).toContain('vizitka_changes_total{status="applied"} 1');
  await two.stop();
});

test('hints end when the device is revoked, also at another process, and when the server stops', async () => {
  const one = await startServer();
  const two = await startServer({ databaseUrl: one.database.url });
  const [eva, jan] = await twoPeople(one.url, one.adminInvitation);
  const ears = await Promise.all([
    listenPokes(two.url, jan.accessToken),
    listenPokes(two.url, eva.accessToken),
  ]);
  await ask(one.url, 'revokeDevice', { device: jan.device }, eva.accessToken);
  await ears[0].ended;
  const again = await listenPokes(two.url, jan.accessToken);
  expect(again.status).toBe(403);
  await two.stop();
  await ears[1].ended;
});

test('a silent stream shows that it lives', async () => {
  const server = await startServer({ heartbeatMs: 20 });
  const [eva] = await twoPeople(server.url, server.adminInvitation);
  const ear = await listenPokes(server.url, eva.accessToken);
  await expect.poll(() => ear.beats()).toBeGreaterThan(3);
  ear.close();
});

test('one device has a bounded number of streams, and without a token none', async () => {
  const server = await startServer();
  const [eva] = await twoPeople(server.url, server.adminInvitation);
  const ears = [
    await listenPokes(server.url, eva.accessToken),
    await listenPokes(server.url, eva.accessToken),
  ];
  expect((await listenPokes(server.url, eva.accessToken)).status).toBe(429);
  ears[0]?.close();
  await expect.poll(async () => (await listenPokes(server.url, eva.accessToken)).status).toBe(200);
  expect((await listenPokes(server.url, 'va.x.y')).status).toBe(401);
});

test('a device of another firm hears nothing and pulls nothing of this one', async () => {
  const server = await startServer();
  const [eva] = await twoPeople(server.url, server.adminInvitation);
  const { invitation } = await addWorkspace(server.database, 'Other');
  const boss = await signInDevice(server.url, { email: 'boss@other.example', invitation, hlcDevice: HLC[1] });
  const ear = await listenPokes(server.url, boss.accessToken);
  const own = await listenPokes(server.url, eva.accessToken);
  const sender = handDevice(server.url, eva, HLC[0]);
  const { head } = await sender.push([sender.create('client', CLIENT)]);
  await expect.poll(() => own.heads).toContain(head);
  expect(ear.heads).toEqual([]);
  expect(await handDevice(server.url, boss, HLC[1]).pull()).toEqual([]);
  own.close();
  ear.close();
});

test('a member who renames himself is listed by his new name', async () => {
  const { url, adminInvitation } = await startServer();
  const [eva] = await twoPeople(url, adminInvitation);
  const sender = handDevice(url, eva, HLC[0]);
  const own = sender.create('member', { name: 'Eva' }, eva.member.id);
  await sender.push([own]);
  await sender.push([sender.set(own, { name: { name: 'Eva Nová' } })]);
  const { members } = await ask(url, 'members', {}, eva.accessToken);
  expect(members.map(({ name }) => name)).toContain('Eva Nová');
  const { devices } = await ask(url, 'devices', {}, eva.accessToken);
  expect(devices.find(({ id }) => id === eva.device)?.memberName).toBe('Eva Nová');
});

test('expected refusals of the exchange keep what they carry', async () => {
  const server = await startServer();
  const [eva] = await twoPeople(server.url, server.adminInvitation);
  const sender = handDevice(server.url, eva, HLC[0]);
  await sender.push([sender.create('client', CLIENT)]);
  const hello = { protocol: 1, epoch: null, cursor: 0, lastN: 0, hlcDevice: HLC[0] };
  expect(await refused(server.url, 'hello', hello, eva.accessToken)).toMatchObject({
    error: 'device_fork',
    lastN: 1,
  });
  const pull = { protocol: 1, epoch: 'another', access: sender.access, cursor: 0 };
  expect(await refused(server.url, 'pull', pull, eva.accessToken)).toMatchObject({
    error: 'epoch_changed',
    epoch: sender.epoch,
  });
});

test('two processes that start at once on an empty database make one workspace with one invitation', async () => {
  const databaseUrl = await makeDatabase();
  const both = await Promise.all([startServer({ databaseUrl }), startServer({ databaseUrl })]);
  expect(both[0].workspace).toBe(both[1].workspace);
  expect(both.map(({ adminInvitation }) => adminInvitation).filter(Boolean)).toHaveLength(1);
});

test('hints that come fast are joined, and the last one always comes', async () => {
  const server = await startServer();
  const [eva, jan] = await twoPeople(server.url, server.adminInvitation);
  const ear = await listenPokes(server.url, jan.accessToken);
  const sender = handDevice(server.url, eva, HLC[0]);
  let last = 0;
  for (let round = 0; round < 20; round += 1) {
    last = (await sender.push([sender.create('client', CLIENT)])).head;
  }
  await expect.poll(() => ear.heads.at(-1)).toBe(last);
  expect(ear.heads).toEqual(ear.heads.toSorted((a, b) => a - b));
  ear.close();
});

test('a database that goes away for a moment takes no server with it', async () => {
  const server = await startServer();
  const [eva, jan] = await twoPeople(server.url, server.adminInvitation);
  const ear = await listenPokes(server.url, jan.accessToken);
  const sender = handDevice(server.url, eva, HLC[0]);
  await sender.push([sender.create('client', CLIENT)]);
  const killer = new Client({ connectionString: server.database.url });
  await killer.connect();
  const sleeping = server.database.asKeeper((client) => client.query('SELECT pg_sleep(60)'));
  const slept = expect(sleeping).rejects.toThrow();
  const atSleep = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query = 'SELECT pg_sleep(60)'`;
  await expect.poll(async () => (await killer.query(atSleep)).rowCount).toBe(1);
  await killer.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  await slept;
  await killer.end();
  await expect.poll(async () => (await fetch(`${server.url}/health`)).status).toBe(200);
  const { head } = await sender.push([sender.create('client', CLIENT)]);
  await expect.poll(() => ear.heads).toContain(head);
  ear.close();
});
