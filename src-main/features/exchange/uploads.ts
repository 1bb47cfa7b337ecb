/** Files that the window uploads: their pieces go straight into an encrypted staging file, never in clear to disk. */
import { existsSync } from 'node:fs';
import { IMPORT_LIMIT } from '#shared/contract/exchange.ts';
import type { ByteSource } from './byte-source.ts';
import { FileRefused } from './file-refused.ts';
import { type Base, makeUploadTables, openStaging, removeStaging, stagingPath } from './staging-base.ts';

const MEGABYTE = 1024 * 1024;

/** The uploads of one open base. */
export class Uploads {
  readonly #folder: string;
  readonly #key: Buffer;
  readonly #open = new Map<string, Base>();

  constructor(folder: string, key: Buffer) {
    this.#folder = folder;
    this.#key = key;
  }

  /** Puts a slice in its place; a repeated slice replaces itself. Returns the bytes that are there now. */
  append(id: string, name: string, offset: number, bytes: Buffer): number {
    const base = this.#open.get(id) ?? this.#start(id, name);
    const before = sizeOf(base);
    if (offset > before) throw new FileRefused('fileNotThere', { name });
    if (offset + bytes.length > IMPORT_LIMIT) {
      this.discard(id);
      throw new FileRefused('fileTooLarge', {
        limitMb: IMPORT_LIMIT / MEGABYTE,
        sizeMb: Math.ceil((offset + bytes.length) / MEGABYTE),
      });
    }
    base.prepare('INSERT OR REPLACE INTO piece (start, bytes) VALUES (?, ?)').run(offset, bytes);
    return Math.max(before, offset + bytes.length);
  }

  discard(id: string): void {
    this.#open.get(id)?.close();
    this.#open.delete(id);
    removeStaging(this.#folder, id);
  }

  discardAll(): void {
    for (const id of this.#open.keys()) this.discard(id);
  }

  #start(id: string, name: string): Base {
    const base = openStaging(stagingPath(this.#folder, id), this.#key);
    makeUploadTables(base);
    base.prepare('INSERT INTO upload (name) VALUES (?)').run(name);
    this.#open.set(id, base);
    return base;
  }
}

function sizeOf(base: Base): number {
  return (base.prepare('SELECT max(start + length(bytes)) FROM piece').pluck().get() as number | null) ?? 0;
}

/** Reads an upload back; for the thread that imports it. */
export function openUpload(folder: string, id: string, key: Buffer): ByteSource {
  const path = stagingPath(folder, id);
  if (!existsSync(path)) throw new FileRefused('fileNotThere');
  const base = openStaging(path, key);
  const pieceAt = base.prepare('SELECT start, bytes FROM piece WHERE start <= ? ORDER BY start DESC LIMIT 1');
  const size = sizeOf(base);
  let current: { start: number; bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) };
  const holds = (offset: number) => offset >= current.start && offset < current.start + current.bytes.length;
  return {
    size,
    name: (base.prepare('SELECT name FROM upload').pluck().get() as string | undefined) ?? '',
    read(offset, length) {
      const parts: Buffer[] = [];
      const end = Math.min(size, offset + length);
      for (let at = offset; at < end; ) {
        if (!holds(at)) current = pieceAt.get(at) as { start: number; bytes: Buffer };
        const part = current.bytes.subarray(at - current.start, end - current.start);
        if (part.length === 0) break;
        parts.push(part);
        at += part.length;
      }
      return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    },
    close: () => base.close(),
  };
}
