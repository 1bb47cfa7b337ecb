/** Bytes of attachments on the disk: what goes in comes out, in any pieces, and a changed byte is noticed. */
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BlobDamaged, CHUNK } from '#main/data/blobs/blob-file.ts';
import { type BlobStore, blobName, openBlobStore } from '#main/data/blobs/blob-store.ts';
import { makeFolder } from '../../../helpers/folder.ts';

const KEY = Buffer.alloc(32, 3);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function stored(store: BlobStore, bytes: Uint8Array): Promise<string> {
  store.part('one').append(0, bytes);
  const kept = await store.keep('one');
  store.dropPart('one');
  return kept?.hash ?? '';
}

test('any bytes in any slices come back, whole and in part, under their hash', async () => {
  const store = openBlobStore(makeFolder(), KEY);
  const lengths = fc.oneof(
    fc.integer({ min: 1, max: 300 }),
    fc.constantFrom(CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(lengths, { minLength: 1, maxLength: 5 }),
      fc.nat(),
      fc.nat(),
      async (slices, from, span) => {
        const bytes = randomBytes(slices.reduce((sum, each) => sum + each, 0));
        const part = store.part('p');
        let at = 0;
        for (const length of slices) {
          // A slice that is sent twice, or overlaps what is here, changes nothing.
          const back = Math.min(at, from % 3);
          expect(part.append(at - back, bytes.subarray(at - back, at + length))).toBe(at + length);
          at += length;
        }
        expect(part.append(at + 1, Buffer.from('gap'))).toBe(at);
        const kept = await store.keep('p');
        store.dropPart('p');
        expect(kept).toMatchObject({ hash: sha256(bytes), size: bytes.length });
        const open = store.open(sha256(bytes));
        const offset = from % bytes.length;
        const length = span % (bytes.length + 10);
        expect(open.size).toBe(bytes.length);
        expect(open.read(offset, length).equals(bytes.subarray(offset, offset + length))).toBe(true);
        open.close();
      },
    ),
    { numRuns: 40 },
  );
});

test('the plain bytes, their hash and the name are nowhere on the disk', async () => {
  const folder = makeFolder();
  const store = openBlobStore(folder, KEY);
  const bytes = Buffer.from('Zmluva s dodávateľom, tajná príloha');
  const hash = await stored(store, bytes);
  store.part('coming').append(0, bytes);
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  expect(files).toHaveLength(2);
  for (const file of files) {
    expect(file.name).not.toContain(hash.slice(2, 20));
    expect(fs.readFileSync(path.join(file.parentPath, file.name)).includes('tajná')).toBe(false);
  }
  store.close();
});

test('a changed byte, a missing end and exchanged chunks are noticed', async () => {
  const folder = makeFolder();
  const store = openBlobStore(folder, KEY);
  const bytes = randomBytes(3 * CHUNK + 77);
  const hash = await stored(store, bytes);
  const file = path.join(folder, 'blobs', blobName(KEY, hash));
  const good = fs.readFileSync(file);
  const readAll = () => {
    const open = store.open(hash);
    try {
      return open.read(0, bytes.length);
    } finally {
      open.close();
    }
  };
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ change;
      fs.writeFileSync(file, bad);
      expect(readAll).toThrow(BlobDamaged);
    }),
    { numRuns: 60 },
  );
  fc.assert(
    fc.property(fc.nat(good.length - 1), (length) => {
      fs.writeFileSync(file, good.subarray(0, length));
      expect(readAll).toThrow(BlobDamaged);
    }),
    { numRuns: 60 },
  );
  const step = CHUNK + 16;
  // Cut so that nothing but a tag stands where the last chunk would be.
  for (let chunk = 0; chunk < 4; chunk += 1) {
    fs.writeFileSync(file, good.subarray(0, 40 + chunk * step + 16));
    expect(readAll, `cut in chunk ${chunk}`).toThrow(BlobDamaged);
  }
  const swapped = Buffer.concat([
    good.subarray(0, 40),
    good.subarray(40 + step, 40 + 2 * step),
    good.subarray(40, 40 + step),
    good.subarray(40 + 2 * step),
  ]);
  fs.writeFileSync(file, swapped);
  expect(readAll).toThrow(BlobDamaged);
  fs.writeFileSync(file, good);
  expect(readAll().equals(bytes)).toBe(true);
});

test('a part that was cut off anywhere keeps its whole frames and goes on', async () => {
  const folder = makeFolder();
  const first = openBlobStore(folder, KEY);
  const slices = [randomBytes(1_000), randomBytes(2_000), randomBytes(500)];
  let sent = 0;
  for (const slice of slices) sent = first.part('memo').append(sent, slice);
  first.close();
  const file = path.join(folder, 'blobs', 'parts', 'memo');
  const whole = fs.readFileSync(file);
  const bytes = Buffer.concat(slices);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), fc.boolean(), async (length, zeros) => {
      const cut = whole.subarray(0, length);
      fs.writeFileSync(file, zeros ? Buffer.concat([cut, Buffer.alloc(whole.length - length)]) : cut);
      const store = openBlobStore(folder, KEY);
      const { size } = store.part('memo');
      expect([0, 1_000, 3_000, 3_500]).toContain(size);
      if (length === whole.length) expect(size).toBe(3_500);
      store.part('memo').append(size, bytes.subarray(size));
      expect(await store.keep('memo', sha256(bytes))).toMatchObject({ size: 3_500 });
      expect(await store.keep('memo', sha256(Buffer.from('another')))).toBeNull();
      store.close();
    }),
    { numRuns: 50 },
  );
});

test('a sweep takes what nobody knows, and nothing else', async () => {
  const folder = makeFolder();
  const store = openBlobStore(folder, KEY);
  const [a, b] = [await stored(store, Buffer.from('a')), await stored(store, Buffer.from('b'))];
  store.part('x').append(0, Buffer.from('x'));
  store.part('y').append(0, Buffer.from('y'));
  // What stands aside may still be asked for.
  const aside = path.join(folder, 'aside', '2026-11-27');
  fs.mkdirSync(aside, { recursive: true });
  store.sweepFiles([a]);
  expect(store.has(b)).toBe(true);
  fs.rmdirSync(aside);
  store.sweepFiles([a]);
  store.sweepParts(['y']);
  expect([store.has(a), store.has(b)]).toEqual([true, false]);
  expect(fs.readdirSync(path.join(folder, 'blobs', 'parts'))).toEqual(['y']);
  store.close();
});
