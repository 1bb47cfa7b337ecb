/**
 * Bytes that are still coming in: a file from the window, a recording, a download. Each append is one sealed frame
 * that is on the disk before the call returns, so whatever ends the process costs at most what was under way.
 *
 * `VZPART1\n`, a salt of 32 bytes, then frames: length (32 bits, big-endian), nonce, bytes and tag. Nonces are random:
 * a frame that was cut off is written anew in its place, and never under the same one. The number is authenticated.
 */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { fileKey, seal, TAG, unseal, BlobDamaged } from './blob-file.ts';

const MAGIC = Buffer.from('VZPART1\n');
const SALT = 32;
const HEADER = MAGIC.length + SALT;
const LENGTH = 4;
const NONCE = 12;
/** No frame is longer: a length that a torn write left behind is not believed. */
const LONGEST = 8 * 1024 * 1024;
const USE = 'vizitka blob part 1';

export class PartFile {
  readonly #handle: number;
  readonly #key: Buffer;
  /** Where each frame begins, and its length in plain bytes. */
  #frames: { at: number; bytes: number }[] = [];
  #end: number;
  #size = 0;

  /** Opens it or makes it; a last frame that was cut off is let go of. */
  constructor(file: string, blobKey: Buffer) {
    this.#handle = fs.openSync(file, fs.existsSync(file) ? 'r+' : 'w+', 0o600);
    const header = Buffer.alloc(HEADER);
    const read = fs.readSync(this.#handle, header, 0, HEADER, 0);
    if (read < HEADER || !header.subarray(0, MAGIC.length).equals(MAGIC)) {
      MAGIC.copy(header);
      randomBytes(SALT).copy(header, MAGIC.length);
      fs.ftruncateSync(this.#handle, 0);
      fs.writeSync(this.#handle, header, 0, HEADER, 0);
    }
    this.#key = fileKey(blobKey, header.subarray(MAGIC.length), USE);
    this.#end = HEADER;
    if (read === HEADER) this.#findFrames();
  }

  /** Plain bytes that are safe on the disk. */
  get size(): number {
    return this.#size;
  }

  /** Puts bytes behind those that are here; what is here already is passed over. Returns the size, a gap changes nothing. */
  append(offset: number, bytes: Uint8Array): number {
    const fresh = offset > this.#size ? new Uint8Array() : bytes.subarray(this.#size - offset);
    if (fresh.length === 0) return this.#size;
    const nonce = randomBytes(NONCE);
    const sealed = seal(this.#key, nonce, fresh, numberOf(this.#frames.length));
    const length = Buffer.alloc(LENGTH);
    length.writeUInt32BE(NONCE + sealed.length);
    const frame = Buffer.concat([length, nonce, sealed]);
    for (let at = 0; at < frame.length; )
      at += fs.writeSync(this.#handle, frame, at, frame.length - at, this.#end + at);
    fs.fdatasyncSync(this.#handle);
    this.#frames.push({ at: this.#end, bytes: fresh.length });
    this.#end += frame.length;
    this.#size += fresh.length;
    return this.#size;
  }

  /** The plain bytes, frame by frame. Throws `BlobDamaged` at the first that was changed. */
  *frames(): Generator<Buffer> {
    for (let index = 0; index < this.#frames.length; index += 1) yield this.#frame(index);
  }

  close(): void {
    fs.closeSync(this.#handle);
  }

  #findFrames(): void {
    const whole = fs.fstatSync(this.#handle).size;
    const length = Buffer.alloc(LENGTH);
    for (let at = HEADER; at + LENGTH <= whole; ) {
      fs.readSync(this.#handle, length, 0, LENGTH, at);
      const sealed = length.readUInt32BE();
      if (sealed < NONCE + TAG || sealed > LONGEST || at + LENGTH + sealed > whole) break;
      this.#frames.push({ at, bytes: sealed - NONCE - TAG });
      at += LENGTH + sealed;
    }
    // After a power cut the end of a file may be zeros, or half of what was written.
    while (this.#frames.length > 0 && !this.#isWhole(this.#frames.length - 1)) this.#frames.pop();
    const last = this.#frames.at(-1);
    this.#end = last ? last.at + LENGTH + NONCE + last.bytes + TAG : HEADER;
    this.#size = this.#frames.reduce((sum, { bytes }) => sum + bytes, 0);
    fs.ftruncateSync(this.#handle, this.#end);
  }

  #isWhole(index: number): boolean {
    try {
      this.#frame(index);
      return true;
    } catch (error) {
      if (error instanceof BlobDamaged) return false;
      throw error;
    }
  }

  #frame(index: number): Buffer {
    const { at, bytes } = this.#frames[index] as { at: number; bytes: number };
    const frame = Buffer.alloc(NONCE + bytes + TAG);
    fs.readSync(this.#handle, frame, 0, frame.length, at + LENGTH);
    return unseal(this.#key, frame.subarray(0, NONCE), frame.subarray(NONCE), numberOf(index));
  }
}

function numberOf(index: number): Buffer {
  const number = Buffer.alloc(4);
  number.writeUInt32BE(index);
  return number;
}
