import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { prepareAuth } from '#server/auth/first-start.ts';
import { fileOf, MANIFEST, manifestShape, readBackup } from '#server/backup/manifest.ts';
import { restoreBackup } from '#server/backup/restore.ts';
import { writeBackup } from '#server/backup/write-backup.ts';
import { BlobFolder } from '#server/blobs/blob-folder.ts';
import { type Database, openDatabase } from '#server/data/database.ts';
import type { Draft, HandDevice } from '../../helpers/firm.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { startServer } from '../../helpers/start-server.ts';
import { ask, handDevice, inviteAndSignIn, refused, signInDevice } from '../../helpers/sync-device.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';

const CLIENT = { name: 'Kováč \\N "x"', status: 'active', notes: 'one\n\ttwo\\.\n\\.\n' };
const HLC = '00000000000000aa';

const noBlobs = () => new BlobFolder(makeFolder());

async function emptyDatabase(): Promise<Database> {
  const database = await openTestDatabase();
  await prepareAuth(database.url);
  return database;
}

async function firm() {
  const server = await startServer({ dataDir: makeFolder() });
  const admin = { email: 'eva@firm.example', invitation: server.adminInvitation, hlcDevice: HLC };
  const eva = await signInDevice(server.url, admin);
  const device = handDevice(server.url, eva, HLC);
  const backup = path.join(makeFolder(), 'backup');
  return { server, eva, device, backup };
}

test('a backup is read back before devices may forget, and comes back with a new epoch', async () => {
  const { server, device, eva, backup } = await firm();
  const client = device.create('client', CLIENT);
  const { head, records: sent } = await pushAll(device, [client], [device.create('client', CLIENT)]);
  expect(await page(device)).toMatchObject({ durableSeq: 0 });
  const manifest = await writeBackup(server.database, backup, '1.2.3', noBlobs());
  expect(manifest).toMatchObject({ version: '1.2.3', workspaces: [{ id: server.workspace, seq: head }] });
  expect(await page(device)).toMatchObject({ durableSeq: head });
  expect(fs.statSync(backup).mode & 0o777).toBe(0o700);
  for (const name of fs.readdirSync(backup))
    expect(fs.statSync(path.join(backup, name)).mode & 0o777).toBe(0o600);
  const later = device.create('client', { ...CLIENT, name: 'After the backup' });
  await pushAll(device, [later]);
  await server.stop();

  const database = await emptyDatabase();
  await restoreBackup(database, {
    folder: backup,
    dataDir: makeFolder(),
    replace: false,
    blobFolder: noBlobs(),
  });
  const restored = await startServer({ databaseUrl: database.url });
  expect(restored).toMatchObject({ workspace: server.workspace, adminInvitation: '' });
  const again = handDevice(restored.url, eva, HLC);
  again.n = device.n;
  expect(await refused(restored.url, 'pull', pullOf(device), eva.accessToken)).toMatchObject({
    error: 'epoch_changed',
  });
  await again.hello();
  expect(again.epoch).not.toBe(device.epoch);
  const records = await again.pullRecords();
  expect(records.map(({ id }) => id)).toContain(client.id);
  expect(records.map(({ id }) => id)).not.toContain(later.id);
  const kept = sent.find(({ id }) => id === client.id);
  expect(kept?.data['notes']).toContain('\n\ttwo\\.\n');
  expect(records.find(({ id }) => id === client.id)).toEqual(kept);
  await signInDevice(restored.url, { email: 'eva@firm.example' });
  await database.close();
});

/** Every one of them is taken. */
async function pushAll(device: HandDevice, ...txns: Draft[][]) {
  const answer = await device.push(...txns);
  expect(answer.results.map(({ status }) => status)).toEqual(txns.flat().map(() => 'applied'));
  return answer;
}

const pullOf = ({ epoch, access, cursor }: { epoch: string; access: string; cursor: number }) => ({
  protocol: 1,
  epoch,
  access,
  cursor,
});

