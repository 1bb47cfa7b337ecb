/** A base that leaves one server for another: every record is its own again, and what the other knows pairs with it. */
import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { applyRecords } from '#main/data/remote/apply-records.ts';
import { verifyBase } from '#main/data/verify.ts';
import { writeRemote } from '#main/data/write.ts';
import { writeSync } from '#main/data/sync-store.ts';
import { becomeLocal } from '#main/sync/join/become-local.ts';
import { client, contact } from '#shared/entities/clients.ts';
import { serverRecord } from '../../../helpers/server-record.ts';
import { openTestEngine } from '../../../helpers/test-engine.ts';

test('confirmed and edited records become unsent ones with what the screen shows, removed ones go', async () => {
  const engine = openTestEngine();
  onTestFinished(() => engine.close());
  const { base } = engine;
  const alfa = serverRecord(client, 1, { name: 'Alfa', status: 'active' });
  const beta = serverRecord(client, 2, { name: 'Beta', status: 'active' });
  const gone = serverRecord(client, 3, { name: 'Gama', status: 'former' }, { deletedAt: 5 });
  const person = serverRecord(contact, 4, { lastName: 'Novák' });
  writeRemote(base, (tx) => {
    applyRecords(tx, [alfa, beta, gone, person]);
    writeSync(tx.db, 'cursor', 4);
    writeSync(tx.db, 'epoch', randomUUID());
  });
  await engine.client.clients.edit({ id: alfa.id, values: { tier: 'a' } });
  await engine.client.contacts.remove({ id: person.id });
  const own = randomUUID();
  await engine.client.clients.create({ id: own, values: { name: 'Delta', status: 'active' } });

  writeRemote(base, becomeLocal);

  const unsent = base.reader
    .prepare(`SELECT record, kind FROM change WHERE entity = 'client' ORDER BY ord`)
    .all();
  expect(unsent).toEqual(
    [own, ...[alfa.id, beta.id].toSorted((a, b) => (a < b ? -1 : 1))].map((record) => ({
      record,
      kind: 'create',
    })),
  );
  const { rows } = await engine.client.clients.list({ filter: {}, limit: 10 });
  expect(rows.map(({ name, tier }) => [name, tier])).toEqual([
    ['Alfa', 'a'],
    ['Beta', null],
    ['Delta', null],
  ]);
  expect(base.reader.prepare('SELECT count(*) FROM contact').pluck().get()).toBe(0);
  for (const table of ['record_meta', 'shadow'])
    expect(base.reader.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  expect(verifyBase(base).problems).toEqual([]);
});
