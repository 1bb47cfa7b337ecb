/** The server's side of bytes over plain HTTP: tus, ranges, who may do what, and what is collected. */
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { restoreBackup } from '#server/backup/restore.ts';
import { readBackup } from '#server/backup/manifest.ts';
import { writeBackup } from '#server/backup/write-backup.ts';
import { BlobFolder } from '#server/blobs/blob-folder.ts';
import { collectBlobs, UNNAMED_KEPT_MS } from '#server/blobs/collect.ts';
import { openDatabase } from '#server/data/database.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { startServer } from '../../helpers/start-server.ts';
import { handDevice, inviteAndSignIn, signInDevice } from '../../helpers/sync-device.ts';

const HLC = '00000000000000aa';
const TUS = { 'tus-resumable': '1.0.0' };
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function firm(options: Parameters<typeof startServer>[0] = {}) {
  const dataDir = makeFolder();
  const server = await startServer({ dataDir, ...options });
  const eva = await signInDevice(server.url, {
    email: 'eva@firm.example',
    invitation: server.adminInvitation,
    hlcDevice: HLC,
  });
  const device = handDevice(server.url, eva, HLC);
  const client = device.create('client', { name: 'Pekáreň', status: 'active', owner: eva.member.id });
  await device.push([client]);
  const attach = async (bytes: Buffer, more: object = {}) => {
    const attachment = device.create('attachment', {
      client: client.id,
      kind: 'photo',
      name: 'regál.png',
      mediaType: 'image/png',
      size: bytes.length,
      hash: hashOf(bytes),
      takenAt: 1_800_000_000_000,
      ...more,
    });
    const { results } = await device.push([attachment]);
    expect(results.map(({ status }) => status)).toEqual(['applied']);
    return attachment;
  };
  const call = (method: string, where: string, headers: Record<string, string> = {}, body?: Uint8Array) =>
    fetch(server.url + where, {
      method,
      headers: { authorization: `Bearer ${eva.accessToken}`, ...headers },
      ...(body && { body: new Uint8Array(body) }),
    });
  const begin = (hash: string, length: number, headers: Record<string, string> = TUS) =>
    call('POST', '/v1/blobs/uploads', {
      ...headers,
      'upload-length': String(length),
      'upload-metadata': `hash ${Buffer.from(hash).toString('base64')}`,
    });
  const patch = (hash: string, offset: number, bytes: Uint8Array) =>
    call(
      'PATCH',
      `/v1/blobs/uploads/${hash}`,
      { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      bytes,
    );
  const store = async (bytes: Buffer) => {
    expect((await begin(hashOf(bytes), bytes.length)).status).toBe(201);
    expect((await patch(hashOf(bytes), 0, bytes)).status).toBe(204);
  };
  const folder = new BlobFolder(path.join(dataDir, 'blobs'));
  return { server, dataDir, folder, eva, device, attach, call, begin, patch, store };
}

test('an upload in parts, told where it is, and a download from any byte', async () => {
  const { attach, call, begin, patch } = await firm();
  const bytes = randomBytes(900_000);
  const hash = hashOf(bytes);
  await attach(bytes);
  const begun = await begin(hash, bytes.length);
  expect(begun.status).toBe(201);
  expect(begun.headers.get('location')).toBe(`/v1/blobs/uploads/${hash}`);
  expect((await patch(hash, 0, bytes.subarray(0, 500_000))).headers.get('upload-offset')).toBe('500000');
  const head = await call('HEAD', `/v1/blobs/uploads/${hash}`, TUS);
  expect([head.status, head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual([
    200,
    '500000',
    '900000',
  ]);
  expect((await patch(hash, 400_000, bytes.subarray(400_000, 600_000))).status).toBe(409);
  expect((await call('GET', `/v1/blobs/${hash}`)).status).toBe(404);
  expect((await patch(hash, 500_000, bytes.subarray(500_000))).headers.get('upload-offset')).toBe('900000');
  expect((await begin(hash, bytes.length)).headers.get('upload-offset')).toBe('900000');
  const whole = await call('GET', `/v1/blobs/${hash}`);
  expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
  const rest = await call('GET', `/v1/blobs/${hash}`, { range: 'bytes=899990-' });
  expect([rest.status, rest.headers.get('content-range')]).toEqual([206, 'bytes 899990-899999/900000']);
  expect(Buffer.from(await rest.arrayBuffer()).equals(bytes.subarray(899_990))).toBe(true);
});

test('wrong bytes, a wrong size, too many and what nobody names are refused', async () => {
  const { attach, call, begin, patch } = await firm();
  const bytes = randomBytes(1_000);
  const hash = hashOf(bytes);
  expect((await begin(hash, 1_000)).status).toBe(404);
  await attach(bytes);
  expect((await begin(hash, 999)).status).toBe(400);
  expect((await begin(hash, 1_000, {})).status).toBe(426);
  expect((await begin('../../etc/passwd', 1_000)).status).toBe(400);
  await begin(hash, 1_000);
  expect((await patch(hash, 0, randomBytes(1_001))).status).toBe(413);
  const wrong = await patch(hash, 0, randomBytes(1_000));
  expect([wrong.status, await wrong.json()]).toEqual([400, expect.objectContaining({ reason: 'hash' })]);
  expect((await begin(hash, 1_000)).headers.get('upload-offset')).toBe('0');
  expect((await call('GET', `/v1/blobs/${hash}`)).status).toBe(404);
  expect((await call('GET', '/v1/blobs/%2e%2e%2fx')).status).toBe(400);
  const large = await attach(randomBytes(10), { size: 101 * 1024 * 1024, hash: 'a'.repeat(64) });
  expect(large.kind).toBe('create');
  expect((await begin('a'.repeat(64), 101 * 1024 * 1024)).status).toBe(413);
});

test('a member who does not see the client has no way to its bytes', async () => {
  const { server, device, eva, attach, store } = await firm();
  const { accessToken } = eva;
  await fetch(`${server.url}/v1/workspace`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
    body: JSON.stringify({ clientScope: 'owner' }),
  });
  await device.hello();
  const bytes = randomBytes(5_000);
  await attach(bytes);
  await store(bytes);
  const peter = await inviteAndSignIn(server.url, accessToken, { email: 'peter@firm.example' });
  const as = { authorization: `Bearer ${peter.accessToken}` };
  const hash = hashOf(bytes);
  expect((await fetch(`${server.url}/v1/blobs/${hash}`, { headers: as })).status).toBe(404);
  expect(
    (await fetch(`${server.url}/v1/blobs/uploads/${hash}`, { method: 'HEAD', headers: { ...as, ...TUS } }))
      .status,
  ).toBe(404);
  const asked = await fetch(`${server.url}/v1/blobs/ask`, {
    method: 'POST',
    headers: { ...as, 'content-type': 'application/json' },
    body: JSON.stringify({ protocol: 1, hashes: [hash] }),
  });
  expect(await asked.json()).toMatchObject({ stored: [] });
  expect((await fetch(`${server.url}/v1/blobs/${hash}`)).status).toBe(401);
});

test('a workspace takes no more than its bound', async () => {
  const { attach, begin, store } = await firm({ blobQuota: 10_000 });
  const [first, second] = [randomBytes(6_000), randomBytes(6_000)];
  await attach(first);
  await attach(second);
  await store(first);
  const refused = await begin(hashOf(second), 6_000);
  expect([refused.status, await refused.json()]).toEqual([413, expect.objectContaining({ reason: 'quota' })]);
});

test('bytes stay while an attachment names them or may come back, and go when it was erased', async () => {
  const { server, folder, device, attach, store } = await firm();
  const [removed, erased, kept] = [randomBytes(100), randomBytes(100), randomBytes(100)];
  const first = await attach(removed);
  const second = await attach(erased);
  await attach(kept);
  for (const bytes of [removed, erased, kept]) await store(bytes);
  await device.pull();
  await device.push([device.remove(first)], [device.erase(second)]);
  const now = Date.now();
  expect(await collectBlobs(server.database, folder, now)).toBe(1);
  const here = async () =>
    Promise.all([removed, erased, kept].map((bytes) => folder.sizeOf(server.workspace, hashOf(bytes))));
  expect(await here()).toEqual([100, null, 100]);
  expect(await collectBlobs(server.database, folder, now + UNNAMED_KEPT_MS - 1_000)).toBe(0);
  expect(await collectBlobs(server.database, folder, now + UNNAMED_KEPT_MS + 1_000)).toBe(1);
  expect(await here()).toEqual([null, null, 100]);
});

test('a backup holds the bytes, is read back, and brings them into an empty server', async () => {
  const { server, folder, eva, attach, store } = await firm();
  const bytes = randomBytes(70_000);
  await attach(bytes);
  await store(bytes);
  const backup = path.join(makeFolder(), 'backup');
  const manifest = await writeBackup(server.database, backup, '1', folder);
  expect(manifest).toMatchObject({ blobs: [{ hash: hashOf(bytes), bytes: 70_000 }], blobsMissing: 0 });
  await server.stop();

  const other = makeFolder();
  const restored = await startServer({ dataDir: other });
  await restored.stop();
  const database = await openDatabase({ url: restored.database.url });
  const blobFolder = new BlobFolder(path.join(other, 'blobs'));
  await restoreBackup(database, { folder: backup, dataDir: other, replace: true, blobFolder });
  const again = await startServer({ dataDir: other, databaseUrl: database.url });
  const answer = await fetch(`${again.url}/v1/blobs/${hashOf(bytes)}`, {
    headers: { authorization: `Bearer ${eva.accessToken}` },
  });
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  await database.close();

  const [file] = fs
    .readdirSync(path.join(backup, 'blobs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile());
  fs.appendFileSync(path.join(file?.parentPath ?? '', file?.name ?? ''), 'x');
  await expect(readBackup(backup)).rejects.toThrow('damaged');
});

test('a server whose folder was lost asks for the bytes again', async () => {
  const { server, folder, attach, begin, store } = await firm();
  const bytes = randomBytes(1_000);
  await attach(bytes);
  await store(bytes);
  await folder.remove(server.workspace, hashOf(bytes));
  expect((await begin(hashOf(bytes), 1_000)).headers.get('upload-offset')).toBe('0');
  await store(bytes);
});
