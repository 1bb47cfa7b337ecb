/** Prepares what sign-in stands on: the schema `auth`, the server's secret, and the first workspace with its invitation. */
import { randomBytes } from 'node:crypto';
import { Pool, type PoolClient } from 'pg';
import { v7 as newId } from 'uuid';
import type { Database } from '../data/database.ts';
import { APP_ROLE, KEEPER_ROLE } from '../data/protect.ts';
import { inWorkspace, type Tx } from '../data/transaction.ts';
import { createWorkspace } from '../sync/workspaces.ts';
import { migrateAccounts } from './accounts.ts';
import { readEmail } from './email.ts';
import { makeInvitation } from './invitations.ts';
import { migrateTokens } from './tables.ts';

/** Several servers may start on one database at once. */
const PREPARING = 7_270_101;

/** Resolves with the server's secret; all processes on one database have the same. */
export async function prepareAuth(url: string): Promise<string> {
  // Two connections: one holds the lock, better-auth works on the other.
  const owner = new Pool({ connectionString: url, max: 2 });
  try {
    return await locked(owner, async (client) => {
      await client.query('CREATE SCHEMA IF NOT EXISTS auth');
      await migrateTokens(client);
      const secret = await readSecret(client);
      await migrateAccounts(owner, secret);
      await client.query(
        `GRANT USAGE ON SCHEMA auth TO ${APP_ROLE}, ${KEEPER_ROLE};
         GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO ${APP_ROLE}, ${KEEPER_ROLE};
         GRANT TRUNCATE ON ALL TABLES IN SCHEMA auth TO ${KEEPER_ROLE}`,
      );
      return secret;
    });
  } finally {
    await owner.end();
  }
}

async function locked<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PREPARING]);
    return await work(client);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [PREPARING]);
    client.release();
  }
}

async function readSecret(client: PoolClient): Promise<string> {
  await client.query(
    `INSERT INTO auth.secret (name, value) VALUES ('server', $1) ON CONFLICT (name) DO NOTHING`,
    [randomBytes(32).toString('base64url')],
  );
  const { rows } = await client.query<{ value: string }>(
    `SELECT value FROM auth.secret WHERE name = 'server'`,
  );
  return rows[0]?.value ?? '';
}

export interface FirstStart {
  readonly workspace: string;
  /** Only when the workspace was made just now. */
  readonly invitation: string | undefined;
}

/** The workspace of this server; makes it when there is none yet. */
export async function ensureWorkspace(database: Database, name: string): Promise<FirstStart> {
  return database.asKeeper(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [PREPARING]);
    const workspace = await oldestWorkspace(database);
    if (workspace) return { workspace, invitation: undefined };
    return addWorkspace(database, name);
  });
}

/** A workspace without members, and the invitation of its first administrator. */
export async function addWorkspace(
  database: Database,
  name: string,
): Promise<{ workspace: string; invitation: string }> {
  const workspace = await createWorkspace(database, { id: newId(), name });
  const invitation = await inWorkspace(database, { workspace }, async (tx) => {
    // better-auth knows it from now on; its own door takes no ids of ours.
    await tx.query('INSERT INTO auth.organization (id, name, slug, "createdAt") VALUES ($1, $2, $3, now())', [
      workspace,
      name,
      workspace,
    ]);
    return inviteAdministrator(tx, workspace, null);
  });
  return { workspace, invitation };
}

export async function oldestWorkspace({ pool }: Pick<Database, 'pool'>): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM auth.organization ORDER BY "createdAt", id LIMIT 1',
  );
  return rows[0]?.id;
}

/** For whoever may use the server's own console. `email` null: for whoever has the invitation. */
export async function inviteAdministrator(tx: Tx, workspace: string, email: string | null): Promise<string> {
  const place = { role: 'admin', team: null, territories: [], invitedBy: null } as const;
  return (await makeInvitation(tx, workspace, { ...place, email: email === null ? null : readEmail(email) }))
    .invitation;
}
