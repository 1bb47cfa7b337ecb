import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openObjectionsOf } from '#main/features/objections/facts.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

let engine: TestEngine;
let client: string;

beforeEach(async () => {
  engine = openTestEngine();
  client = await addClient('Čalúnnictvo Šípka, s.r.o.');
});

afterEach(() => engine.close());

async function addClient(name: string): Promise<string> {
  const id = engine.base.newId();
  await engine.client.clients.create({ id, values: { name, status: 'active' } });
  return id;
}

let raised = Date.UTC(2026, 0, 1);

/** Each one is raised a minute after the one before. */
async function add(values: Record<string, unknown>): Promise<string> {
  const id = engine.base.newId();
  raised += 60_000;
  await engine.client.objections.create({
    id,
    values: { client, text: 'Vysoká cena', raisedAt: raised, outcome: 'open', ...values },
  });
  return id;
}

async function idsOf(filter: Parameters<typeof engine.client.objections.list>[0]['filter']) {
  return (await engine.client.objections.list({ filter })).rows.map((row) => row.id);
}

test('the log is newest first, in windows, with the names around each objection', async () => {
  const person = engine.base.newId();
  await engine.client.contacts.create({ id: person, values: { firstName: 'Eva', lastName: 'Malá' } });
  const ids = [await add({}), await add({ contact: person }), await add({})];
  const window = await engine.client.objections.list({ filter: {}, offset: 1, limit: 1 });
  expect(window.total).toBe(3);
  expect(window.rows).toMatchObject([
    { id: ids[1], clientName: 'Čalúnnictvo Šípka, s.r.o.', contactName: 'Eva Malá' },
  ]);
  expect(await idsOf({})).toEqual(ids.toReversed());
});

test('every given filter must match; an empty value stands for "not filled in"', async () => {
  const other = await addClient('Iný klient, a.s.');
  const price = await add({ kind: 'price', product: 'Kreslo' });
  const trust = await add({ kind: 'trust', outcome: 'overcome', text: 'Málo referencií' });
  const bare = await add({ client: other, text: 'Dodávka mešká' });
  expect(await idsOf({ kind: ['price', ''] })).toEqual([bare, price]);
  expect(await idsOf({ kind: ['price', 'trust'], outcome: ['overcome'] })).toEqual([trust]);
  expect(await idsOf({ client: other })).toEqual([bare]);
  expect(await idsOf({ product: ['Kreslo'] })).toEqual([price]);
  expect(await idsOf({ kind: [] })).toHaveLength(3);
  expect(await idsOf({ text: 'dodavka mesk' })).toEqual([bare]);
  expect(await idsOf({ text: 'kreslo' })).toEqual([price]);
});

test('each outcome is kept with the answer that led to it; other edits leave the course alone', async () => {
  const id = await add({ raisedAt: Date.UTC(2026, 0, 1) });
  const edit = (values: Record<string, unknown>) => engine.client.objections.edit({ id, values });
  const later = Date.UTC(2026, 5, 1);
  vi.spyOn(engine.base, 'now').mockReturnValue(later);
  await edit({ answer: 'Prepočet nákladov za tri roky' });
  await edit({ outcome: 'partly' });
  await edit({ outcome: 'partly', product: 'Kreslo' });
  await edit({ outcome: 'overcome', answer: 'Referencia od suseda' });

  const { objection, events } = await engine.client.objections.get({ id });
  expect(objection).toMatchObject({ outcome: 'overcome', product: 'Kreslo' });
  expect(events.map(({ event }) => [event.outcome, event.answer, event.happenedAt])).toEqual([
    ['open', null, Date.UTC(2026, 0, 1)],
    ['partly', 'Prepočet nákladov za tri roky', later],
    ['overcome', 'Referencia od suseda', later],
  ]);
  expect(events.map(({ authorName }) => authorName)).toEqual(Array(3).fill('Jana Testová'));
});

test('an objection repeated under its id has one course', async () => {
  const id = engine.base.newId();
  const values = { client, text: 'Cena', raisedAt: raised, outcome: 'open' };
  await engine.client.objections.create({ id, values });
  expect(await engine.client.objections.create({ id, values })).toEqual({ action: null });
  expect((await engine.client.objections.get({ id })).events).toHaveLength(1);
});

test('a removed objection is gone with its course, and comes back with it', async () => {
  const id = await add({});
  const { action } = await engine.client.objections.remove({ id });
  expect(await idsOf({})).toEqual([]);
  await expect(engine.client.objections.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await engine.client.undo.apply({ action: action ?? '' });
  expect((await engine.client.objections.get({ id })).events).toHaveLength(1);
});

test('the summary counts outcomes by kind over the filtered log', async () => {
  await add({ kind: 'price' });
  await add({ kind: 'price' });
  await add({ kind: 'price', outcome: 'overcome' });
  await add({});
  await add({ kind: 'price', client: await addClient('Iný klient, a.s.') });
  expect(await engine.client.objections.summary({ filter: { client } })).toEqual([
    { kind: 'price', outcome: 'open', count: 2 },
    { kind: 'price', outcome: 'overcome', count: 1 },
    { kind: null, outcome: 'open', count: 1 },
  ]);
});

test('suggestions begin with what was typed, accents aside, the most used first', async () => {
  await add({ competitor: 'Šitie Plus' });
  await add({ competitor: 'Sitar' });
  await add({ competitor: 'Sitar' });
  await add({ competitor: 'Nábytok Sito' });
  expect(await engine.client.objections.suggest({ field: 'competitor', text: 'sit' })).toEqual([
    'Sitar',
    'Šitie Plus',
  ]);
  expect(await engine.client.objections.suggest({ field: 'product', text: '' })).toEqual([]);
});

test('the client desk is told of the open objections of this client alone', async () => {
  const open = await add({});
  await add({ outcome: 'stands' });
  await add({ client: await addClient('Iný klient, a.s.') });
  expect(openObjectionsOf(engine.base, client).map((row) => row.id)).toEqual([open]);
});
