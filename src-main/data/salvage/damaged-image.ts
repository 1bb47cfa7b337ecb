/**
 * Every page of a damaged base that can still be decrypted. Each page is authenticated by itself, but a connection that
 * has met one bad page gives no further one; so the file is copied, and every page that fails is replaced by an older
 * copy of itself in the log, or by a page of a donor that was made under the same key.
 */
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { keyLiteral } from '../connection.ts';
import { logFrames } from './log-frames.ts';

export const PAGE = 4096;
/** What the cipher keeps at the end of each page: nonce and tag. */
const RESERVED = 64;
export const USABLE = PAGE - RESERVED;
const ZEROES = Buffer.alloc(PAGE);

export interface DamagedImage {
  /** Number of pages that the base had; they are numbered from 1. */
  readonly pages: number;
  /** Pages that no copy of could be read. Page 1, where only the schema begins, is not counted. */
  readonly lost: ReadonlySet<number>;
  /** Pages of which only an older copy could be read. */
  readonly older: ReadonlySet<number>;
  /** The decrypted page, null when it is lost. */
  page(no: number): Buffer | null;
  /** Tables by their root page, as far as the schema can be read. */
  readonly roots: ReadonlyMap<number, string>;
}

/** Works in `place`, an empty folder, and leaves nothing there; `file` and its log are only read. */
export function readDamaged(file: string, key: Buffer, place: string): DamagedImage {
  const copy = path.join(place, 'damaged.db');
  const donor = path.join(place, 'donor.db');
  try {
    const sources = layPages(file, copy);
    const pages = Math.max(sources.length - 1, 1);
    const roots = readRoots(copy, key);
    makeDonor(donor, key, pages);
    return { ...decrypt(copy, donor, key, sources), pages, roots };
  } finally {
    for (const name of fs.readdirSync(place))
      if (/^(damaged|donor)\.db/.test(name)) fs.rmSync(path.join(place, name), { force: true });
  }
}

/** Raw copies of one page, the newest last. */
type Sources = Buffer[][];

/** Lays the newest copy of each page into `copy`; returns all copies of those that have several. */
function layPages(file: string, copy: string): Sources {
  const sources: Sources = [[]];
  const base = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0);
  for (let at = 0; at + PAGE <= base.length; at += PAGE) sources.push([base.subarray(at, at + PAGE)]);
  for (const { page, bytes } of logFrames(`${file}-wal`)) (sources[page] ??= []).push(bytes);
  const target = fs.openSync(copy, 'w', 0o600);
  try {
    for (let no = 1; no < sources.length; no += 1) {
      sources[no] ??= [];
      fs.writeSync(target, sources[no]?.at(-1) ?? ZEROES, 0, PAGE, (no - 1) * PAGE);
    }
  } finally {
    fs.closeSync(target);
  }
  return sources;
}

function open(file: string, key: Buffer): Database.Database {
  const db = new Database(file);
  db.pragma(`cipher = 'aegis'`);
  db.pragma(`key = "${keyLiteral(key)}"`);
  db.pragma('temp_store = MEMORY');
  return db;
}

/** Empty when the first page or those of the schema are among the bad ones. */
function readRoots(copy: string, key: Buffer): Map<number, string> {
  const db = open(copy, key);
  const roots = new Map<number, string>();
  try {
    const rows = db.prepare<[], { name: string; rootpage: number }>(
      `SELECT name, rootpage FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`,
    );
    for (const { name, rootpage } of rows.iterate()) roots.set(rootpage, name);
  } catch {
    // Pages then tell by their shape what they hold.
  } finally {
    db.close();
    for (const ending of ['-wal', '-shm']) fs.rmSync(`${copy}${ending}`, { force: true });
  }
  return roots;
}

/** Some pages longer than the base; its last page holds no zeroes, which tells whether all before it were read. */
function makeDonor(donor: string, key: Buffer, pages: number): void {
  const db = open(donor, key);
  try {
    db.exec('CREATE TABLE filling (bytes BLOB)');
    const filling = db.prepare('INSERT INTO filling VALUES (?)');
    const size = 16 * 1024 * 1024;
    for (let left = (pages + 8) * PAGE; left > 0; left -= size)
      filling.run(Buffer.alloc(Math.min(size, left), 0x55));
    // Ends in a leaf of the table, which is never all zeroes.
    filling.run(Buffer.alloc(64, 0x55));
  } finally {
    db.close();
  }
}

function decrypt(copy: string, donor: string, key: Buffer, sources: Sources) {
  const lost = new Set<number>();
  const older = new Set<number>();
  const filler = fs.openSync(donor, 'r');
  const target = fs.openSync(copy, 'r+');
  const total = fs.fstatSync(filler).size / PAGE;
  const put = (no: number, bytes: Buffer) => fs.writeSync(target, bytes, 0, PAGE, (no - 1) * PAGE);
  const putDonor = (no: number) => {
    const bytes = Buffer.alloc(PAGE);
    fs.readSync(filler, bytes, 0, PAGE, (no - 1) * PAGE);
    put(no, bytes);
    if (no > 1 && no < sources.length) lost.add(no);
  };
  /** The next older copy of the page, else the donor's. A page of zeroes was never encrypted. */
  const putNext = (no: number) => {
    const copies = sources[no] ?? [];
    copies.pop();
    while (copies.at(-1)?.equals(ZEROES)) copies.pop();
    const next = copies.at(-1);
    if (!next) return putDonor(no);
    older.add(no);
    put(no, next);
  };
  try {
    putDonor(1);
    for (let no = 2; no < sources.length; no += 1) {
      const newest = sources[no]?.at(-1);
      if (!newest || newest.equals(ZEROES)) putNext(no);
    }
    for (let no = Math.max(sources.length, 2); no <= total; no += 1) putDonor(no);
    for (;;) {
      const image = serialize(copy, key);
      const bad = firstUnread(image);
      if (bad === null) {
        const page = (no: number) =>
          no < 2 || no >= sources.length || lost.has(no) ? null : image.subarray((no - 1) * PAGE, no * PAGE);
        return { lost, older, page };
      }
      putNext(bad);
    }
  } finally {
    fs.closeSync(filler);
    fs.closeSync(target);
  }
}

/** All pages decrypted; from the first bad one on they are zeroes. */
function serialize(copy: string, key: Buffer): Buffer {
  const db = open(copy, key);
  try {
    return Buffer.from(db.serialize());
  } finally {
    db.close();
  }
}

/** Number of the first page of the zeroes at the end; null when the last page was read. */
function firstUnread(image: Buffer): number | null {
  let last = image.length / PAGE;
  while (last > 0 && image.subarray((last - 1) * PAGE, last * PAGE).equals(ZEROES)) last -= 1;
  return last === image.length / PAGE ? null : last + 1;
}
