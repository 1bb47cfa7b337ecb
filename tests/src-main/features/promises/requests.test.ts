import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RequestFilter } from '#shared/contract/promises.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

/** Friday 27 November 2026, noon in Bratislava. */
const NOW = Date.UTC(2026, 10, 27, 11);
const today = '2026-11-27';

let engine: TestEngine;
let firm: string;
let now: ReturnType<typeof vi.spyOn>;

beforeEach(async () => {
  engine = openTestEngine();
  now = vi.spyOn(engine.base, 'now').mockReturnValue(NOW);
  firm = engine.base.newId();
  await engine.client.clients.create({ id: firm, values: { name: 'Čalúnnictvo Šípka', status: 'active' } });
});

afterEach(() => engine.close());

async function ask(department: string, answerBy: string | null = null): Promise<string> {
  const id = engine.base.newId();
  const text = 'Kedy to bude?';
  await engine.client.departmentRequests.create({ id, client: firm, department, text, answerBy });
  return id;
}

async function ids(filter: RequestFilter): Promise<string[]> {
  return (await engine.client.departmentRequests.list({ filter, today })).rows.map((row) => row.id);
}

test('waiting requests stand by the day of their answer, answered ones by when it came', async () => {
  const undated = await ask('Sklad');
  const later = await ask('Sklad', '2026-12-01');
  const late = await ask('Servis', '2026-11-26');
  const first = await ask('Sklad');
  const second = await ask('Sklad');
  await engine.client.departmentRequests.answer({ id: second, answer: 'V pondelok' });
  now.mockReturnValue(NOW + 60_000);
  await engine.client.departmentRequests.answer({ id: first, answer: 'V utorok' });
  expect(await ids({ state: 'open' })).toEqual([late, later, undated]);
  expect(await ids({ state: 'answered' })).toEqual([first, second]);
  expect(await ids({ late: true })).toEqual([late]);
  expect(await ids({ state: 'open', department: ['Sklad'] })).toEqual([later, undated]);
  expect(await ids({ text: 'utorok' })).toEqual([first]);
  expect(await engine.client.departmentRequests.get({ id: late })).toMatchObject({
    daysLate: 1,
    clientName: 'Čalúnnictvo Šípka',
    askedByName: 'Jana Testová',
  });
});

test('an answer is kept with its time; mended later it keeps the time; opened again it waits as before', async () => {
  const id = await ask('Sklad', '2026-11-26');
  const { departmentRequests } = engine.client;
  const { action } = await departmentRequests.answer({ id, answer: 'V pondelok' });
  now.mockReturnValue(NOW + 60_000);
  await departmentRequests.answer({ id, answer: 'V utorok' });
  const answered = { answer: 'V utorok', answeredAt: NOW, daysLate: 0 };
  expect(await departmentRequests.get({ id })).toMatchObject(answered);
  await departmentRequests.reopen({ id });
  expect(await departmentRequests.get({ id })).toMatchObject({ answeredAt: null, daysLate: 1 });
  const again = await departmentRequests.answer({ id, answer: 'V stredu' });
  expect(await departmentRequests.get({ id })).toMatchObject({ answeredAt: NOW + 60_000 });
  await engine.client.undo.apply({ action: again.action ?? '' });
  expect(await departmentRequests.get({ id })).toMatchObject({ answeredAt: null });
  expect(action).not.toBeNull();
});

test('a request about a promise stands on the promise’s client', async () => {
  const promise = engine.base.newId();
  const values = { client: firm, side: 'ours', text: 'Vzorky' } as const;
  await engine.client.promises.create({ id: promise, values });
  const id = engine.base.newId();
  const other = engine.base.newId();
  await engine.client.departmentRequests.create({
    id,
    client: other,
    promise,
    department: 'Sklad',
    text: 'Nachystať',
  });
  expect(await engine.client.departmentRequests.get({ id })).toMatchObject({
    client: firm,
    promise,
    promiseText: 'Vzorky',
  });
  await expect(
    engine.client.departmentRequests.create({
      id: engine.base.newId(),
      client: other,
      department: 'Sklad',
      text: 'X',
    }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('departments are offered by how often they are named; their answers are summed up', async () => {
  const [first] = [await ask('Sklad', '2026-11-28'), await ask('Servis'), await ask('sklad', '2026-11-20')];
  await ask('Sklad');
  now.mockReturnValue(NOW + 4 * 86_400_000);
  await engine.client.departmentRequests.answer({ id: first, answer: 'Hotovo' });
  expect(await engine.client.promises.departments({})).toEqual(['Sklad', 'Servis', 'sklad']);
  expect(await engine.client.departmentRequests.statistics({ today: '2026-12-01' })).toEqual([
    { department: 'Sklad', requests: 3, answered: 1, medianDays: 4, late: 2, withDay: 2 },
    { department: 'Servis', requests: 1, answered: 0, medianDays: null, late: 0, withDay: 0 },
  ]);
});
