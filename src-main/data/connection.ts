/**
 * Opens the encrypted file. Every connection sets its own pragmas: after WAL is set the builds drop to
 * `synchronous=NORMAL` at the first write unless FULL is said explicitly, and a large sort spills in clear to the
 * system's temporary folder unless it is kept in memory.
 */
import Database from 'better-sqlite3';

const BUSY_MS = 5_000;

/** A read-write handle; the file is made when it is absent. A wrong key fails with SQLITE_NOTADB. */
export function openWritable(file: string, key: Buffer): Database.Database {
  const db = new Database(file, { timeout: BUSY_MS });
  try {
    unlockBase(db, key);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('temp_store = MEMORY');
    db.pragma('secure_delete = ON');
    db.pragma('foreign_keys = OFF');
    db.pragma('cache_size = -8000');
    db.pragma('journal_size_limit = 16777216');
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/** A read-only handle on a file that exists. */
export function openReadable(file: string, key: Buffer): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_MS });
  try {
    unlockBase(db, key);
    db.pragma('temp_store = MEMORY');
    db.pragma('cache_size = -12000');
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/** The SQL literal of a raw key, for pragmas and ATTACH, which take no parameters. */
export function keyLiteral(key: Buffer): string {
  if (key.length !== 32) throw new Error('a data key has 32 bytes');
  return `x'${key.toString('hex')}'`;
}

/** Gives the key and reads with it; SQLITE_NOTADB says that it is another one. */
export function unlockBase(db: Database.Database, key: Buffer): void {
  db.pragma(`cipher = 'aegis'`);
  db.pragma(`key = "${keyLiteral(key)}"`);
  db.prepare('SELECT count(*) FROM sqlite_schema').get();
}
