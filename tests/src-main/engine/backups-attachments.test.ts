/** A backup brings the bytes of attachments: beside itself, in the second place, and onto an empty machine. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copyBlobs, pruneBlobs } from '#main/data/backup/blob-pool.ts';
import { attachBytes, attachedBytes, pictureBytes } from '../../helpers/attached.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { addClient, giveCode, make, open, restore } from '../../helpers/backup-host.ts';

const PHOTO = pictureBytes(70_000);

function sealedIn(folder: string): string[] {
  const blobs = path.join(folder, 'blobs');
  if (!fs.existsSync(blobs)) return [];
  return fs
    .readdirSync(blobs, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(path.join(blobs, name)).isFile() && !name.startsWith('parts'));
}

test('a photo comes back with the backup on an empty machine', async () => {
  const old = open();
  const photo = await attachBytes(old, await addClient(old.client, 'Starý počítač'), PHOTO);
  const code = giveCode(old);
  const stick = makeFolder();
  const { file } = await make(old.client, stick);
  expect(sealedIn(stick)).toHaveLength(1);
  old.host.close();

  const fresh = open();
  await restore(fresh.client, { path: file ?? '' }, code);
  expect(sealedIn(fresh.profile)).toEqual(sealedIn(stick));
  const [client] = (await fresh.client.clients.list({ filter: {} })).rows;
  expect(await fresh.client.attachments.list({ client: client?.id ?? '' })).toMatchObject([
    { state: 'local' },
  ]);
  expect(await attachedBytes(fresh, photo)).toEqual(PHOTO);
});

test('a photo whose file was lost comes back from the backup beside the base', async () => {
  const engine = open();
  const photo = await attachBytes(engine, await addClient(engine.client, 'Pekáreň'), PHOTO);
  const { backup } = await make(engine.client);
  fs.rmSync(path.join(engine.profile, 'blobs'), { recursive: true });
  await restore(engine.client, { id: backup.id });
  expect(await attachedBytes(engine, photo)).toEqual(PHOTO);
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
