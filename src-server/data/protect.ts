/**
 * The server works as `vizitka_app`, which sees the rows of one workspace: the one set for its transaction. Backups
 * and restores work as `vizitka_keeper`, which sees all. Neither is a superuser, neither may bypass row security.
 */
import type { Client } from 'pg';
import { StartError } from './start-error.ts';

export const APP_ROLE = 'vizitka_app';
export const KEEPER_ROLE = 'vizitka_keeper';

/** Called at every start: a table that a migration has added is protected without naming it. */
export async function protectTables(client: Client): Promise<void> {
  for (const role of [APP_ROLE, KEEPER_ROLE]) await ensureRole(client, role);
  const { rows: tables } = await client.query<{ name: string; isProtected: boolean; policies: number }>(
    `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS "isProtected",
       (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
     FROM pg_class c WHERE c.relnamespace = 'sync'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
  for (const { name, isProtected, policies } of tables) {
    const table = `sync.${client.escapeIdentifier(name)}`;
    if (!isProtected)
      await client.query(
        `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      );
    if (policies === 0) await client.query(policiesOf(table));
  }
  await grant(client);
}

function policiesOf(table: string): string {
  const own = `workspace_id = nullif(current_setting('app.workspace', true), '')::uuid`;
  return `CREATE POLICY own_workspace ON ${table} USING (${own}) WITH CHECK (${own});
    CREATE POLICY keeper ON ${table} TO ${KEEPER_ROLE} USING (true) WITH CHECK (true)`;
}

async function grant(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT nspname AS name FROM pg_namespace WHERE nspname IN ('sync', 'auth')`,
  );
  for (const { name } of rows)
    await client.query(
      `GRANT USAGE ON SCHEMA ${name} TO ${APP_ROLE}, ${KEEPER_ROLE};
       GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${name} TO ${APP_ROLE}, ${KEEPER_ROLE};
       GRANT TRUNCATE ON ALL TABLES IN SCHEMA ${name} TO ${KEEPER_ROLE};
       GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${name} TO ${APP_ROLE}, ${KEEPER_ROLE}`,
    );
}

/** Roles belong to the whole PostgreSQL: another database's server may be making the same one at this moment. */
async function ensureRole(client: Client, role: string): Promise<void> {
  const exists = async () =>
    (await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])).rowCount === 1;
  if (
    !(await exists()) &&
    !(await attempt(client, `CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS`)) &&
    !(await exists())
  )
    throw new StartError(
      `The user of DATABASE_URL may not create roles. Let an administrator run: CREATE ROLE ${role}; GRANT ${role} TO the user.`,
    );
  const { rows } = await client.query<{ member: boolean }>(`SELECT pg_has_role($1, 'MEMBER') AS member`, [
    role,
  ]);
  if (!rows[0]?.member) await attempt(client, `GRANT ${role} TO CURRENT_USER`);
}

async function attempt(client: Client, sql: string): Promise<boolean> {
  await client.query('SAVEPOINT attempt');
  try {
    await client.query(sql);
    return true;
  } catch {
    await client.query('ROLLBACK TO SAVEPOINT attempt');
    return false;
  }
}
