/** New ids for records: nothing may name the old ones afterwards. */
import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { verifyBase } from '#main/data/verify.ts';
import { renameRecords, repoint } from '#main/sync/join/repoint.ts';
import { entities } from '#shared/entities/index.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

function openBase(): TestEngine {
  const engine = openTestEngine();
  onTestFinished(() => engine.close());
  return engine;
}

/** Tables and columns in which the text stands anywhere. */
function placesOf({ base }: TestEngine, text: string): string[] {
  const tables = base.reader
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`)
    .pluck()
    .all() as string[];
  return tables.flatMap((table) => {
    const rows = base.reader.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[];
    const columns = rows.flatMap((row) =>
      Object.entries(row)
        .filter(([, value]) => typeof value === 'string' && value.includes(text))
        .map(([column]) => `${table}.${column}`),
    );
    return [...new Set(columns)];
  });
}

async function addClientWithAll({ client }: TestEngine) {
  const [id, person, place, visit] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await client.clients.create({ id, values: { name: 'Alfa s.r.o.', status: 'active' } });
  await client.contacts.create({
    id: person,
    values: { lastName: 'Novák', firstName: 'Ján' },
    position: { id: place, values: { client: id, contact: person } },
  });
  await client.meetings.log({
    id: visit,
    values: {
      client: id,
      kind: 'visit',
      happenedAt: Date.now(),
      zone: 'Europe/Bratislava',
      people: [person],
      summary: 'Cenník odovzdaný',
    },
  });
  await client.clients.edit({ id, values: { tier: 'a' } });
  await client.drafts.save({
    key: `client:${id}:notes`,
    entity: 'client',
    record: id,
    client: id,
    values: { notes: 'rozpísané', people: [person] },
  });
  return { id, person, place, visit };
}

test('every mention goes over to the new ids and the base stays in order', async () => {
  const engine = openBase();
  const { base } = engine;
  const { id, person } = await addClientWithAll(engine);
  const client = new Map([[id, randomUUID()]]);
  const contact = new Map([[person, randomUUID()]]);
  base.writer.transaction(() => {
    repoint(base.writer, new Map([...client, ...contact]));
    renameRecords(base.writer, entities.client, client);
    renameRecords(base.writer, entities.contact, contact);
    base.writer.prepare(`UPDATE change SET id = record WHERE kind = 'create'`).run();
  })();
  expect(placesOf(engine, id)).toEqual([]);
  expect(placesOf(engine, person)).toEqual([]);
  expect(placesOf(engine, client.get(id) ?? '')).toEqual(
    expect.arrayContaining([
      'client.id',
      'position.client',
      'interaction.client',
      'change.root',
      'draft.key',
      'history.record',
    ]),
  );
  expect(placesOf(engine, contact.get(person) ?? '')).toEqual(
    expect.arrayContaining(['contact.id', 'position.contact', 'interaction.people', 'draft.values']),
  );
  expect(verifyBase(base).problems).toEqual([]);
  const found = await engine.client.search.find({ text: 'Alfa', limit: 5 });
  expect(found.groups.flatMap(({ hits }) => hits).map((hit) => hit.id)).toContain(client.get(id));
});
