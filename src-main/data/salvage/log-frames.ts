/** The pages in SQLite's write-ahead log (WAL format, sqlite.org/fileformat2.html#walformat), still encrypted. */
import fs from 'node:fs';

const HEADER = 32;
const FRAME_HEADER = 24;
const PAGE = 4096;

export interface LogFrame {
  page: number;
  bytes: Buffer;
}

/**
 * Frames up to the last commit, in order. SQLite stops at the first frame whose checksum fails; here the others are
 * taken too, because each page proves itself when it is decrypted.
 */
export function logFrames(file: string): LogFrame[] {
  const log = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0);
  const frames: LogFrame[] = [];
  let committed = 0;
  for (let at = HEADER; at + FRAME_HEADER + PAGE <= log.length; at += FRAME_HEADER + PAGE) {
    // Frames of an earlier round of the log carry other salts.
    if (!log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))) continue;
    const page = log.readUInt32BE(at);
    if (page === 0 || page > 0x7fff_ffff / PAGE) continue;
    frames.push({ page, bytes: log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + PAGE) });
    if (log.readUInt32BE(at + 4) !== 0) committed = frames.length;
  }
  return frames.slice(0, committed);
}