async function page(device: HandDevice) {
  const { cursor } = device;
  const answer = await device.page();
  device.cursor = cursor;
  return answer;
}

test('a restore keeps what was erased and revoked since the backup, and newer tokens', async () => {
  const { server, device, eva, backup } = await firm();
  const lost = await inviteAndSignIn(server.url, eva.accessToken, { email: 'lost@firm.example' });
  const gone = await inviteAndSignIn(server.url, eva.accessToken, { email: 'gone@firm.example' });
  const contact = device.create('contact', { firstName: 'Peter', lastName: 'Zabudnutý' });
  await pushAll(device, [contact]);
  await writeBackup(server.database, backup, '1.2.3', noBlobs());
  await pushAll(device, [device.erase(contact)]);
  await ask(server.url, 'revokeDevice', { device: lost.device }, eva.accessToken);
  await ask(server.url, 'changeMember', { member: gone.member.id, removed: true }, eva.accessToken);
  const { refreshToken } = await ask(server.url, 'refresh', { refreshToken: eva.refreshToken });
  await server.stop();

  const database = await openDatabase({ url: server.database.url });
  await restoreBackup(database, {
    folder: backup,
    dataDir: makeFolder(),
    replace: true,
    blobFolder: noBlobs(),
  });
  const restored = await startServer({ databaseUrl: database.url });
  const tokens = await ask(restored.url, 'refresh', { refreshToken });
  expect(await refused(restored.url, 'members', {}, lost.accessToken)).toMatchObject({
    error: 'device_revoked',
  });
  expect(await refused(restored.url, 'members', {}, gone.accessToken)).toMatchObject({
    error: 'device_revoked',
  });
  expect(await textOf(database)).not.toContain('Zabudnutý');
  const again = handDevice(restored.url, { ...eva, ...tokens }, HLC);
  again.n = device.n;
  const items = await again.pull();
  expect(items).toContainEqual(expect.objectContaining({ kind: 'erase', id: contact.id }));
  await database.close();
});

test('with the database lost, the list beside the data keeps what was erased and revoked', async () => {
  const { server, device, eva, backup } = await firm();
  const dataDir = makeFolder();
  const second = await startServer({ databaseUrl: server.database.url, dataDir });
  const lost = await inviteAndSignIn(server.url, eva.accessToken, { email: 'lost@firm.example' });
  const contact = device.create('contact', { firstName: 'Peter', lastName: 'Zabudnutý' });
  await pushAll(device, [contact]);
  await writeBackup(server.database, backup, '1.2.3', noBlobs());
  await pushAll(device, [device.erase(contact)]);
  await ask(server.url, 'revokeDevice', { device: lost.device }, eva.accessToken);
  await second.stop();
  await server.stop();
  const list = fs.readFileSync(path.join(dataDir, 'kept-after-restore.jsonl'), 'utf8');
  expect(list).toContain(contact.id);
  expect(list).not.toContain('Zabudnutý');

  const database = await emptyDatabase();
  await restoreBackup(database, { folder: backup, dataDir, replace: false, blobFolder: noBlobs() });
  expect(await textOf(database)).not.toContain('Zabudnutý');
  const restored = await startServer({ databaseUrl: database.url });
  expect(await refused(restored.url, 'members', {}, lost.accessToken)).toMatchObject({
    error: 'device_revoked',
  });
  await database.close();
});

