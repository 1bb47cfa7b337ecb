import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#server/data/database.ts';
import { inWorkspace } from '#server/data/transaction.ts';
import { createWorkspace } from '#server/sync/workspaces.ts';
import { makeDatabase, openTestDatabase } from '../../helpers/test-database.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** What the application would send if its own filter were forgotten. */
const UNFILTERED = 'SELECT workspace_id FROM sync.workspace';

describe('rows of another workspace', () => {
  test('stay out of sight when the statement has no filter of its own', async () => {
    const [a, b] = [await createWorkspace(db, { name: 'A' }), await createWorkspace(db, { name: 'B' })];
    for (const workspace of [a, b]) {
      const { rows } = await inWorkspace(db, { workspace }, (tx) => tx.query(UNFILTERED));
      expect(rows).toEqual([{ workspace_id: workspace }]);
    }
    expect((await db.pool.query(UNFILTERED)).rows).toEqual([]);
  });

  test('cannot be written', async () => {
    const a = await createWorkspace(db, { name: 'A' });
    const b = await createWorkspace(db, { name: 'B' });
    const rename = inWorkspace(db, { workspace: a }, (tx) =>
      tx.query(`UPDATE sync.workspace SET name = 'x' WHERE workspace_id = $1`, [b]),
    );
    expect((await rename).rowCount).toBe(0);
    const insert = inWorkspace(db, { workspace: a }, (tx) =>
      tx.query(`INSERT INTO sync.leave (workspace_id, seq, root_id, scope) VALUES ($1, 1, $2, 'x')`, [
        b,
        randomUUID(),
      ]),
    );
    await expect(insert).rejects.toThrow('row-level security');
  });

  test('are seen by the keeper, who makes backups', async () => {
    const a = await createWorkspace(db, { name: 'A' });
    const b = await createWorkspace(db, { name: 'B' });
    const { rows } = await db.asKeeper((client) => client.query<{ workspace_id: string }>(UNFILTERED));
    expect(rows.map(({ workspace_id: id }) => id)).toEqual(expect.arrayContaining([a, b]));
  });

  test('are seen once row security is off: the tests above can fail', async () => {
    const open = await openTestDatabase();
    const a = await createWorkspace(open, { name: 'A' });
    await createWorkspace(open, { name: 'B' });
    await asOwner(open.url, 'ALTER TABLE sync.workspace DISABLE ROW LEVEL SECURITY');
    const { rows } = await inWorkspace(open, { workspace: a }, (tx) => tx.query(UNFILTERED));
    expect(rows).toHaveLength(2);
    await open.close();
  });
});

describe('a start is refused', () => {
  test('when a policy lets rows of other workspaces through', async () => {
    const url = await makeDatabase();
    await asOwner(url, 'CREATE POLICY open ON sync.workspace USING (true)');
    await expect(openDatabase({ url })).rejects.toThrow('row security does not hold');
  });

  test('when the role that it works as could bypass row security', async () => {
    const url = new URL(await makeDatabase());
    url.searchParams.set('options', '-c role=none');
    await expect(openDatabase({ url: url.href })).rejects.toThrow('row security does not hold');
  });

  test('when a newer version has used the database', async () => {
    const url = await makeDatabase();
    await asOwner(url, `INSERT INTO vizitka.migration VALUES ('later', 9999999999999)`);
    await expect(openDatabase({ url })).rejects.toThrow('newer version');
  });

  test('when nothing answers at the address', async () => {
    await expect(openDatabase({ url: 'postgres://a@127.0.0.1:1/b' })).rejects.toThrow('cannot be reached');
  });
});

test('row security that was switched off comes back at the next start', async () => {
  const url = await makeDatabase();
  await asOwner(url, 'ALTER TABLE sync.record DISABLE ROW LEVEL SECURITY');
  await (await openDatabase({ url })).close();
  const again = await openDatabase({ url });
  const { rows } = await again.pool.query(
    `SELECT relrowsecurity AS on FROM pg_class WHERE oid = 'sync.record'::regclass`,
  );
  expect(rows).toEqual([{ on: true }]);
  await again.close();
});

test('several servers may start on one new database at once', async () => {
  const url = await makeDatabase();
  await asOwner(url, 'DROP SCHEMA sync CASCADE; DROP SCHEMA report CASCADE; DROP SCHEMA vizitka CASCADE');
  const servers = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ url })));
  expect(servers).toHaveLength(4);
  await Promise.all(servers.map((server) => server.close()));
});
