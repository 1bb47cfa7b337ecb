/**
 * The whole base under another key, as a copy beside it. A copy, because a key that is changed in place leaves
 * half a file under each key when the power goes; the copy counts only when it is whole, checked and on the disk.
 */
import fs from 'node:fs';
import Database from 'better-sqlite3';
import { keyLiteral, openReadable, unlockBase } from './connection.ts';

/**
 * Writes all of `file` to `copy` under `newKey` and checks it; `file` is only read. Throws what SQLite throws,
 * with the copy taken away.
 */
export function copyUnderKey(file: string, key: Buffer, copy: string, newKey: Buffer): void {
  removeCopy(copy);
  try {
    const source = openReadable(file, key);
    try {
      source.prepare('VACUUM INTO ?').run(copy);
    } finally {
      source.close();
    }
    changeKey(copy, key, newKey);
    syncFile(copy);
    compare(file, key, copy, newKey);
  } catch (error) {
    removeCopy(copy);
    throw error;
  }
}

export function removeCopy(copy: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) fs.rmSync(copy + suffix, { force: true });
}

/** Whether the key opens the file; false for any other key, throws for a damaged file. */
export function opensWith(file: string, key: Buffer): boolean {
  try {
    openReadable(file, key).close();
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'SQLITE_NOTADB') return false;
    throw error;
  }
}

function changeKey(copy: string, key: Buffer, newKey: Buffer): void {
  const db = new Database(copy, { fileMustExist: true });
  try {
    unlockBase(db, key);
    // The journal would hold pages of the copy under either key; a torn copy is thrown away anyway.
    db.pragma('journal_mode = MEMORY');
    db.pragma('temp_store = MEMORY');
    db.pragma(`rekey = "${keyLiteral(newKey)}"`);
  } finally {
    db.close();
  }
}

/** Every table has as many rows as before, and the copy passes SQLite's check. */
function compare(file: string, key: Buffer, copy: string, newKey: Buffer): void {
  const before = countRows(file, key, false);
  const after = countRows(copy, newKey, true);
  if (before !== after)
    throw Object.assign(new Error('the copy differs from the base'), { code: 'SQLITE_CORRUPT' });
}

function countRows(file: string, key: Buffer, check: boolean): string {
  const db = openReadable(file, key);
  try {
    if (check && db.pragma('quick_check(1)', { simple: true }) !== 'ok') return 'damaged';
    const tables = db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name`,
      )
      .pluck()
      .all() as string[];
    return tables
      .map((name) => `${name} ${db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number}`)
      .join('\n');
  } finally {
    db.close();
  }
}

function syncFile(file: string): void {
  const handle = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}
