import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, expect, test } from 'vitest';
import * as blobTables from '#db/server/blobs.ts';
import * as recordTables from '#db/server/records.ts';
import * as sightTables from '#db/server/sight.ts';
import * as workspaceTables from '#db/server/workspaces.ts';
import { entities } from '#shared/entities/index.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

const stated = Object.values({ ...blobTables, ...recordTables, ...sightTables, ...workspaceTables }).filter(
  (one) => is(one, PgTable),
);

test('every key of every table begins with the workspace', async () => {
  const { rows } = await db.pool.query<{ table: string; index: string; first: string; isPrimary: boolean }>(
    `SELECT t.relname AS "table", i.relname AS "index", a.attname AS first, x.indisprimary AS "isPrimary"
     FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]
     WHERE t.relnamespace = 'sync'::regnamespace`,
  );
  expect(rows.filter(({ first }) => first !== 'workspace_id')).toEqual([]);
  const withKey = rows.filter(({ isPrimary }) => isPrimary).map(({ table }) => table);
  const { rows: tables } = await db.pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'sync'::regnamespace AND relkind IN ('r', 'p')`,
  );
  expect(withKey.sort()).toEqual(tables.map(({ name }) => name).sort());
});

test('the statement of the schema and a migrated database agree', async () => {
  const { rows } = await db.pool.query<{ table: string; column: string; type: string; notNull: boolean }>(
    `SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, NULL) AS type,
       a.attnotnull AS "notNull" FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'sync'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`,
  );
  const line = (parts: { table: string; column: string; type: string; notNull: boolean }) =>
    `${parts.table}.${parts.column} ${parts.type}${parts.notNull ? ' not null' : ''}`;
  const promised = stated.flatMap((table) =>
    getTableConfig(table).columns.map((one) =>
      line({ table: getTableName(table), column: one.name, type: one.getSQLType(), notNull: one.notNull }),
    ),
  );
  expect(rows.map(line).sort()).toEqual(promised.sort());
});

test('a view for reports per entity shows what its reader may see', async () => {
  const { rows } = await db.pool.query<{ name: string; options: string[] }>(
    `SELECT relname AS name, reloptions AS options FROM pg_class
     WHERE relnamespace = 'report'::regnamespace AND relkind = 'v'`,
  );
  expect(rows.map(({ name }) => name).sort()).toEqual(
    Object.values(entities)
      .map(({ table }) => table)
      .sort(),
  );
  expect(rows.every(({ options }) => options.includes('security_invoker=true'))).toBe(true);
});
