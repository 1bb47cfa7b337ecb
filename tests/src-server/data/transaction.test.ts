import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { inWorkspace } from '#server/data/transaction.ts';
import { createWorkspace } from '#server/sync/workspaces.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

test('two that wait for each other both commit in the end', async () => {
  const workspace = await createWorkspace(db, { name: 'A' });
  const [one, two] = [randomUUID(), randomUUID()];
  await inWorkspace(db, { workspace }, (tx) =>
    tx.query(
      `INSERT INTO sync.leave (workspace_id, seq, root_id, scope) VALUES ($1, 1, $2, ''), ($1, 1, $3, '')`,
      [workspace, one, two],
    ),
  );
  let runs = 0;
  const both: Promise<unknown>[] = [];
  let meet: () => void = () => undefined;
  const met = new Promise<void>((resolve) => (meet = resolve));
  const lock = (first: string, second: string) =>
    inWorkspace(db, { workspace }, async (tx) => {
      runs += 1;
      const take = (id: string) =>
        tx.query(`UPDATE sync.leave SET scope = scope || 'x' WHERE workspace_id = $1 AND root_id = $2`, [
          workspace,
          id,
        ]);
      await take(first);
      if (runs === 2) meet();
      await met;
      await take(second);
    });
  both.push(lock(one, two), lock(two, one));
  await Promise.all(both);
  // PostgreSQL breaks the knot by refusing one of them, which begins again
  expect(runs).toBeGreaterThanOrEqual(3);
  const { rows } = await inWorkspace(db, { workspace }, (tx) =>
    tx.query('SELECT scope FROM sync.leave WHERE workspace_id = $1', [workspace]),
  );
  expect(rows).toEqual([{ scope: 'xx' }, { scope: 'xx' }]);
});

test('what fails leaves nothing behind, and its connection serves the next one', async () => {
  const workspace = await createWorkspace(db, { name: 'A' });
  const failing = inWorkspace(db, { workspace }, async (tx) => {
    await tx.query(`UPDATE sync.workspace SET name = 'B' WHERE workspace_id = $1`, [workspace]);
    throw new Error('stop');
  });
  await expect(failing).rejects.toThrow('stop');
  const { rows } = await inWorkspace(db, { workspace }, (tx) => tx.query('SELECT name FROM sync.workspace'));
  expect(rows).toEqual([{ name: 'A' }]);
  // what was set for a transaction is gone with it
  const left = await db.pool.query(`SELECT current_setting('app.workspace', true) AS workspace`);
  expect(left.rows).toEqual([{ workspace: '' }]);
});
