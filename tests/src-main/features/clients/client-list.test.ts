import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

let engine: TestEngine;
beforeEach(() => {
  engine = openTestEngine();
});
afterEach(() => engine.close());

type Values = Parameters<TestEngine['client']['clients']['create']>[0]['values'];

async function addClient(name: string, values: Partial<Values> = {}): Promise<string> {
  const id = engine.base.newId();
  await engine.client.clients.create({ id, values: { name, status: 'prospect', ...values } as Values });
  return id;
}

type ListInput = Parameters<TestEngine['client']['clients']['list']>[0];

async function namesOf(input: Partial<ListInput> = {}): Promise<string[]> {
  const { rows } = await engine.client.clients.list({ filter: {}, ...input });
  return rows.map(({ name }) => name);
}

describe('the list', () => {
  test('is in Slovak order by name, and back', async () => {
    for (const name of ['Zebra', 'Čerešňa', 'Cibuľa', 'Dub', 'Chata', 'Ábel']) await addClient(name);
    const byName = ['Ábel', 'Cibuľa', 'Čerešňa', 'Dub', 'Chata', 'Zebra'];
    expect(await namesOf()).toEqual(byName);
    expect(await namesOf({ descending: true })).toEqual([...byName].reverse());
    // The same over a filter, which has no index.
    expect(await namesOf({ filter: { status: ['prospect'] } })).toEqual(byName);
  });

  test('by town leaves those without one last either way, and keeps names in order within a town', async () => {
    await addClient('B', { town: 'Žilina' });
    await addClient('A', { town: 'Žilina' });
    await addClient('C', { town: 'Čadca' });
    await addClient('D', { town: 'Zvolen' });
    await addClient('E');
    expect(await namesOf({ sort: 'town' })).toEqual(['C', 'D', 'A', 'B', 'E']);
    expect(await namesOf({ sort: 'town', descending: true })).toEqual(['B', 'A', 'D', 'C', 'E']);
  });

  test('newest first', async () => {
    for (const name of ['M', 'A', 'Z']) await addClient(name);
    expect(await namesOf({ sort: 'created', descending: true })).toEqual(['Z', 'A', 'M']);
  });

  test('answers the asked window and the total, with or without a filter', async () => {
    for (const name of ['A', 'B', 'C', 'D', 'E']) await addClient(name, { segment: 'obce' });
    for (const filter of [{}, { segment: ['obce'] }]) {
      const { total, rows } = await engine.client.clients.list({ filter, offset: 1, limit: 2 });
      expect(total).toBe(5);
      expect(rows.map(({ name }) => name)).toEqual(['B', 'C']);
    }
  });

  test('knows a write at once', async () => {
    const id = await addClient('Alfa', { segment: 'obce' });
    const filter = { segment: ['obce'] };
    expect(await namesOf({ filter })).toEqual(['Alfa']);
    await engine.client.clients.edit({ id, values: { segment: 'školy' } });
    expect(await namesOf({ filter })).toEqual([]);
    await engine.client.clients.remove({ id });
    expect(await namesOf()).toEqual([]);
  });

  test('filters: any value within a field, every field; an empty value is a field not filled in', async () => {
    await addClient('A', { tier: 'key', town: 'Nitra' });
    await addClient('B', { tier: 'b', town: 'Nitra' });
    await addClient('C', { town: 'Nitra' });
    await addClient('D', { tier: 'key', town: 'Prešov' });
    expect(await namesOf({ filter: { tier: ['key', 'b'], town: ['Nitra'] } })).toEqual(['A', 'B']);
    expect(await namesOf({ filter: { tier: [''] } })).toEqual(['C']);
    expect(await namesOf({ filter: { tier: ['', 'b'] } })).toEqual(['B', 'C']);
    expect(await namesOf({ filter: { tier: [] } })).toEqual(['A', 'B', 'C', 'D']);
    expect(await namesOf({ filter: { text: 'prešov' } })).toEqual(['D']);
    expect(await namesOf({ filter: { town: ["Nitra' OR 1=1"] } })).toEqual([]);
  });

  test('says who is responsible and when the client was last spoken to', async () => {
    const owner = engine.base.member();
    const id = await addClient('Alfa', { owner });
    await addClient('Beta');
    for (const happenedAt of [2_000, 5_000, 3_000]) {
      await engine.client.meetings.log({
        id: engine.base.newId(),
        values: { client: id, kind: 'call', happenedAt, zone: 'Europe/Bratislava' },
      });
    }
    const { rows } = await engine.client.clients.list({ filter: {} });
    expect(rows.map(({ ownerName, lastContactAt }) => ({ ownerName, lastContactAt }))).toEqual([
      { ownerName: 'Jana Testová', lastContactAt: 5_000 },
      { ownerName: null, lastContactAt: null },
    ]);
  });
});

