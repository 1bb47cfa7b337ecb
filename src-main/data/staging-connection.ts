/**
 * Connections beside the base: staging files of imports, encrypted with the base's key but without its durability,
 * because a crash throws them away; and small ones in memory.
 */
import Database from 'better-sqlite3';
import { keyLiteral } from './connection.ts';

export type Connection = Database.Database;

/** Opens or makes an encrypted file that need not survive a crash. */
export function openStagingFile(file: string, key: Buffer): Database.Database {
  const db = new Database(file);
  try {
    db.pragma(`cipher = 'aegis'`);
    db.pragma(`key = "${keyLiteral(key)}"`);
    db.pragma('temp_store = MEMORY');
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    db.pragma('cache_size = -16000');
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/** A base that is nowhere but in memory. */
export function openInMemory(): Database.Database {
  return new Database(':memory:');
}
