/**
 * Brings a database to the present schema: migrations, the two roles, row-level security, the views for reports.
 * Under a lock, for several servers may start on one database at once.
 */
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Client } from 'pg';
import { protectTables } from './protect.ts';
import { makeReportViews } from './report-views.ts';
import { StartError } from './start-error.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/server/migrations', import.meta.url));
const MIGRATING = 7_270_002;

/** `client` is connected as the owner of the database. */
export async function migrateDatabase(client: Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [MIGRATING]);
  try {
    await client.query('BEGIN');
    await applyMigrations(client);
    await protectTables(client);
    await makeReportViews(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATING]);
  }
}

/** Time of this program's newest migration, and of the newest one that the database has seen. */
export async function migrationState(
  client: Pick<Client, 'query'>,
): Promise<{ mine: number; applied: number }> {
  const mine = Math.max(
    ...readMigrationFiles({ migrationsFolder: MIGRATIONS }).map((one) => one.folderMillis),
  );
  const { rows } = await client.query<{ last: string }>(
    'SELECT max(created_at) AS last FROM vizitka.migration',
  );
  return { mine, applied: Number(rows[0]?.last ?? 0) };
}

async function applyMigrations(client: Client): Promise<void> {
  await client.query(
    `CREATE SCHEMA IF NOT EXISTS vizitka;
     CREATE TABLE IF NOT EXISTS vizitka.migration (hash text PRIMARY KEY, created_at bigint NOT NULL);
     GRANT USAGE ON SCHEMA vizitka TO PUBLIC; GRANT SELECT ON vizitka.migration TO PUBLIC`,
  );
  const { mine, applied } = await migrationState(client);
  if (applied > mine)
    throw new StartError(
      'A newer version of the server has used this database. Start that version, or restore a backup.',
    );
  for (const { sql, hash, folderMillis } of readMigrationFiles({ migrationsFolder: MIGRATIONS })) {
    if (folderMillis <= applied) continue;
    for (const text of sql) await client.query(text);
    await client.query('INSERT INTO vizitka.migration (hash, created_at) VALUES ($1, $2)', [
      hash,
      folderMillis,
    ]);
  }
}
