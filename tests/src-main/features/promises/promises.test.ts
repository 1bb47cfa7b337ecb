import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PromiseFilter } from '#shared/contract/promises.ts';
import { DUE_GROUPS, dueGroup } from '#shared/domain/promises/standing.ts';
import { addDays } from '#shared/domain/time/day.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

/** Friday 27 November 2026, noon in Bratislava. */
const NOW = Date.UTC(2026, 10, 27, 11);
const today = '2026-11-27';

let engine: TestEngine;
let firm: string;

beforeEach(async () => {
  engine = openTestEngine();
  vi.spyOn(engine.base, 'now').mockReturnValue(NOW);
  firm = await addClient('Čalúnnictvo Šípka');
});

afterEach(() => engine.close());

async function addClient(name: string): Promise<string> {
  const id = engine.base.newId();
  await engine.client.clients.create({ id, values: { name, status: 'active' } });
  return id;
}

type Values = Parameters<TestEngine['client']['promises']['create']>[0]['values'];

async function add(values: Partial<Values> = {}): Promise<string> {
  const id = engine.base.newId();
  const made = { client: firm, side: 'ours', text: 'Pošleme vzorky látok', ...values } as const;
  await engine.client.promises.create({ id, values: made });
  return id;
}

async function ids(filter: PromiseFilter): Promise<string[]> {
  return (await engine.client.promises.list({ filter, today })).rows.map((row) => row.id);
}

const get = async (id: string) => (await engine.client.promises.get({ id })).promise;
const undo = (action: string | null) => engine.client.undo.apply({ action: action ?? '' });

test('the due list is in the order of attention, in windows; what is over is listed newest first', async () => {
  const undated = await add();
  const late = await add({ dueOn: '2026-11-20' });
  const snoozed = await add({ dueOn: '2026-11-19' });
  await engine.client.promises.snooze({ id: snoozed, until: '2026-12-01', reason: 'čaká sa na sklad' });
  const soon = await add({ dueOn: '2026-11-28' });
  const old = await add({ promisedAt: NOW - 9 });
  const kept = await add({ promisedAt: NOW - 5 });
  for (const id of [old, kept]) await engine.client.promises.keep({ id });
  const open: PromiseFilter = { state: ['open'] };
  expect(await ids(open)).toEqual([late, soon, snoozed, undated]);
  const window = await engine.client.promises.list({ filter: open, today, offset: 1, limit: 2 });
  expect(window).toMatchObject({
    total: 4,
    rows: [
      { id: soon, daysLate: 0 },
      { id: snoozed, daysLate: 0 },
    ],
  });
  expect(await ids({ state: ['kept'] })).toEqual([kept, old]);
});

test('every given filter must match', async () => {
  const other = await addClient('Iný klient');
  const late = await add({ dueOn: '2026-11-20' });
  const theirs = await add({ side: 'theirs', dueOn: '2026-11-27', department: 'Nákup' });
  const foreign = await add({ client: other, member: null, dueOn: '2026-12-24' });
  expect(await ids({ side: 'ours', state: ['open'] })).toEqual([late, foreign]);
  expect(await ids({ mine: true, state: ['open'] })).toEqual([late, theirs]);
  expect(await ids({ late: true })).toEqual([late]);
  expect(await ids({ dueFrom: '2026-11-27', dueTo: '2026-12-24' })).toEqual([theirs, foreign]);
  expect(await ids({ client: other })).toEqual([foreign]);
  expect(await ids({ text: 'nakup' })).toEqual([theirs]);
});

test('the groups are counted as the rule says, and the rows stand in their order', async () => {
  const days = [null, -400, -8, -1, 0, 1, 2, 3, 10, 400].map((step) => step && addDays(today, step));
  for (const dueOn of days)
    for (const until of ['2026-11-28', '2026-12-05', null]) {
      const id = await add({ dueOn: dueOn === 0 ? today : dueOn });
      if (until && dueOn !== null) await engine.client.promises.snooze({ id, until, reason: 'neskôr' });
    }
  const { rows } = await engine.client.promises.list({ filter: { state: ['open'] }, today });
  const found = rows.map((row) => dueGroup(row, today));
  expect(found).toEqual(DUE_GROUPS.flatMap((group) => found.filter((one) => one === group)));
  expect(await engine.client.promises.groups({ filter: {}, today })).toEqual(
    DUE_GROUPS.map((group) => ({ group, count: found.filter((one) => one === group).length })),
  );
});

test('what is late is counted for the local member alone', async () => {
  await add({ dueOn: '2026-11-26' });
  await add({ dueOn: '2026-11-26', side: 'theirs' });
  await add({ dueOn: '2026-11-26', member: null });
  await add({ dueOn: today });
  const id = engine.base.newId();
  const request = { id, client: firm, department: 'Sklad', text: 'Termín?', answerBy: '2026-11-26' };
  await engine.client.departmentRequests.create(request);
  expect(await engine.client.promises.late({ today })).toEqual({ promises: 2, requests: 1 });
  expect(await engine.client.promises.late({ today: '2026-11-26' })).toEqual({ promises: 0, requests: 0 });
});

