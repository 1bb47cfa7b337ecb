import type { Client } from 'pg';
import { v7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { addPerson, makeFirm } from '../../helpers/firm.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';

const db = await openTestDatabase();
const firm = await makeFirm(db);
afterAll(async () => {
  await firm.close();
  await db.close();
});

/** Tables of the exchange in which a text stands anywhere in a row. */
async function tablesWith(text: string): Promise<string[]> {
  return db.asKeeper(async (client: Client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'sync'::regnamespace AND relkind = 'r'`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const hits = await client.query(`SELECT 1 FROM sync.${name} t WHERE t::text ILIKE $1 LIMIT 1`, [
        `%${text}%`,
      ]);
      if (hits.rowCount) found.push(name);
    }
    return found;
  });
}

test('an erased person is in no table any more, and a late change about him is dropped', async () => {
  const [eva, jan, boss] = [await addPerson(firm), await addPerson(firm), await addPerson(firm, 'admin')];
  const person = eva.create('contact', { lastName: 'Zmizla', firstName: 'Eva', source: 'fair' });
  const client = eva.create('client', { name: 'Firma', status: 'active' });
  await eva.push([person, client, eva.create('position', { client: client.id, contact: person.id })]);
  const renamed = { firstName: 'Eva', lastName: 'Zmizla-Nová', titlesBefore: null, titlesAfter: null };
  await eva.push([eva.set(person, { name: renamed })]);
  const clash = jan.set(person, { name: { ...renamed, lastName: 'Zmizla-Iná' } });
  const sent = jan.number([clash]);
  expect((await jan.send(sent)).results[0]?.status).toBe('conflict');
  const refused = jan.set(person, { name: { ...renamed, lastName: 'Zmizla'.repeat(50) } });
  expect((await jan.push([refused])).results[0]?.status).toBe('rejected');
  expect((await tablesWith('zmizla')).sort()).toEqual(['history', 'record', 'rejected_change']);

  expect((await eva.push([eva.erase(person)])).results).toMatchObject([{ reason: 'notAllowed' }]);
  const answer = await boss.push([boss.erase(person)]);
  expect(answer.results[0]?.status).toBe('applied');
  expect(answer.records.find(({ id }) => id === person.id)?.data).toEqual({ lastName: '', source: 'fair' });
  expect(await tablesWith('zmizla')).toEqual([]);
  // an answer that was lost is given again, though nothing is left to compare with
  expect((await jan.send(sent)).results[0]?.status).toBe('duplicate');

  const items = await jan.pull();
  expect(items).toContainEqual({
    kind: 'erase',
    seq: answer.results[0]?.seq,
    entity: 'contact',
    id: person.id,
  });
  const conflict = items.flatMap((item) =>
    item.kind === 'record' && item.record.entity === 'conflict' ? [item.record] : [],
  );
  expect(conflict).toHaveLength(1);
  expect(conflict[0]?.data).not.toHaveProperty('lost');

  const late = jan.set(person, { name: { ...renamed, lastName: 'Zmizla-Neskoro' } });
  const bad = jan.create('client', { name: 'x', status: 'nonsense' });
  expect((await jan.push([late], [{ ...late, id: v7() }, bad])).results).toMatchObject([
    { status: 'erased' },
    { status: 'rejected' },
    { status: 'rejected' },
  ]);
  expect(await tablesWith('zmizla')).toEqual([]);
});
