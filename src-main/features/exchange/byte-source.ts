/** The bytes of a file to import, read piece by piece: from disk, or from what the window uploaded. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { FileRefused } from './file-refused.ts';

export interface ByteSource {
  readonly size: number;
  /** Name of the file without its folder. */
  readonly name: string;
  /** Up to `length` bytes from `offset`; fewer at the end. */
  read(offset: number, length: number): Buffer;
  close(): void;
}

const PIECE = 256 * 1024;

/** Opens a file of this computer; refuses what is no file or cannot be read. */
export function openFile(path: string): ByteSource {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new FileRefused(isMissing ? 'fileNotThere' : 'fileUnreadable', { name });
  }
  const stat = fstatSync(handle);
  if (!stat.isFile()) {
    closeSync(handle);
    throw new FileRefused('fileUnreadable', { name });
  }
  return {
    size: stat.size,
    name,
    read(offset, length) {
      const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, stat.size - offset)));
      const count = readSync(handle, buffer, 0, buffer.length, offset);
      return buffer.subarray(0, count);
    },
    close: () => closeSync(handle),
  };
}

/** All bytes in order, from `start`. */
export function* piecesOf(source: ByteSource, start = 0): Generator<Buffer, void, undefined> {
  for (let offset = start; offset < source.size; ) {
    const piece = source.read(offset, PIECE);
    if (piece.length === 0) return;
    offset += piece.length;
    yield piece;
  }
}
