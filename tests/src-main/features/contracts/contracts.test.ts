import { afterEach, beforeEach, expect, test } from 'vitest';
import { checklistsOf, contractsOf } from '#main/features/contracts/facts.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

let engine: TestEngine;
let client: string;

beforeEach(async () => {
  engine = openTestEngine();
  client = engine.base.newId();
  await engine.client.clients.create({
    id: client,
    values: { name: 'Tlačiareň Žilina, a.s.', status: 'active' },
  });
});

afterEach(() => engine.close());

async function add(values: Record<string, unknown>): Promise<string> {
  const id = engine.base.newId();
  await engine.client.contracts.create({
    id,
    values: { client, title: 'Rámcová zmluva', status: 'inForce', ...values },
  });
  return id;
}

async function titles(input: Partial<Parameters<typeof engine.client.contracts.list>[0]> = {}) {
  return (await engine.client.contracts.list({ filter: {}, ...input })).rows.map((row) => row.title);
}

test('the list puts the next last day for notice first and what no longer runs last', async () => {
  await add({ title: 'bez konca' });
  await add({ title: 'ukončená', status: 'terminated', endsOn: '2026-01-31', noticeMonths: 1 });
  await add({ title: 'neskôr', endsOn: '2028-12-31', noticeMonths: 3 });
  await add({ title: 'skôr', endsOn: '2029-06-30', noticeMonths: 12 });
  expect(await titles()).toEqual(['skôr', 'neskôr', 'bez konca', 'ukončená']);
  expect(await titles({ filter: { noticeBefore: '2028-06-30' } })).toEqual(['skôr', 'ukončená']);
  expect(await titles({ offset: 1, limit: 2 })).toEqual(['neskôr', 'bez konca']);
  expect(contractsOf(engine.base, client).map((brief) => brief.title)).toEqual(await titles());
});

test('by title the order is that of the Slovak alphabet', async () => {
  for (const title of ['Cukor', 'Čaj', 'Chlieb', 'Dym', 'Ihly']) await add({ title });
  expect(await titles({ sort: 'title' })).toEqual(['Cukor', 'Čaj', 'Dym', 'Chlieb', 'Ihly']);
});

test('the filters narrow by client, state, type and text', async () => {
  const other = engine.base.newId();
  await engine.client.clients.create({ id: other, values: { name: 'Iný klient', status: 'active' } });
  await add({ title: 'Nájom skladu', type: 'lease', number: 'ZML-17/2026' });
  await add({ title: 'Kúpna', type: 'purchase', status: 'draft' });
  await add({ title: 'Cudzia', client: other });
  expect(await titles({ filter: { client: other } })).toEqual(['Cudzia']);
  expect(await titles({ filter: { type: ['lease', ''] } })).toEqual(['Cudzia', 'Nájom skladu']);
  expect(await titles({ filter: { status: ['draft'] } })).toEqual(['Kúpna']);
  expect(await titles({ filter: { text: 'najom' } })).toEqual(['Nájom skladu']);
});

test('the last day for notice follows the term', async () => {
  const id = await add({ endsOn: '2027-12-31', noticeMonths: 2, renews: true });
  expect((await engine.client.contracts.get({ id })).noticeDeadline).toBe('2027-10-31');
  await engine.client.contracts.edit({ id, values: { noticeMonths: 3 } });
  expect((await engine.client.contracts.get({ id })).noticeDeadline).toBe('2027-09-30');
  await engine.client.contracts.edit({ id, values: { endsOn: null } });
  expect((await engine.client.contracts.get({ id })).noticeDeadline).toBeNull();
});

test('an end before the start is refused, new or changed, and nothing is written', async () => {
  const problem = { code: 'INVALID', data: { problems: [{ field: 'endsOn', problem: 'endsBeforeStart' }] } };
  await expect(add({ startsOn: '2026-05-02', endsOn: '2026-05-01' })).rejects.toMatchObject(problem);
  expect(await titles()).toEqual([]);
  const id = await add({ startsOn: '2026-05-02', endsOn: '2026-05-02' });
  const edit = engine.client.contracts.edit({ id, values: { startsOn: '2026-05-03' } });
  await expect(edit).rejects.toMatchObject(problem);
  expect((await engine.client.contracts.get({ id })).contract.startsOn).toBe('2026-05-02');
});

test('a removed contract takes its checklists along, and undo brings both back', async () => {
  const id = await add({});
  const own = engine.base.newId();
  await engine.client.checklists.start({ id: own, client, template: 'builtin:client-new' });
  const list = engine.base.newId();
  await engine.client.checklists.start({
    id: list,
    client,
    contract: id,
    template: 'builtin:contract-closing',
  });
  expect((await engine.client.contracts.list({ filter: {} })).rows[0]).toMatchObject({ done: 0, items: 15 });

  const { action } = await engine.client.contracts.remove({ id });
  await expect(engine.client.contracts.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(checklistsOf(engine.base, { client }).map((one) => one.id)).toEqual([own]);

  await engine.client.undo.apply({ action: action ?? '' });
  const { checklists } = await engine.client.contracts.get({ id });
  expect(checklists.map((one) => [one.id, one.items.length])).toEqual([[list, 15]]);
});