/** Everything that stands in the database. */
async function textOf(database: Database): Promise<string> {
  return database.asKeeper(async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema IN ('auth', 'sync') AND table_type = 'BASE TABLE'`,
    );
    let text = '';
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      text += rows.map(({ row }) => row).join('\n');
    }
    return text;
  });
}

test('a restore changes nothing while it may not: in use, not empty, damaged, of another version', async () => {
  const { server, device, backup } = await firm();
  await pushAll(device, [device.create('client', CLIENT)]);
  await writeBackup(server.database, backup, '1.2.3', noBlobs());
  const restore = (database: Database, replace = false) =>
    restoreBackup(database, { folder: backup, dataDir: makeFolder(), replace, blobFolder: noBlobs() });
  await expect(restore(server.database, true)).rejects.toThrow('A server works on this database');
  const { url } = server.database;
  await server.stop();
  const own = await openDatabase({ url });
  const before = await textOf(own);
  await expect(restore(own)).rejects.toThrow('not empty');
  await expect(writeBackup(own, backup, '1.2.3', noBlobs())).rejects.toThrow('not empty');

  const manifestFile = path.join(backup, MANIFEST);
  const text = fs.readFileSync(manifestFile, 'utf8');
  const manifest = manifestShape.parse(JSON.parse(text));
  fs.writeFileSync(manifestFile, JSON.stringify({ ...manifest, migration: manifest.migration + 1 }));
  await expect(restore(own, true)).rejects.toThrow('whose tables differ');
  fs.writeFileSync(manifestFile, text);

  const [record] = manifest.tables.filter(({ name }) => name === 'record');
  const file = path.join(backup, fileOf(record ?? { schema: '', name: '' }));
  const bytes = fs.readFileSync(file);
  for (const damage of [bytes.subarray(0, -9), Buffer.concat([bytes, bytes]), flipped(bytes)]) {
    fs.writeFileSync(file, damage);
    await expect(restore(own, true)).rejects.toThrow('damaged');
  }
  fs.rmSync(file);
  await expect(restore(own, true)).rejects.toThrow('damaged');
  fs.writeFileSync(file, bytes);
  await readBackup(backup);
  expect(await textOf(own)).toBe(before);
  fs.rmSync(manifestFile);
  await expect(restore(own, true)).rejects.toThrow('is no backup');
  await own.close();
});

function flipped(bytes: Buffer): Buffer {
  const damaged = Buffer.from(bytes);
  damaged[20] = (damaged[20] ?? 0) ^ 1;
  return damaged;
}

test('a backup that could not be read back moves nothing and leaves nothing', async () => {
  const { server, device } = await firm();
  await pushAll(device, [device.create('client', CLIENT)]);
  const folder = makeFolder();
  fs.writeFileSync(path.join(folder, 'file'), '');
  await expect(
    writeBackup(server.database, path.join(folder, 'file', 'backup'), '1', noBlobs()),
  ).rejects.toThrow();
  expect(fs.readdirSync(folder)).toEqual(['file']);
  expect(await page(device)).toMatchObject({ durableSeq: 0 });
});

test('a backup is of one moment, while devices go on pushing', async () => {
  const { server, device, backup } = await firm();
  let stop = false;
  const pushing = (async () => {
    while (!stop) await pushAll(device, [device.create('client', CLIENT), device.create('client', CLIENT)]);
  })();
  const manifest = await writeBackup(server.database, backup, '1', noBlobs());
  stop = true;
  await pushing;
  await server.stop();
  const database = await emptyDatabase();
  await restoreBackup(database, {
    folder: backup,
    dataDir: makeFolder(),
    replace: false,
    blobFolder: noBlobs(),
  });
  const [workspace] = manifest.workspaces;
  const { rows } = await database.asKeeper((client) =>
    client.query<{ records: number; logged: number; head: number }>(
      `SELECT (SELECT count(*) FROM sync.record WHERE entity = 'client') AS records,
         (SELECT count(*) FROM sync.change_log) AS logged, (SELECT max(seq) FROM sync.record) AS head`,
    ),
  );
  expect(rows[0]?.records).toBe(rows[0]?.logged);
  expect(rows[0]?.records ?? 1).toSatisfy((count: number) => count % 2 === 0);
  expect(rows[0]?.head ?? 0).toBeLessThanOrEqual(workspace?.seq ?? 0);
  await database.close();
});
