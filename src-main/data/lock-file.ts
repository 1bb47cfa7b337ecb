/**
 * A file whose lock the operating system gives back when its holder dies, kill -9 included: an empty SQLite
 * file kept in an exclusive transaction. It holds no data and needs no key.
 */
import Database from 'better-sqlite3';

export interface LockFile {
  release(): void;
}

/** Takes the lock on the file, or returns null at once when another process or thread has it. */
export function openLockFile(file: string): LockFile | null {
  const database = new Database(file, { timeout: 0 });
  try {
    database.pragma('journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return {
    release() {
      if (!database.open) return;
      database.exec('ROLLBACK');
      database.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'));
}
