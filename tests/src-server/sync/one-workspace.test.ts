import type { PoolClient } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { inWorkspace } from '#server/data/transaction.ts';
import { changeMember, changeWorkspace, markDurable } from '#server/sync/workspaces.ts';
import { addPerson, makeFirm } from '../../helpers/firm.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

/** Everything that was said to the database, a list per transaction; what stood outside of one is a list of its own. */
const transactions: string[][] = [];
const wrapped = new WeakSet<PoolClient>();
db.pool.on('acquire', (client) => {
  if (wrapped.has(client)) return;
  wrapped.add(client);
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  let open: string[] | undefined;
  client.query = ((...args: unknown[]) => {
    const [text, values] = args as [string, unknown[]?];
    if (text.startsWith('BEGIN')) transactions.push((open = []));
    const said = `${text} ${JSON.stringify(values ?? [])}`;
    if (open) open.push(said);
    else transactions.push([said]);
    if (/^(COMMIT|ROLLBACK$)/.test(text)) open = undefined;
    return query(...args);
  }) as PoolClient['query'];
});

test('no transaction names more than one workspace, and none touches the exchange without naming it', async () => {
  const firms = [await makeFirm(db, 'owner'), await makeFirm(db, 'team')];
  const ids = firms.map(({ workspace }) => workspace);
  for (const firm of firms) {
    const eva = await addPerson(firm, 'rep', { team: 'a' });
    const boss = await addPerson(firm, 'admin');
    const client = eva.create('client', { name: 'X', status: 'active', owner: eva.caller.member });
    const person = eva.create('contact', { lastName: 'Y' });
    const place = eva.create('position', { client: client.id, contact: person.id });
    const bad = eva.create('client', { name: 'X', status: 'nonsense' });
    await eva.push([client, person, place], [bad]);
    await boss.push([boss.set(client, { owner: { owner: boss.caller.member } })], [boss.erase(person)]);
    await boss.push([boss.remove(client, 0)]);
    await eva.pull();
    const { epoch, access } = eva;
    const asked = { protocol: 1, epoch, access, after: null };
    await firm.handlers.snapshot({ ...asked, slice: 'mine' }, eva.caller);
    await firm.handlers.digest({ ...asked, fields: {} }, eva.caller);
    await firm.handlers.buckets({ ...asked, bucket: 3 }, eva.caller);
    await firm.handlers.history({ protocol: 1, entity: 'client', id: client.id }, boss.caller);
    await inWorkspace(db, firm, async (tx) => {
      await changeMember(tx, firm.workspace, { member: eva.caller.member, team: 'b' });
      await changeWorkspace(tx, firm.workspace, { clientScope: 'territory' });
      await markDurable(tx, firm.workspace, 1);
    });
    await firm.close();
  }
  expect(transactions.length).toBeGreaterThan(30);
  const strays = transactions.filter((said) => {
    const text = said.join('\n');
    const named = ids.filter((id) => text.includes(id));
    return text.includes('sync.') && (named.length !== 1 || !said[0]?.includes("set_config('app.workspace'"));
  });
  expect(strays).toEqual([]);
  // each statement that touches a table says by its own filter which workspace it means
  const unfiltered = transactions
    .flat()
    .filter((said) => said.includes('sync.') && !ids.some((id) => said.includes(id)));
  expect(unfiltered).toEqual([]);
});
