/**
 * Brings a file to the present schema. Before an existing file is changed it is copied, so that a failed migration
 * costs nothing; the copy is made after a checkpoint, while this process alone holds the profile.
 */
import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';

export const MIGRATIONS = fileURLToPath(new URL('../../db/local/migrations', import.meta.url));
const COPIES_KEPT = 3;

/** Returns the path of the copy made before migrating, or null when there was nothing to migrate or to copy. */
export function migrateBase(
  db: Database,
  file: string,
  folder: string,
  migrations = MIGRATIONS,
): string | null {
  const pending = pendingMigrations(db, migrations);
  if (pending === 0) return null;
  const copy = isEmpty(db) ? null : copyBefore(db, file, folder);
  migrate(drizzle({ client: db }), { migrationsFolder: migrations });
  return copy;
}

function pendingMigrations(db: Database, migrations: string): number {
  const all = readMigrationFiles({ migrationsFolder: migrations });
  if (isEmpty(db)) return all.length;
  const { last } = db.prepare('SELECT max(created_at) AS last FROM __drizzle_migrations').get() as {
    last: number;
  };
  return all.filter(({ folderMillis }) => folderMillis > last).length;
}

function isEmpty(db: Database): boolean {
  return !db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'`).get();
}

function copyBefore(db: Database, file: string, folder: string): string {
  db.pragma('wal_checkpoint(TRUNCATE)');
  const copies = join(folder, 'copies');
  mkdirSync(copies, { recursive: true, mode: 0o700 });
  const copy = join(copies, `before-migration-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.db`);
  copyFileSync(file, copy);
  const handle = openSync(copy, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  for (const old of readdirSync(copies).sort().slice(0, -COPIES_KEPT)) rmSync(join(copies, old));
  return copy;
}
