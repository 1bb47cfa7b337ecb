/**
 * Brings a file to the present schema. Before an existing file is changed it is copied, so that a failed migration
 * costs nothing; the copy is made after a checkpoint, while this process alone holds the profile.
 */
import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from 'better-sqlite3';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';

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
  if (pending.length === 0) return null;
  const copy = isEmpty(db) ? null : copyBefore(db, file, folder);
  db.transaction(() => applyMigrations(db, pending)).immediate();
  return copy;
}

/** Time of this program's newest migration: a base that shows a later one was written by a newer program. */
export function lastMigration(): number {
  return Math.max(
    ...readMigrationFiles({ migrationsFolder: MIGRATIONS }).map(({ folderMillis }) => folderMillis),
  );
}

function pendingMigrations(db: Database, migrations: string): MigrationMeta[] {
  const all = readMigrationFiles({ migrationsFolder: migrations });
  if (isEmpty(db)) return all;
  const { last } = db.prepare('SELECT max(created_at) AS last FROM __drizzle_migrations').get() as {
    last: number;
  };
  return all.filter(({ folderMillis }) => folderMillis > last);
}

/**
 * What drizzle's own migrator does, in its table. Its module would bring the whole query builder into every start of
 * the engine: 200 MB of memory and more than a second, for these few lines.
 */
function applyMigrations(db: Database, pending: readonly MigrationMeta[]): void {
  db.exec(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  );
  const note = db.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
  for (const { sql, hash, folderMillis } of pending) {
    for (const text of sql) db.exec(text);
    note.run(hash, folderMillis);
  }
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