describe('counts beside the filters', () => {
  test('leave out the own filter of a field and obey the others', async () => {
    await addClient('A', { tier: 'key', town: 'Nitra' });
    await addClient('B', { tier: 'b', town: 'Nitra' });
    await addClient('C', { tier: 'b', town: 'Prešov' });
    await addClient('D', { town: 'Prešov' });
    const facets = await engine.client.clients.facets({ filter: { tier: ['b'] } });
    expect(facets.tier).toEqual([
      { value: 'b', label: null, count: 2 },
      { value: '', label: null, count: 1 },
      { value: 'key', label: null, count: 1 },
    ]);
    expect(facets.town).toEqual([
      { value: 'Nitra', label: null, count: 1 },
      { value: 'Prešov', label: null, count: 1 },
    ]);
  });

  test('with two fields chosen, each is counted over what the other leaves', async () => {
    await addClient('A', { tier: 'key', town: 'Nitra', segment: 'obce' });
    await addClient('B', { tier: 'b', town: 'Nitra', segment: 'školy' });
    await addClient('C', { tier: 'key', town: 'Prešov', segment: 'banky' });
    await addClient('D', { tier: 'c', town: 'Levice', segment: 'hotely' });
    const facets = await engine.client.clients.facets({ filter: { tier: ['key'], town: ['Nitra'] } });
    const counted = (field: 'tier' | 'town' | 'segment') =>
      facets[field]?.map(({ value, count }) => [value, count]);
    expect(counted('tier')).toEqual([
      ['b', 1],
      ['key', 1],
    ]);
    expect(counted('town')).toEqual([
      ['Nitra', 1],
      ['Prešov', 1],
    ]);
    expect(counted('segment')).toEqual([['obce', 1]]);
  });

  test('name the members, show the twenty commonest and what is chosen', async () => {
    await addClient('Alfa', { owner: engine.base.member(), town: 'Vráble' });
    for (let at = 0; at < 22; at += 1) {
      const town = `Mesto ${String(at).padStart(2, '0')}`;
      await addClient(`Firma ${at}`, { town });
      await addClient(`Druhá firma ${at}`, { town });
    }
    const { owner, town } = await engine.client.clients.facets({ filter: {} });
    expect(owner).toContainEqual({ value: engine.base.member(), label: 'Jana Testová', count: 1 });
    expect(town).toHaveLength(20);
    expect(town?.[0]).toEqual({ value: 'Mesto 00', label: null, count: 2 });
    const chosen = await engine.client.clients.facets({ filter: { town: ['Vráble'] } });
    expect(chosen.town).toContainEqual({ value: 'Vráble', label: null, count: 1 });
  });

  test('suggestions come most used first and without regard to accents', async () => {
    await addClient('A', { segment: 'Školy' });
    await addClient('B', { segment: 'Školy' });
    await addClient('C', { segment: 'Obce' });
    await addClient('D', { segment: 'Skleníky' });
    expect(await engine.client.clients.suggest({ field: 'segment', text: '' })).toEqual([
      'Školy',
      'Obce',
      'Skleníky',
    ]);
    expect(await engine.client.clients.suggest({ field: 'segment', text: 'sk' })).toEqual([
      'Školy',
      'Skleníky',
    ]);
    expect(await engine.client.clients.suggest({ field: 'town', text: '' })).toEqual([]);
  });
});
