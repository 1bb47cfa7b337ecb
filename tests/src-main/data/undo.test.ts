import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestEngine, type TestEngine } from '../../helpers/test-engine.ts';

let engine: TestEngine;
const FILE = [
  'Meno;Priezvisko;Firma;E-mail',
  'Ján;Novák;Alfa, s. r. o.;jan@alfa.sk',
  'Eva;Malá;Beta, a. s.;eva@beta.sk',
  '',
].join('\n');

beforeEach(() => {
  engine = openTestEngine();
});
afterEach(() => engine.close());

const count = (table: string) =>
  (
    engine.base.reader.prepare(`SELECT count(*) AS n FROM ${table} WHERE deleted_at IS NULL`).get() as {
      n: number;
    }
  ).n;
const verifyClean = async () =>
  expect(await engine.client.verify.run({})).toMatchObject({ clean: true, problems: [] });

async function newClient(name: string) {
  const id = engine.base.newId();
  const { action } = await engine.client.clients.create({ id, values: { name, status: 'active' } as never });
  return { id, action: action ?? '' };
}

async function importFile() {
  const path = join(engine.folder, 'zoznam.csv');
  writeFileSync(path, FILE);
  for await (const event of await engine.client.exchange.run({
    source: { path },
    run: engine.base.newId(),
  })) {
    if (event.type === 'result') return event.result.action ?? '';
  }
  throw new Error('the import gave no result');
}

describe('undo', () => {
  test('gives an edited value back, once', async () => {
    const { id } = await newClient('Píla');
    const { action } = await engine.client.clients.edit({ id, values: { tier: 'a' } });
    expect(await engine.client.undo.apply({ action: action ?? '' })).toMatchObject({ undone: 1, kept: [] });
    expect((await engine.client.clients.desk({ id })).client.tier).toBeNull();
    await expect(engine.client.undo.apply({ action: action ?? '' })).rejects.toMatchObject({
      code: 'REFUSED',
    });
    await verifyClean();
  });

  test('keeps and names a value that was changed since', async () => {
    const { id } = await newClient('Píla');
    const { action } = await engine.client.clients.edit({ id, values: { tier: 'a', segment: 'drevo' } });
    await engine.client.clients.edit({ id, values: { tier: 'b' } });
    expect(await engine.client.undo.apply({ action: action ?? '' })).toMatchObject({
      undone: 1,
      kept: [{ entity: 'client', id, title: 'Píla' }],
    });
    expect((await engine.client.clients.desk({ id })).client).toMatchObject({ tier: 'b', segment: null });
  });

  test('takes a new record out again, with its search document', async () => {
    const { id, action } = await newClient('Píla Tatry');
    await engine.client.undo.apply({ action });
    await expect(engine.client.clients.desk({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await engine.client.search.find({ text: 'píla' })).groups).toEqual([]);
    expect((await engine.client.status.get({})).unsent).toBe(1);
    await verifyClean();
  });

  test('keeps a new record that something was built on', async () => {
    const { id, action } = await newClient('Píla');
    await engine.client.meetings.log({
      id: engine.base.newId(),
      values: { client: id, kind: 'note', happenedAt: 1, zone: 'Europe/Bratislava', summary: 'Dôležité' },
    });
    expect(await engine.client.undo.apply({ action })).toMatchObject({ undone: 0, kept: [{ id }] });
    expect(count('client')).toBe(1);
  });

  test('brings a deleted record back, findable', async () => {
    const { id } = await newClient('Píla Tatry');
    const { action } = await engine.client.clients.remove({ id });
    expect((await engine.client.search.find({ text: 'tatry' })).groups).toEqual([]);
    await engine.client.undo.apply({ action: action ?? '' });
    expect((await engine.client.search.find({ text: 'tatry' })).groups).toMatchObject([{ hits: [{ id }] }]);
    await verifyClean();
  });

  test('takes a whole import back, also after it was undone and imported again', async () => {
    for (let round = 0; round < 2; round += 1) {
      const action = await importFile();
      expect([count('client'), count('contact'), count('position')]).toEqual([2, 2, 2]);
      expect(await engine.client.undo.apply({ action })).toMatchObject({ undone: 6, kept: [], keptTotal: 0 });
      expect([count('client'), count('contact'), count('position')]).toEqual([0, 0, 0]);
      await verifyClean();
    }
  });

  test('of an import keeps the person that was edited, with his place and his firm', async () => {
    const action = await importFile();
    const { rows } = await engine.client.contacts.list({ filter: { text: 'jan@alfa.sk' } });
    await engine.client.contacts.edit({ id: rows[0]?.id ?? '', values: { language: 'en' } });
    const undone = await engine.client.undo.apply({ action });
    expect(undone).toMatchObject({ undone: 3, keptTotal: 3 });
    expect(undone.kept.map(({ title }) => title).sort()).toEqual(['', 'Alfa, s. r. o.', 'Ján Novák']);
    expect([count('client'), count('contact'), count('position')]).toEqual([1, 1, 1]);
    await verifyClean();
  });

  test('offers the newest first and no undo of an undo', async () => {
    const { action } = await newClient('Prvá');
    const second = await newClient('Druhá');
    await engine.client.undo.apply({ action: second.action });
    expect((await engine.client.undo.recent({})).map(({ action: id, undone }) => [id, undone])).toEqual([
      [second.action, true],
      [action, false],
    ]);
  });

  test('never takes out the member who writes here', async () => {
    const began = engine.base.reader.prepare('SELECT id FROM action ORDER BY no LIMIT 1').get() as {
      id: string;
    };
    await expect(engine.client.undo.apply({ action: began.id })).rejects.toMatchObject({ code: 'REFUSED' });
    expect(count('member')).toBe(1);
  });
});
