import { Client, type PoolClient } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { addPerson, type HandDevice, makeFirm } from '../../helpers/firm.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

/** Takes the application's own filter out of every statement about records. */
function forgetFilter(): void {
  const wrapped = new WeakSet<PoolClient>();
  db.pool.on('acquire', (client) => {
    if (wrapped.has(client)) return;
    wrapped.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((text: string, ...rest: unknown[]) =>
      query(
        text
          .replaceAll(/\br\.workspace_id = \$1/g, '$1::uuid IS NOT NULL')
          .replaceAll('v.workspace_id = r.workspace_id AND ', ''),
        ...rest,
      )) as PoolClient['query'];
  });
}

async function everythingSeenBy(device: HandDevice): Promise<string[]> {
  device.cursor = 0;
  const pulled = await device.pullRecords();
  const { epoch, access } = device;
  const asked = { protocol: 1, epoch, access, after: null };
  const copied = await device.firm.handlers.snapshot({ ...asked, slice: 'people' }, device.caller);
  return [...pulled, ...copied.records].map(({ id }) => id);
}

test('a query that has lost its filter still gives nothing of another workspace; without row security it would', async () => {
  const [ours, theirs] = [await makeFirm(db), await makeFirm(db)];
  const [eva, mallory] = [await addPerson(ours), await addPerson(theirs, 'admin')];
  const client = eva.create('client', { name: 'Kováč', status: 'active' });
  await eva.push([client]);
  await mallory.hello();
  forgetFilter();
  expect(await everythingSeenBy(mallory)).toEqual([]);
  expect(await everythingSeenBy(eva)).toEqual([client.id, client.id]);

  const owner = new Client({ connectionString: db.url });
  await owner.connect();
  await owner.query('ALTER TABLE sync.record DISABLE ROW LEVEL SECURITY');
  await owner.end();
  expect(await everythingSeenBy(mallory)).toEqual([client.id, client.id]);
  await ours.close();
  await theirs.close();
});
