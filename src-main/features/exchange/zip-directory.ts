/**
 * The table of contents of a ZIP archive, and the beginning of one entry: enough to refuse a bomb before anything is
 * unpacked, and to look into a workbook without reading it whole. (APPNOTE.TXT 6.3, sections 4.3.7 to 4.3.16.)
 */
import { inflateRawSync } from 'node:zlib';
import { FileRefused } from './file-refused.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LONGEST_COMMENT = 65_535;

export function readDirectory(bytes: Buffer): ZipEntry[] {
  const from = Math.max(0, bytes.length - LONGEST_COMMENT - 22);
  for (let at = bytes.length - 22; at >= from; at -= 1) {
    if (bytes.readUInt32LE(at) === END)
      return readEntries(bytes, bytes.readUInt32LE(at + 16), bytes.readUInt16LE(at + 10));
  }
  throw new FileRefused('workbookDamaged');
}

function readEntries(bytes: Buffer, start: number, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = start;
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL)
      throw new FileRefused('workbookDamaged');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Up to `most` bytes of an entry's content; a torn or damaged rest is left out. */
export function headOf(bytes: Buffer, entry: ZipEntry, most: number): string {
  const start =
    entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  // Text hardly packs more than hundredfold the other way, so this many packed bytes are enough for `most`.
  const packed = bytes.subarray(start, start + Math.min(entry.packed, most));
  if (entry.method === 0) return packed.toString('utf8');
  try {
    const whole = packed.length === entry.packed;
    return inflateRawSync(packed, {
      finishFlush: whole ? undefined : SYNC_FLUSH,
      maxOutputLength: entry.size > most * 50 ? most * 50 : entry.size + 1,
    }).toString('utf8', 0, most);
  } catch {
    return '';
  }
}

const SYNC_FLUSH = 2;
