/**
 * A view per entity in the schema `report`, with typed columns, for whoever makes reports in SQL. They show what the
 * reader may see (`security_invoker`): he needs rights on `sync.record` and sets `app.workspace`.
 */
import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { Entity } from '#shared/entities/define.ts';
import type { Field } from '#shared/entities/field.ts';
import { entities } from '#shared/entities/index.ts';

/** Makes them anew when a statement has changed since; the hash of their text is kept as the schema's comment. */
export async function makeReportViews(client: Client): Promise<void> {
  const sql = Object.values(entities).map(viewOf).join(';\n');
  const hash = createHash('sha256').update(sql).digest('hex');
  const { rows } = await client.query<{ comment: string | null }>(
    `SELECT obj_description(oid) AS comment FROM pg_namespace WHERE nspname = 'report'`,
  );
  if (rows[0]?.comment === hash) return;
  await client.query(`DROP SCHEMA IF EXISTS report CASCADE; CREATE SCHEMA report; ${sql}`);
  await client.query(`COMMENT ON SCHEMA report IS '${hash}'`);
  await client.query('GRANT USAGE ON SCHEMA report TO PUBLIC');
}

function viewOf(entity: Entity): string {
  const columns = Object.entries(entity.fields).map(
    ([name, field]) => `${valueOf(name, field)} AS "${snake(name)}"`,
  );
  return `CREATE VIEW report."${entity.table}" WITH (security_invoker = true) AS SELECT
    workspace_id, id, ${columns.join(', ')}, ${instantOf('created_at')} AS created_at, created_by,
    ${instantOf('deleted_at')} AS deleted_at
    FROM sync.record WHERE entity = '${entity.name}'`;
}

function valueOf(name: string, { kind }: Field): string {
  const text = `data ->> '${name}'`;
  if (kind === 'instant') return instantOf(`(${text})::double precision`);
  if (kind === 'integer') return `(${text})::bigint`;
  if (kind === 'flag') return `(${text})::boolean`;
  if (kind === 'day') return `(${text})::date`;
  if (kind === 'reference') return `(${text})::uuid`;
  if (kind === 'text' || kind === 'longText' || kind === 'choice') return text;
  return `data -> '${name}'`;
}

function instantOf(milliseconds: string): string {
  return `to_timestamp(${milliseconds} / 1000.0)`;
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
