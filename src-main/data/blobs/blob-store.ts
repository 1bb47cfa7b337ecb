/**
 * The folder of attachments beside the base: `blobs/<2>/<62>`, a file for each content. The name is an HMAC of the
 * content's SHA-256 under the base's blob key: with the plain hash whoever has the disk could tell that a certain known
 * document lies there. `blobs/parts` holds what is still coming in.
 *
 * The blob key is random and kept in the base, so a new data key of the base leaves these files as they are.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { HEAD_BYTES } from '#shared/domain/attachments/magic.ts';
import { syncFolder } from '../../security/durable-file.ts';
import { asideOf } from '../backup/places.ts';
import type { SettingStore } from '../setting-store.ts';
import { BlobWriter, fileKey, type OpenBlob, openBlobFile } from './blob-file.ts';
import { BLOBS, PARTS } from './blobs-folder.ts';
import { PartFile } from './part-file.ts';

const WHOLE = '.whole';
/** Among the settings of a base. */
export const BLOB_KEY = 'blobKey';

export interface Kept {
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  hash: string;
  size: number;
  /** The first bytes, by which the content is judged. */
  head: Buffer;
}

export interface BlobStore {
  has(hash: string): boolean;
  /** Throws ENOENT where it is not here, `BlobDamaged` where it is not as it was written. */
  open(hash: string): OpenBlob;
  /** Name of the file below the folder, with `/`. */
  nameOf(hash: string): string;
  /** What is coming in under this id; opened when it is asked for the first time. */
  part(id: string): PartFile;
  dropPart(id: string): void;
  /**
   * Makes the part a file of its content, on the disk when this resolves; the part stays until `dropPart`. With
   * `wanted` nothing is kept, and null is returned, when the content is another one.
   */
  keep(id: string, wanted?: string): Promise<Kept | null>;
  remove(hash: string): void;
  /** Takes away every file but those of these contents; none while a base stands aside. */
  sweepFiles(hashes: Iterable<string>): void;
  /** Takes away every part but these. */
  sweepParts(ids: Iterable<string>): void;
  close(): void;
}

export function blobKeyOf(settings: SettingStore): Buffer {
  const kept = settings.get(BLOB_KEY);
  if (typeof kept === 'string') return Buffer.from(kept, 'base64');
  const key = randomBytes(32);
  settings.set(BLOB_KEY, key.toString('base64'));
  return key;
}

/** Of a blob key: the name of a content's file below the folder of blobs. */
export function blobName(blobKey: Buffer, hash: string): string {
  const naming = fileKey(blobKey, Buffer.alloc(0), 'vizitka blob name 1');
  const name = createHmac('sha256', naming).update(hash).digest('hex');
  return `${name.slice(0, 2)}/${name.slice(2)}`;
}

export function openBlobStore(profile: string, blobKey: Buffer): BlobStore {
  const folder = path.join(profile, BLOBS);
  const open = new Map<string, PartFile>();
  const fileOf = (hash: string) => path.join(folder, blobName(blobKey, hash));
  const partOf = (id: string) => path.join(folder, PARTS, id);

  const part = (id: string): PartFile => {
    let found = open.get(id);
    if (!found) {
      fs.mkdirSync(path.join(folder, PARTS), { recursive: true, mode: 0o700 });
      open.set(id, (found = new PartFile(partOf(id), blobKey)));
      syncFolder(path.join(folder, PARTS));
    }
    return found;
  };
  const closePart = (id: string): void => {
    open.get(id)?.close();
    open.delete(id);
  };

  return {
    has: (hash) => fs.existsSync(fileOf(hash)),
    open: (hash) => openBlobFile(fileOf(hash), blobKey),
    nameOf: (hash) => blobName(blobKey, hash),
    part,
    dropPart(id) {
      closePart(id);
      fs.rmSync(partOf(id), { force: true });
    },
    async keep(id, wanted) {
      const source = part(id);
      const draft = `${partOf(id)}${WHOLE}`;
      const writer = new BlobWriter(draft, blobKey);
      try {
        const { hash, size, head } = await copyThrough(source, writer);
        if (wanted !== undefined && hash !== wanted) return null;
        writer.finish();
        const file = fileOf(hash);
        fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
        fs.renameSync(draft, file);
        syncFolder(path.dirname(file));
        syncFolder(folder);
        return { hash, size, head };
      } finally {
        writer.close();
        fs.rmSync(draft, { force: true });
      }
    },
    remove: (hash) => fs.rmSync(fileOf(hash), { force: true }),
    sweepFiles(hashes) {
      // A base that was put aside has its bytes here too, and only it can name them.
      if (namesIn(asideOf(profile)).length > 0) return;
      const known = new Set([...hashes].map((hash) => blobName(blobKey, hash)));
      for (const entry of namesIn(folder)) {
        if (entry === PARTS) continue;
        for (const name of namesIn(path.join(folder, entry)))
          if (!known.has(`${entry}/${name}`)) fs.rmSync(path.join(folder, entry, name), { force: true });
      }
    },
    sweepParts(ids) {
      const known = new Set(ids);
      for (const name of namesIn(path.join(folder, PARTS))) {
        if (known.has(name.replace(WHOLE, ''))) continue;
        closePart(name);
        fs.rmSync(partOf(name), { force: true });
      }
    },
    close() {
      for (const id of open.keys()) closePart(id);
    },
  };
}

/** Hands the thread back between pieces: a hundred megabytes must not stop the screen. */
async function copyThrough(source: PartFile, writer: BlobWriter): Promise<Kept> {
  const hashing = createHash('sha256');
  let head = Buffer.alloc(0);
  let size = 0;
  for (const frame of source.frames()) {
    hashing.update(frame);
    writer.append(frame);
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, frame.subarray(0, HEAD_BYTES - head.length)]);
    size += frame.length;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { hash: hashing.digest('hex'), size, head };
}

export function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}
