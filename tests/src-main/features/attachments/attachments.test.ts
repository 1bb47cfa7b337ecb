/** Attachments through the contract: bytes in slices, one action with its record, undo, and bytes that go in the end. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { REMOVED_KEPT_DAYS, sweepBlobs } from '#main/data/blobs/sweep.ts';
import { write } from '#main/data/write.ts';
import { recoveredRecordings } from '#main/features/attachments/facts.ts';
import { attach } from '#main/features/attachments/steps.ts';
import { ATTACHMENT_LIMIT } from '#shared/domain/attachments/file-rules.ts';
import { interaction } from '#shared/entities/meetings.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

let engine: TestEngine;
let client: string;

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(150_000)]);

beforeEach(async () => {
  engine = openTestEngine();
  client = engine.base.newId();
  await engine.client.clients.create({ id: client, values: { name: 'Pekáreň Nitra', status: 'active' } });
});

afterEach(() => engine.close());

const slice = (bytes: Uint8Array) => new File([new Uint8Array(bytes)], 'slice');

async function sent(bytes: Buffer = PNG, name = 'regál.png', recording = false): Promise<string> {
  const id = engine.base.newId();
  await engine.client.attachments.begin({ id, client, name, recording });
  for (let offset = 0; offset < bytes.length; offset += 64_000)
    await engine.client.attachments.send({
      id,
      offset,
      chunk: slice(bytes.subarray(offset, offset + 64_000)),
    });
  return id;
}

async function added(bytes = PNG, name = 'regál.png'): Promise<string> {
  const id = await sent(bytes, name);
  await engine.client.attachments.finish({ id });
  await engine.client.attachments.add({ id, client, caption: 'Naše miesto v regáli' });
  return id;
}

async function bytesOf(id: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let offset = 0, size = 1; offset < size; ) {
    const answer = await engine.client.attachments.read({ id, offset, length: 50_000 });
    pieces.push(Buffer.from(await answer.bytes.arrayBuffer()));
    ({ size } = answer);
    offset += 50_000;
  }
  return Buffer.concat(pieces);
}

const filesOnDisk = () =>
  fs
    .readdirSync(path.join(engine.folder, 'blobs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).length;

test('a picture is taken in slices, belongs to the client, and comes back byte by byte, also after a restart', async () => {
  const id = await added();
  engine.close();
  engine = openTestEngine({ folder: engine.folder, key: engine.key });
  const [row] = await engine.client.attachments.list({ client });
  expect(row).toMatchObject({ id, kind: 'photo', mediaType: 'image/png', size: PNG.length, state: 'local' });
  expect(row).toMatchObject({
    caption: 'Naše miesto v regáli',
    name: 'regál.png',
    createdByName: 'Jana Testová',
  });
  expect(await bytesOf(id)).toEqual(PNG);
  expect(await engine.client.attachments.look({ id })).toMatchObject({ handling: 'show' });
  expect((await engine.client.verify.run({})).problems).toEqual([]);
});

test('what is repeated changes nothing, and a lost place is told', async () => {
  const id = await sent();
  const { bytes } = await engine.client.attachments.begin({ id, client, name: 'x.png', recording: false });
  expect(bytes).toBe(PNG.length);
  const again = { id, offset: 0, chunk: slice(PNG.subarray(0, 64_000)) };
  expect(await engine.client.attachments.send(again)).toEqual({ bytes: PNG.length });
  const gap = { id, offset: PNG.length + 5, chunk: slice(PNG) };
  await expect(engine.client.attachments.send(gap)).rejects.toMatchObject({
    data: { reason: 'attachmentGap' },
  });
  await engine.client.attachments.finish({ id });
  await engine.client.attachments.finish({ id });
  await engine.client.attachments.add({ id, client });
  await engine.client.attachments.add({ id, client });
  expect(await engine.client.attachments.list({ client })).toHaveLength(1);
  expect(await bytesOf(id)).toEqual(PNG);
});

test('too large, empty and never sent are told in a word', async () => {
  const id = engine.base.newId();
  await engine.client.attachments.begin({ id, client, name: 'film.bin', recording: false });
  const tooFar = { id, offset: ATTACHMENT_LIMIT - 1, chunk: slice(Buffer.from('ab')) };
  await expect(engine.client.attachments.send(tooFar)).rejects.toMatchObject({
    data: { reason: 'attachmentTooLarge' },
  });
  await expect(engine.client.attachments.finish({ id })).rejects.toMatchObject({
    data: { reason: 'attachmentGone' },
  });
  const empty = await sent(Buffer.alloc(0), 'prázdny.txt');
  await expect(engine.client.attachments.finish({ id: empty })).rejects.toMatchObject({
    data: { reason: 'attachmentEmpty' },
  });
  await expect(engine.client.attachments.add({ id: engine.base.newId(), client })).rejects.toMatchObject({
    data: { reason: 'attachmentGone' },
  });
});

test('an entry with its photo is one action, and undone together', async () => {
  const [photo, entry] = [await sent(), engine.base.newId()];
  await engine.client.attachments.finish({ id: photo });
  const { action } = write(engine.base, { key: 'interactionLogged', params: { name: '' } }, (tx) => {
    const values = { client, kind: 'visit', happenedAt: tx.now, zone: 'Europe/Bratislava' } as const;
    tx.create(interaction, entry, { ...values, summary: 'Regál', author: tx.member });
    attach(tx, photo, { client, interaction: entry });
  });
  expect(await engine.client.attachments.list({ interactions: [entry] })).toHaveLength(1);
  await engine.client.undo.apply({ action: action ?? '' });
  expect(await engine.client.attachments.list({ client })).toEqual([]);
});

test('removing is taken back with the bytes; after a month they are gone', async () => {
  const id = await added();
  const { action } = await engine.client.attachments.remove({ id });
  expect(await engine.client.attachments.list({ client })).toEqual([]);
  expect(filesOnDisk()).toBe(1);
  await engine.client.undo.apply({ action: action ?? '' });
  expect(await bytesOf(id)).toEqual(PNG);
  await engine.client.attachments.remove({ id });
  const later = { ...engine.base, now: () => Date.now() + (REMOVED_KEPT_DAYS + 1) * 86_400_000 };
  expect(sweepBlobs(engine.base)).toBe(0);
  expect(sweepBlobs(later)).toBe(1);
  expect(filesOnDisk()).toBe(0);
});

test('two attachments of one content share a file, which stays for as long as one of them needs it', async () => {
  const [first, second] = [await added(), await added()];
  expect(filesOnDisk()).toBe(1);
  await engine.client.attachments.remove({ id: first });
  const later = { ...engine.base, now: () => Date.now() + (REMOVED_KEPT_DAYS + 1) * 86_400_000 };
  expect(sweepBlobs(later)).toBe(0);
  expect(await bytesOf(second)).toEqual(PNG);
});

test('a file with the name of a picture and the bytes of a program is a file that is never opened', async () => {
  const id = await added(Buffer.from('MZ\x90 this program cannot be run'), 'foto.jpg');
  expect(await engine.client.attachments.look({ id })).toMatchObject({
    handling: 'warn',
    mediaType: 'application/octet-stream',
  });
  const [row] = await engine.client.attachments.list({ client });
  expect(row).toMatchObject({ kind: 'file', mediaType: 'application/octet-stream' });
});

test('bytes that were changed on the disk are not shown, and said', async () => {
  const id = await added();
  const [file] = fs
    .readdirSync(path.join(engine.folder, 'blobs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile());
  const place = path.join(file?.parentPath ?? '', file?.name ?? '');
  const bytes = fs.readFileSync(place);
  bytes[200] = (bytes[200] ?? 0) ^ 1;
  fs.writeFileSync(place, bytes);
  await expect(engine.client.attachments.read({ id, offset: 0 })).rejects.toMatchObject({
    data: { reason: 'attachmentDamaged' },
  });
  fs.rmSync(place);
  await expect(engine.client.attachments.look({ id })).rejects.toMatchObject({
    data: { reason: 'attachmentNotHere' },
  });
});

test('a recording whose program ended is found at the next start and can be attached', async () => {
  const voice = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), randomBytes(90_000)]);
  const id = await sent(voice, 'nahrávka.webm', true);
  expect(await engine.client.attachments.waiting({ client })).toEqual([]);
  engine.close();
  engine = openTestEngine({ folder: engine.folder, key: engine.key });
  const [found] = await engine.client.attachments.waiting({ client });
  expect(found).toMatchObject({
    id,
    recovered: true,
    kind: 'memo',
    size: voice.length,
    clientName: 'Pekáreň Nitra',
  });
  expect(recoveredRecordings(engine.base)).toHaveLength(1);
  await engine.client.attachments.finish({ id });
  await engine.client.attachments.add({ id, client, duration: 5_000 });
  expect(await engine.client.attachments.waiting({ client })).toEqual([]);
  expect(await bytesOf(id)).toEqual(voice);
});

test('a script takes a file from the disk and saves it; a window may do neither', async () => {
  const from = path.join(engine.folder, 'zmluva.pdf');
  fs.writeFileSync(from, '%PDF-1.7 telo');
  const id = engine.base.newId();
  await engine.client.attachments.addFile({ id, client, path: from });
  const to = path.join(engine.folder, 'kópia.pdf');
  await engine.client.attachments.save({ id, path: to });
  expect(fs.readFileSync(to, 'utf8')).toBe('%PDF-1.7 telo');
  Object.assign(engine.context.host, { view: 'window' });
  for (const call of [
    engine.client.attachments.addFile({ id: engine.base.newId(), client, path: from }),
    engine.client.attachments.save({ id, path: `${to}2` }),
  ])
    await expect(call).rejects.toMatchObject({ data: { reason: 'pathFromWindow' } });
});
