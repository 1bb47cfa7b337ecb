/**
 * A whole attachment on the disk, encrypted in chunks, so that a part of it can be read and a changed byte, a missing
 * end or two exchanged chunks are noticed.
 *
 * `VZBLOB1\n`, a salt of 32 bytes, then chunks of 64 KiB, each with its tag of 16 bytes (AES-256-GCM). The key of the
 * file comes from the base's blob key and the salt (HKDF-SHA-256, RFC 5869); the nonce is the number of the chunk and
 * whether it is the last one (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import fs from 'node:fs';

export const CHUNK = 64 * 1024;
export const TAG = 16;
const MAGIC = Buffer.from('VZBLOB1\n');
const SALT = 32;
const HEADER = MAGIC.length + SALT;
const CIPHER = 'aes-256-gcm';

/** The file is not as it was written. */
export class BlobDamaged extends Error {
  constructor() {
    super('an attachment on the disk is damaged');
    this.name = 'BlobDamaged';
  }
}

export function fileKey(blobKey: Buffer, salt: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', blobKey, salt, use, 32));
}

/** The bytes encrypted, and their tag behind them. `about` is authenticated with them and not kept. */
export function seal(key: Buffer, nonce: Buffer, plain: Uint8Array, about?: Buffer): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonce);
  if (about) cipher.setAAD(about);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws `BlobDamaged`. */
export function unseal(key: Buffer, nonce: Buffer, sealed: Buffer, about?: Buffer): Buffer {
  if (sealed.length < TAG) throw new BlobDamaged();
  const decipher = createDecipheriv(CIPHER, key, nonce);
  if (about) decipher.setAAD(about);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()]);
  } catch {
    throw new BlobDamaged();
  }
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

const USE = 'vizitka blob file 1';

/** Writes a new file from pieces of any size; nothing of it counts before `finish` has synced it. */
export class BlobWriter {
  readonly #handle: number;
  readonly #key: Buffer;
  #index = 0;
  #isOpen = true;
  /** The last chunk is marked as such, so one is always held back. */
  #held: Buffer = Buffer.alloc(0);

  constructor(file: string, blobKey: Buffer) {
    const salt = randomBytes(SALT);
    this.#key = fileKey(blobKey, salt, USE);
    this.#handle = fs.openSync(file, 'w', 0o600);
    fs.writeSync(this.#handle, Buffer.concat([MAGIC, salt]));
  }

  append(bytes: Uint8Array): void {
    let rest: Buffer = this.#held.length === 0 ? Buffer.from(bytes) : Buffer.concat([this.#held, bytes]);
    while (rest.length > CHUNK) {
      this.#write(rest.subarray(0, CHUNK), false);
      rest = rest.subarray(CHUNK);
    }
    this.#held = rest;
  }

  finish(): void {
    this.#write(this.#held, true);
    fs.fsyncSync(this.#handle);
    this.close();
  }

  close(): void {
    if (this.#isOpen) fs.closeSync(this.#handle);
    this.#isOpen = false;
  }

  #write(plain: Buffer, isLast: boolean): void {
    const sealed = seal(this.#key, nonceOf(this.#index, isLast), plain);
    for (let at = 0; at < sealed.length; ) at += fs.writeSync(this.#handle, sealed, at);
    this.#index += 1;
  }
}

export interface OpenBlob {
  /** Of the plain bytes. */
  readonly size: number;
  /** At most `length` bytes from `offset`; fewer at the end. Throws `BlobDamaged`. */
  read(offset: number, length: number): Buffer;
  close(): void;
}

/** Throws ENOENT where there is no such file, `BlobDamaged` where it is none of ours. */
export function openBlobFile(file: string, blobKey: Buffer): OpenBlob {
  const handle = fs.openSync(file, 'r');
  try {
    const header = Buffer.alloc(HEADER);
    fs.readSync(handle, header, 0, HEADER, 0);
    if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw new BlobDamaged();
    const key = fileKey(blobKey, header.subarray(MAGIC.length), USE);
    const body = fs.fstatSync(handle).size - HEADER;
    const chunks = Math.ceil(body / (CHUNK + TAG));
    const size = body - chunks * TAG;
    // An attachment is never empty, nor is its last chunk: with nothing to read, its tag would not be looked at.
    if (chunks < 1 || size <= (chunks - 1) * CHUNK) throw new BlobDamaged();
    const chunkAt = (index: number): Buffer => {
      const start = index * (CHUNK + TAG);
      const sealed = Buffer.alloc(Math.min(CHUNK + TAG, body - start));
      fs.readSync(handle, sealed, 0, sealed.length, HEADER + start);
      return unseal(key, nonceOf(index, index === chunks - 1), sealed);
    };
    return {
      size,
      read(offset, length) {
        const end = Math.min(size, offset + length);
        const parts: Buffer[] = [];
        for (let at = offset; at < end; ) {
          const index = Math.floor(at / CHUNK);
          const part = chunkAt(index).subarray(at - index * CHUNK, end - index * CHUNK);
          parts.push(part);
          at += part.length;
        }
        return Buffer.concat(parts);
      },
      close: () => fs.closeSync(handle),
    };
  } catch (error) {
    fs.closeSync(handle);
    throw error;
  }
}
