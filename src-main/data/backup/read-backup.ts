/** Reads a backup file back: its header, and its parts against their hashes. */
import { createHash, type Hash } from 'node:crypto';
import fs from 'node:fs';
import { BackupRefusal } from './backup-refusal.ts';
import { type BackupHeader, LONGEST_HEADER, parseHeader } from './format.ts';

const PIECE = 1024 * 1024;
const LINE_ENDS = 0x0a;

export interface OpenBackup {
  readonly header: BackupHeader;
  /** Where the first part begins. */
  readonly start: number;
  /** Size of the whole file. */
  readonly bytes: number;
}

/** Refuses with `unreadable`, `notABackup`, `newer` or `cutOff`; the parts are not read yet. */
export function readHeader(file: string): OpenBackup {
  const handle = openToRead(file);
  try {
    const bytes = fs.fstatSync(handle).size;
    const head = Buffer.alloc(Math.min(bytes, LONGEST_HEADER));
    fs.readSync(handle, head, 0, head.length, 0);
    const end = head.indexOf(LINE_ENDS);
    const header = end === -1 ? null : parseHeader(head.toString('utf8', 0, end));
    if (header === 'newer') throw new BackupRefusal('newer');
    // A header that was cut in the middle still shows what it was.
    if (!header) throw new BackupRefusal(isCutHeader(head) ? 'cutOff' : 'notABackup');
    const start = end + 1;
    const wanted = start + header.parts.reduce((sum, part) => sum + part.bytes, 0);
    if (bytes < wanted) throw new BackupRefusal('cutOff');
    if (bytes > wanted) throw new BackupRefusal('altered');
    return { header, start, bytes };
  } finally {
    fs.closeSync(handle);
  }
}

/** A missing file, a folder, a file of somebody else. */
function openToRead(file: string): number {
  try {
    const handle = fs.openSync(file, 'r');
    if (fs.fstatSync(handle).isFile()) return handle;
    fs.closeSync(handle);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
  }
  throw new BackupRefusal('unreadable');
}

function isCutHeader(head: Buffer): boolean {
  return !head.includes(LINE_ENDS) && head.toString('utf8', 0, 64).startsWith('{"format":"vizitka-backup"');
}

export interface ReadHooks {
  /** Bytes read so far. */
  progress?(done: number): void;
  /** Asked between pieces; true ends the work with `cancelled`. */
  isCancelled?(): boolean;
}

/**
 * Reads every part and compares it with its hash; a part named in `into` is also written to that file and synced.
 * Refuses with `altered` when one byte differs.
 */
export function readParts(
  file: string,
  { header, start }: OpenBackup,
  into: Readonly<Record<string, string>> = {},
  hooks: ReadHooks = {},
): void {
  const source = fs.openSync(file, 'r');
  try {
    let at = start;
    for (const { name, bytes, sha256 } of header.parts) {
      const place = into[name];
      const target = place === undefined ? null : fs.openSync(place, 'wx', 0o600);
      try {
        const hash = copyBytes(
          source,
          at,
          bytes,
          target,
          (done) => hooks.progress?.(at - start + done),
          hooks,
        );
        if (hash.digest('hex') !== sha256) throw new BackupRefusal('altered');
        if (target !== null) fs.fsyncSync(target);
      } finally {
        if (target !== null) fs.closeSync(target);
      }
      at += bytes;
    }
  } finally {
    fs.closeSync(source);
  }
}

/** Copies `length` bytes, or only reads them when there is no target; returns their running SHA-256. */
export function copyBytes(
  source: number,
  from: number,
  length: number,
  target: number | null,
  progress: (done: number) => void,
  hooks: ReadHooks,
): Hash {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(PIECE);
  for (let done = 0; done < length; ) {
    if (hooks.isCancelled?.()) throw new BackupRefusal('cancelled');
    const read = fs.readSync(source, piece, 0, Math.min(PIECE, length - done), from + done);
    if (read === 0) throw new BackupRefusal('cutOff');
    hash.update(piece.subarray(0, read));
    if (target !== null) writeAll(target, piece.subarray(0, read));
    done += read;
    progress(done);
  }
  return hash;
}

export function writeAll(target: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(target, bytes, at);
}
