/** A backup brings the bytes of attachments: beside itself, in the second place, and onto an empty machine. */
import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copyBlobs, pruneBlobs } from '#main/data/backup/blob-pool.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { addClient, giveCode, make, open, restore } from '../../helpers/backup-host.ts';

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(70_000)]);

type Opened = ReturnType<typeof open>;

async function addPhoto({ client }: Opened): Promise<string> {
  const [id, of] = [randomUUID(), await clientOf(client)];
  await client.attachments.begin({ id, client: of, name: 'regál.png', recording: false });
  await client.attachments.send({ id, offset: 0, chunk: new File([new Uint8Array(PNG)], 'slice') });
  await client.attachments.finish({ id });
  await client.attachments.add({ id, client: of });
  return id;
}

async function clientOf(client: Opened['client']): Promise<string> {
  const { rows } = await client.clients.list({ filter: {} });
  return rows[0]?.id ?? '';
}

function sealedIn(folder: string): string[] {
  const blobs = path.join(folder, 'blobs');
  if (!fs.existsSync(blobs)) return [];
  return fs
    .readdirSync(blobs, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(path.join(blobs, name)).isFile() && !name.startsWith('parts'));
}

async function isWhole({ client }: Opened, id: string): Promise<boolean> {
  const { bytes, size } = await client.attachments.read({ id, offset: 0, length: PNG.length });
  return size === PNG.length && Buffer.from(await bytes.arrayBuffer()).equals(PNG);
}

test('a photo comes back with the backup on an empty machine', async () => {
  const old = open();
  await addClient(old.client, 'Starý počítač');
  const photo = await addPhoto(old);
  const code = giveCode(old);
  const stick = makeFolder();
  const { file } = await make(old.client, stick);
  expect(sealedIn(stick)).toHaveLength(1);
  old.host.close();

  const fresh = open();
  await restore(fresh.client, { path: file ?? '' }, code);
  expect(sealedIn(fresh.profile)).toEqual(sealedIn(stick));
  expect(await isWhole(fresh, photo)).toBe(true);
});

test('a photo whose file was lost comes back from the backup beside the base', async () => {
  const engine = open();
  await addClient(engine.client, 'Pekáreň');
  const photo = await addPhoto(engine);
  const { backup } = await make(engine.client);
  fs.rmSync(path.join(engine.profile, 'blobs'), { recursive: true });
  await restore(engine.client, { id: backup.id });
  expect(await isWhole(engine, photo)).toBe(true);
});

test('the files beside backups stay as long as a backup needs them', () => {
  const [profile, place] = [makeFolder(), makeFolder()];
  const lay = (name: string) => {
    fs.mkdirSync(path.join(profile, 'blobs', 'aa'), { recursive: true });
    fs.writeFileSync(path.join(profile, 'blobs', 'aa', name), name);
  };
  const hooks = { isCancelled: () => false };
  lay('one');
  copyBlobs(profile, place, { ...hooks, neededAt: 1_000_000 });
  fs.rmSync(path.join(profile, 'blobs', 'aa', 'one'));
  lay('two');
  copyBlobs(profile, place, { ...hooks, neededAt: 9_000_000 });
  pruneBlobs(place, 1_000_000);
  expect(sealedIn(place).map((name) => path.basename(name))).toEqual(['one', 'two']);
  pruneBlobs(place, 9_000_000);
  expect(sealedIn(place).map((name) => path.basename(name))).toEqual(['two']);
});