test('kept, broken, withdrawn and open again: each is one step that can be taken back', async () => {
  const id = await add({ dueOn: '2026-11-20' });
  const { promises } = engine.client;
  for (const [close, state] of [
    [promises.keep, 'kept'],
    [promises.break, 'broken'],
    [promises.withdraw, 'withdrawn'],
  ] as const) {
    const { action } = await close({ id });
    expect(await get(id)).toMatchObject({ state, closedAt: NOW });
    expect(await close({ id })).toEqual({ action: null });
    await undo(action);
    expect(await get(id)).toMatchObject({ state: 'open', closedAt: null });
  }
  await promises.keep({ id });
  await promises.reopen({ id });
  expect(await get(id)).toMatchObject({ state: 'open', closedAt: null });
});

test('only what has a last day and is open is put off, to a day ahead; a new last day ends it', async () => {
  const { promises } = engine.client;
  const undated = await add();
  const id = await add({ dueOn: '2026-11-20' });
  const reason = 'čaká sa na klienta';
  const refused = (reason: string) => ({ code: 'REFUSED', data: { reason } });
  await expect(promises.snooze({ id: undated, until: '2026-12-01', reason })).rejects.toMatchObject(
    refused('promiseUndated'),
  );
  await expect(promises.snooze({ id, until: today, reason })).rejects.toMatchObject(
    refused('snoozeNotAhead'),
  );
  await expect(promises.snooze({ id, until: '2026-12-01', reason: ' ' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  const { action } = await promises.snooze({ id, until: '2026-12-01', reason });
  expect(await get(id)).toMatchObject({ snoozedUntil: '2026-12-01', snoozeReason: reason });
  await undo(action);
  expect(await get(id)).toMatchObject({ snoozedUntil: null, snoozeReason: null });
  await promises.snooze({ id, until: '2026-12-01', reason });
  await promises.unsnooze({ id });
  expect(await get(id)).toMatchObject({ snoozedUntil: null });
  await promises.snooze({ id, until: '2026-12-01', reason });
  await promises.edit({ id, values: { text: 'Pošleme vzorky kože' } });
  expect(await get(id)).toMatchObject({ snoozedUntil: '2026-12-01' });
  await promises.edit({ id, values: { dueOn: '2026-12-10' } });
  expect(await get(id)).toMatchObject({ snoozedUntil: null, snoozeReason: null });
  await promises.keep({ id });
  await expect(promises.snooze({ id, until: '2026-12-01', reason })).rejects.toMatchObject(
    refused('promiseClosed'),
  );
});

test('a promise with a request to its department is one step; both are there once however often it is repeated', async () => {
  const id = engine.base.newId();
  const request = { id: engine.base.newId(), answerBy: '2026-11-30' };
  const values = { client: firm, side: 'ours', text: 'Termín dodania', department: 'Sklad' } as const;
  const { action } = await engine.client.promises.create({ id, values, request });
  expect(await engine.client.promises.create({ id, values, request })).toEqual({ action: null });
  const { requests } = await engine.client.promises.get({ id });
  expect(requests).toMatchObject([
    {
      id: request.id,
      promiseText: 'Termín dodania',
      department: 'Sklad',
      text: 'Termín dodania',
      askedByName: 'Jana Testová',
      askedAt: NOW,
      answerBy: '2026-11-30',
    },
  ]);
  await undo(action);
  await expect(engine.client.promises.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await engine.client.promises.ofClient({ client: firm })).toEqual({ promises: [], requests: [] });
});

test('the search finds promises and requests with their client', async () => {
  const id = await add({ text: 'Pošleme katalóg záclon' });
  const request = engine.base.newId();
  await engine.client.departmentRequests.create({
    id: request,
    client: firm,
    department: 'Marketing',
    text: 'Katalóg záclon do tlače',
  });
  const { groups } = await engine.client.search.find({ text: 'katalog zaclon' });
  expect(groups).toMatchObject([
    { kind: 'promise', hits: [{ id, client: firm, title: 'Čalúnnictvo Šípka' }] },
    { kind: 'departmentRequest', hits: [{ id: request, client: firm }] },
  ]);
});

test('a removed client takes its promises and requests along, and brings them back', async () => {
  await engine.client.promises.create({
    id: engine.base.newId(),
    values: { client: firm, side: 'ours', text: 'Termín', department: 'Sklad' },
    request: { id: engine.base.newId(), answerBy: null },
  });
  const totals = async () => [
    (await engine.client.promises.list({ filter: {}, today })).total,
    (await engine.client.departmentRequests.list({ filter: {}, today })).total,
  ];
  expect(await totals()).toEqual([1, 1]);
  const { action } = await engine.client.clients.remove({ id: firm });
  expect(await totals()).toEqual([0, 0]);
  await undo(action);
  expect(await totals()).toEqual([1, 1]);
});
