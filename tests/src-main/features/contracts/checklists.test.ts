import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { write } from '#main/data/write.ts';
import { checklistsOf } from '#main/features/contracts/facts.ts';
import { checklistItem } from '#shared/entities/contracts.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

let engine: TestEngine;
let client: string;
let list: string;

beforeEach(async () => {
  engine = openTestEngine();
  client = engine.base.newId();
  await engine.client.clients.create({
    id: client,
    values: { name: 'Tlačiareň Žilina, a.s.', status: 'active' },
  });
  const template = engine.base.newId();
  const values = { name: 'Vlastný', subject: 'client', items: ['a', 'b', 'c', 'd'] };
  await engine.client.checklists.saveTemplate({ id: template, values });
  list = engine.base.newId();
  await engine.client.checklists.start({ id: list, client, template });
});

afterEach(() => engine.close());

function items() {
  return checklistsOf(engine.base, { client }).find((one) => one.id === list)?.items ?? [];
}

function texts(): string {
  return items()
    .map((item) => item.text)
    .join('');
}

function idOf(text: string): string {
  return items().find((item) => item.text === text)?.id ?? '';
}

describe('starting', () => {
  test('copies the items in order; a later change of the template leaves the list alone', async () => {
    const [own] = (await engine.client.checklists.templates({})).filter((offer) => !offer.builtIn);
    await engine.client.checklists.removeTemplate({ id: own?.id ?? '' });
    expect(texts()).toBe('abcd');
    expect(checklistsOf(engine.base, { client })[0]).toMatchObject({
      name: 'Vlastný',
      contract: null,
      done: 0,
    });
  });

  test('built-in templates come in the language of the device', async () => {
    const nameOf = async () =>
      (await engine.client.checklists.templates({})).find((offer) => offer.id === 'builtin:client-new')?.name;
    expect(await nameOf()).toBe('Nový klient');
    await engine.client.settings.change({ language: 'en' });
    expect(await nameOf()).toBe('New client');
  });

  test('repeated, it adds no second list', async () => {
    const start = { id: engine.base.newId(), client, template: 'builtin:client-new' };
    await engine.client.checklists.start(start);
    const before = checklistsOf(engine.base, { client });
    expect(await engine.client.checklists.start(start)).toEqual({ action: null });
    expect(checklistsOf(engine.base, { client })).toEqual(before);
  });

  test('a contract of another client and an unknown template are refused', async () => {
    const other = engine.base.newId();
    await engine.client.clients.create({ id: other, values: { name: 'Iný klient', status: 'active' } });
    const contract = engine.base.newId();
    const values = { client: other, title: 'Cudzia', status: 'draft' };
    await engine.client.contracts.create({ id: contract, values });
    const start = { id: engine.base.newId(), client, contract, template: 'builtin:contract-closing' };
    await expect(engine.client.checklists.start(start)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(
      engine.client.checklists.start({ ...start, contract: null, template: 'builtin:none' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(checklistsOf(engine.base, { client })).toHaveLength(1);
  });
});

describe('items', () => {
  test('a tick keeps who and when, also when it is repeated; taking it off clears both', async () => {
    const now = vi.spyOn(engine.base, 'now').mockReturnValue(Date.UTC(2026, 10, 24));
    const id = idOf('b');
    await engine.client.checklists.tick({ id, done: true });
    now.mockReturnValue(Date.UTC(2026, 10, 25));
    expect(await engine.client.checklists.tick({ id, done: true })).toEqual({ action: null });
    expect(items()[1]).toMatchObject({
      doneAt: Date.UTC(2026, 10, 24),
      doneBy: engine.base.member(),
      doneByName: 'Jana Testová',
    });
    expect(checklistsOf(engine.base, { client })[0]?.done).toBe(1);
    await engine.client.checklists.tick({ id, done: false });
    expect(items()[1]).toMatchObject({ doneAt: null, doneBy: null, doneByName: null });
  });

  test('are added at the end, reworded, noted and removed', async () => {
    const id = engine.base.newId();
    await engine.client.checklists.addItem({ id, checklist: list, text: 'e' });
    expect(texts()).toBe('abcde');
    await engine.client.checklists.editItem({ id, text: 'E' });
    await engine.client.checklists.editItem({ id, note: 'pošle kolega' });
    expect(items()[4]).toMatchObject({ text: 'E', note: 'pošle kolega' });
    await engine.client.checklists.removeItem({ id: idOf('b') });
    expect(texts()).toBe('acdE');
  });

  test('move behind any other item or to the front, and only the moved one is written', async () => {
    const { checklists } = engine.client;
    const before = new Map(items().map((item) => [item.id, item.rank]));
    const moved = idOf('a');
    await checklists.moveItem({ id: moved, after: idOf('c') });
    expect(texts()).toBe('bcad');
    const changed = items().filter((item) => item.rank !== before.get(item.id));
    expect(changed.map((item) => item.id)).toEqual([moved]);
    await checklists.moveItem({ id: idOf('d'), after: null });
    expect(texts()).toBe('dbca');
    await checklists.moveItem({ id: idOf('b'), after: idOf('a') });
    expect(texts()).toBe('dcab');
    expect(await checklists.moveItem({ id: idOf('b'), after: idOf('a') })).toEqual({ action: null });
    const astray = checklists.moveItem({ id: idOf('b'), after: engine.base.newId() });
    await expect(astray).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('move between two that got the same rank on two devices', async () => {
    const [first] = items();
    const same = ['b', 'c', 'd'].map((text) => idOf(text));
    write(engine.base, { key: 'checklistItemMoved', params: {} }, (tx) => {
      for (const id of same) tx.edit(checklistItem, id, { rank: 'a5' });
    });
    const tied = items().slice(1);
    expect(first?.text).toBe('a');
    await engine.client.checklists.moveItem({ id: first?.id ?? '', after: tied[0]?.id ?? '' });
    expect(items().map((item) => item.id)).toEqual([tied[0]?.id, first?.id, tied[1]?.id, tied[2]?.id]);
  });

  test('stay movable however often they move to one place', async () => {
    // Always between the first two: the rank there grows with every turn, until the list is ranked anew.
    const [first, ...others] = items().map((item) => item.id);
    for (let turn = 0; turn < 400; turn += 1) {
      const last = others.pop() ?? '';
      others.unshift(last);
      await engine.client.checklists.moveItem({ id: last, after: first ?? '' });
      expect(items().map((item) => item.id)).toEqual([first, ...others]);
    }
    expect(items().every((item) => item.rank.length <= 60)).toBe(true);
  });
});

test('a list is renamed, and removed with its items', async () => {
  await engine.client.checklists.rename({ id: list, name: 'Premenovaný' });
  expect(checklistsOf(engine.base, { client })[0]?.name).toBe('Premenovaný');
  await engine.client.checklists.remove({ id: list });
  expect(checklistsOf(engine.base, { client })).toEqual([]);
  const live = 'SELECT COUNT(*) AS count FROM checklist_item WHERE deleted_at IS NULL';
  expect(engine.base.reader.prepare(live).get()).toEqual({ count: 0 });
});
