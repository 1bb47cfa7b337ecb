/** Rows out of single pages of table b-trees (sqlite.org/fileformat2.html#b_tree_pages), without their parents. */
import { type DamagedImage, USABLE } from './damaged-image.ts';

export type StoredValue = null | number | string | Buffer;

export interface StoredRow {
  rowid: number;
  values: StoredValue[];
}

const LEAF = 0x0d;
const INTERIOR = 0x05;

export function isLeaf(page: Buffer): boolean {
  return page[0] === LEAF;
}

/** Pages below an interior page; empty for any other page. */
export function childrenOf(page: Buffer): number[] {
  if (page[0] !== INTERIOR) return [];
  const children = [page.readUInt32BE(8)];
  for (const at of cellsOf(page, 12)) if (at + 4 <= USABLE) children.push(page.readUInt32BE(at));
  return children;
}

/** The rows of a leaf; a row whose overflow is lost, or that makes no sense, is left out. */
export function rowsOf(page: Buffer, image: DamagedImage): StoredRow[] {
  if (!isLeaf(page)) return [];
  return cellsOf(page, 8).flatMap((at) => {
    try {
      return readCell(page, at, image) ?? [];
    } catch (error) {
      // Bytes that only looked like a row point outside of the page.
      if (error instanceof RangeError) return [];
      throw error;
    }
  });
}

function cellsOf(page: Buffer, first: number): number[] {
  const count = Math.min(page.readUInt16BE(3), (USABLE - first) / 2);
  return Array.from({ length: count }, (_, index) => page.readUInt16BE(first + 2 * index)).filter(
    (at) => at >= first && at < USABLE,
  );
}

function readCell(page: Buffer, at: number, image: DamagedImage): StoredRow | null {
  const size = varint(page, at);
  const rowid = varint(page, size.next);
  const payload = readPayload(page, rowid.next, size.value, image);
  return payload && { rowid: rowid.value, values: readRecord(payload) };
}

/** The part in the page, then the chain of overflow pages; null when one of them is lost. */
function readPayload(page: Buffer, at: number, size: number, image: DamagedImage): Buffer | null {
  const most = USABLE - 35;
  if (size <= most) return at + size <= USABLE ? page.subarray(at, at + size) : null;
  const least = Math.floor(((USABLE - 12) * 32) / 255) - 23;
  const fitting = least + ((size - least) % (USABLE - 4));
  const here = fitting <= most ? fitting : least;
  if (at + here + 4 > USABLE || size > image.pages * USABLE) return null;
  const parts = [page.subarray(at, at + here)];
  let next = page.readUInt32BE(at + here);
  for (let left = size - here; left > 0; left -= USABLE - 4) {
    const overflow = image.page(next);
    if (!overflow) return null;
    parts.push(overflow.subarray(4, 4 + Math.min(left, USABLE - 4)));
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** The record format: the types of the columns, then their values. */
function readRecord(payload: Buffer): StoredValue[] {
  const head = varint(payload, 0);
  const values: StoredValue[] = [];
  let at = head.value;
  for (let type = head.next; type < head.value; ) {
    const { value: serial, next } = varint(payload, type);
    const size = sizeOf(serial);
    if (at + size > payload.length) throw new RangeError('a column ends outside of its record');
    values.push(readValue(payload, at, serial, size));
    at += size;
    type = next;
  }
  return values;
}

const SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function sizeOf(serial: number): number {
  if (serial < SIZES.length) return SIZES[serial] ?? 0;
  if (serial < 12) throw new RangeError('a reserved type of column');
  return Math.floor((serial - 12) / 2);
}

function readValue(payload: Buffer, at: number, serial: number, size: number): StoredValue {
  if (serial === 0) return null;
  if (serial <= 5) return payload.readIntBE(at, size);
  if (serial === 6) return Number(payload.readBigInt64BE(at));
  if (serial === 7) return payload.readDoubleBE(at);
  if (serial <= 9) return serial - 8;
  const bytes = payload.subarray(at, at + size);
  return serial % 2 === 0 ? Buffer.from(bytes) : bytes.toString('utf8');
}

/** A big-endian number of one to nine bytes, seven bits each but the ninth; beyond 2^53 it is none of ours. */
function varint(bytes: Buffer, at: number): { value: number; next: number } {
  let value = 0;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes.readUInt8(at + index);
    if (index === 8) return { value: value * 256 + byte, next: at + 9 };
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  throw new RangeError('no number');
}
