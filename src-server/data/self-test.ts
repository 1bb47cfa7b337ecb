/** Before anything is answered: does the database really keep workspaces apart for the role that the server works as? */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { StartError } from './start-error.ts';

/** Throws StartError when a row of one workspace is seen from another, or the role could see it by its rights. */
export async function testIsolation(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await refuseStrongRole(client);
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class
       WHERE relnamespace = 'sync'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1`,
    );
    if (tables.length === 0) throw new StartError('The database has no tables of the exchange.');
    await enter(client, randomUUID());
    await client.query(
      `INSERT INTO sync.workspace (workspace_id, name, client_scope, seq, epoch, durable_seq, access, created_at)
       SELECT current_setting('app.workspace')::uuid, 'self-test', 'owner', 0, '', 0, 0, 0`,
    );
    await enter(client, randomUUID());
    for (const { name } of tables) {
      const { rowCount } = await client.query(`SELECT 1 FROM sync.${client.escapeIdentifier(name)} LIMIT 1`);
      if (rowCount !== 0)
        throw new StartError(
          `A row of one workspace is seen from another in sync.${name}: row security does not hold.`,
        );
    }
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

async function refuseStrongRole(client: { query: Pool['query'] }): Promise<void> {
  const { rows } = await client.query<{ name: string; strong: boolean }>(
    `SELECT rolname AS name, rolsuper OR rolbypassrls AS strong FROM pg_roles WHERE rolname = current_user`,
  );
  if (rows[0]?.strong !== false)
    throw new StartError(`The server would work as ${rows[0]?.name}, for whom row security does not hold.`);
}

async function enter(client: { query: Pool['query'] }, workspace: string): Promise<void> {
  await client.query(`SELECT set_config('app.workspace', $1, true)`, [workspace]);
}
