/** Our own tables beside better-auth's in the schema `auth`; each statement may run again. */
import type pg from 'pg';

const STATEMENTS = [
  `CREATE TABLE IF NOT EXISTS auth.device_token (
    workspace_id uuid NOT NULL,
    hash bytea NOT NULL,
    device_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('access', 'refresh')),
    step integer NOT NULL,
    expires_at bigint NOT NULL,
    retired_at bigint,
    PRIMARY KEY (workspace_id, hash)
  )`,
  `CREATE INDEX IF NOT EXISTS device_token_by_device ON auth.device_token (workspace_id, device_id)`,
  `CREATE TABLE IF NOT EXISTS auth.entry_ticket (
    workspace_id uuid NOT NULL,
    hash bytea NOT NULL,
    id uuid NOT NULL,
    email text,
    role text NOT NULL,
    team text,
    territories text[] NOT NULL,
    invited_by uuid,
    expires_at bigint NOT NULL,
    used_at bigint,
    used_by uuid,
    PRIMARY KEY (workspace_id, hash)
  )`,
  `CREATE TABLE IF NOT EXISTS auth.secret (name text PRIMARY KEY, value text NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS auth.attempt (
    bucket bytea PRIMARY KEY,
    started_at bigint NOT NULL,
    count integer NOT NULL
  )`,
];

export async function migrateTokens(owner: pg.ClientBase | pg.Pool): Promise<void> {
  for (const statement of STATEMENTS) await owner.query(statement);
}
