import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { write } from '#main/data/write.ts';
import { remindersNow } from '#main/features/day/facts.ts';
import { makePromise } from '#main/features/promises/steps.ts';
import type { NewValues } from '#shared/entities/define.ts';
import { client as clientEntity } from '#shared/entities/clients.ts';
import { callList, callTarget, interaction, meeting, trip } from '#shared/entities/meetings.ts';
import { contract } from '#shared/entities/contracts.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

const ZONE = 'Europe/Bratislava';
/** Friday 27 November 2026, noon in Bratislava. */
const NOON = Date.UTC(2026, 10, 27, 11);
const HOUR = 3_600_000;
const MINUTE = 60_000;
const DAY = 24 * HOUR;
const TODAY = { day: '2026-11-27', zone: ZONE };

let engine: TestEngine;
let now: number;

beforeEach(async () => {
  engine = openTestEngine();
  now = NOON;
  vi.spyOn(engine.base, 'now').mockImplementation(() => now);
  await engine.client.day.here({ zone: ZONE });
});

afterEach(() => engine.close());

const label = { key: 'demo', params: {} };

/** Written through the door; its `created_at` is `at`. */
function put(
  entity: typeof clientEntity | typeof meeting | typeof interaction,
  values: Record<string, unknown>,
  at = now,
): string {
  const id = engine.base.newId();
  write(engine.base, label, (tx) => tx.create(entity as typeof meeting, id, values as never, at));
  return id;
}

function putClient(
  name: string,
  values: Partial<NewValues<typeof clientEntity>> = {},
  at = NOON - 900 * DAY,
) {
  return put(clientEntity, { name, status: 'active', ...values }, at);
}

function putMeeting(client: string, startsAt: number, values: Partial<NewValues<typeof meeting>> = {}) {
  const when = { startsAt, endsAt: startsAt + HOUR, zone: ZONE };
  return put(meeting, { client, type: 'needs', status: 'planned', ...when, ...values });
}

function putEntry(client: string, happenedAt: number, values: Partial<NewValues<typeof interaction>> = {}) {
  const author = engine.base.member();
  return put(interaction, { client, kind: 'visit', happenedAt, zone: ZONE, author, ...values });
}

/** The entry that makes a planned meeting a held one. */
async function record(client: string, meetingId: string, happenedAt: number) {
  const values = { client, kind: 'meeting', happenedAt, zone: ZONE, meeting: meetingId } as const;
  await engine.client.meetings.log({
    id: engine.base.newId(),
    values: { ...values, summary: 'Dohodli sme sa', nextStep: 'poslať cenník' },
  });
}

function promise(client: string, dueOn: string, side: 'ours' | 'theirs' = 'ours'): string {
  const id = engine.base.newId();
  write(engine.base, label, (tx) => {
    makePromise(tx, id, { client, side, text: 'Pošleme vzorky', dueOn });
  });
  return id;
}

test('the day shows my meetings in order, with what collides, and not those of others or cancelled ones', async () => {
  const client = putClient('Píla', { town: 'Martin' });
  const second = putMeeting(client, NOON + 2 * HOUR);
  const first = putMeeting(client, NOON + HOUR + 30 * MINUTE, { travelMinutes: 40 });
  putMeeting(client, NOON + 4 * HOUR, { status: 'cancelled' });
  putMeeting(client, NOON + 4 * HOUR, { ours: [engine.base.newId()] });
  putMeeting(client, NOON + DAY);
  const third = putMeeting(client, NOON + 6 * HOUR);
  await record(client, third, NOON + 6 * HOUR);
  const adHoc = putEntry(client, NOON - HOUR, { summary: 'Zastavil som sa' });
  const { meetings, visits } = await engine.client.day.overview(TODAY);
  expect(meetings).toMatchObject([
    { id: first, town: 'Martin', conflict: 'overlap', travelMinutes: 40, status: 'planned' },
    { id: second, conflict: 'overlap' },
    { id: third, conflict: null, status: 'held' },
  ]);
  expect(visits).toMatchObject([{ id: adHoc, clientName: 'Píla', summary: 'Zastavil som sa' }]);
});

test('what is late: promises of both sides, the next step of the newest entry; what is due stands apart', async () => {
  const client = putClient('Píla');
  const other = putClient('Mlyn');
  const late = promise(client, '2026-11-26');
  const theirs = promise(client, '2026-11-20', 'theirs');
  const today = promise(client, '2026-11-27');
  promise(client, '2026-11-28');
  putEntry(other, NOON - 9 * DAY, { nextStep: 'dávno hotové', nextStepOn: '2026-11-20' });
  const step = putEntry(other, NOON - 5 * DAY, { nextStep: 'zavolať', nextStepOn: '2026-11-25' });
  putEntry(other, NOON - 2 * DAY, { kind: 'note', summary: 'poznámka nie je kontakt' });
  const overview = await engine.client.day.overview(TODAY);
  expect(overview.late.map(({ kind, id }) => [kind, id])).toEqual([
    ['promiseTheirs', theirs],
    ['nextStep', step],
    ['promiseOurs', late],
  ]);
  expect(overview).toMatchObject({ lateTotal: 3, todayTotal: 1 });
  expect(overview.today).toMatchObject([{ kind: 'promiseOurs', id: today, on: '2026-11-27' }]);
});

test('long without contact: by tier and silence; notes, others’ clients and lost ones do not count', async () => {
  const key = putClient('Kľúčový', { tier: 'key' });
  putEntry(key, NOON - 40 * DAY);
  putEntry(key, NOON - DAY, { kind: 'note' });
  // Read in from a list only yesterday, with its history.
  const silent = putClient('Tichý', { tier: 'b' }, NOON - DAY);
  putEntry(silent, NOON - 300 * DAY);
  const never = putClient('Nový záujemca', { status: 'prospect' }, NOON - 200 * DAY);
  putClient('Včera pridaný', { status: 'prospect' }, NOON - DAY);
  putEntry(putClient('V rytme', { tier: 'key' }), NOON - 20 * DAY);
  putClient('Stratený', { status: 'former' });
  putClient('Kolegov', { owner: engine.base.newId() });
  const { total, rows } = await engine.client.day.quiet(TODAY);
  expect(total).toBe(3);
  expect(rows).toMatchObject([
    { id: key, overdue: 10, lastContactAt: NOON - 40 * DAY },
    { id: silent, overdue: 210 },
    { id: never, overdue: 20, lastContactAt: null },
  ]);
  await engine.client.day.changeSettings({
    rhythm: { ...(await engine.client.day.settings({})).rhythm, key: 60 },
  });
  expect((await engine.client.day.quiet({ ...TODAY, limit: 1 })).rows).toMatchObject([{ id: silent }]);
  putEntry(silent, NOON);
  expect(await engine.client.day.quiet(TODAY)).toMatchObject({ total: 1 });
});

test('the way through the day, a shorter order, and who lives beside it', async () => {
  const at = (town: string, postcode: string, tier: 'a' | null = null) =>
    putClient(`Firma ${town}`, { town, postcode, country: 'SK', tier }, NOON);
  const morning = putMeeting(at('Bratislava', '811 01'), NOON);
  const noon = putMeeting(at('Košice', '040 01'), NOON + 2 * HOUR);
  const evening = putMeeting(at('Trnava', '917 01'), NOON + 5 * HOUR);
  putMeeting(putClient('Wien GmbH', { town: 'Wien', country: 'AT' }, NOON), NOON + 7 * HOUR);
  const beside = putClient('Pezinok', { town: 'Pezinok', postcode: '902 01' });
  putClient('Ďaleko', { town: 'Humenné', postcode: '066 01' });
  const { route } = await engine.client.day.overview(TODAY);
  expect(route).toMatchObject({
    stops: [{ meeting: morning }, { meeting: noon }, { meeting: evening }],
    shorter: { order: [morning, evening, noon] },
    onTheWay: [{ id: beside }],
    unknown: 1,
  });
});

test('contracts whose notice or end is near, and calls to be tried again', async () => {
  const client = putClient('Píla');
  const soon = { client, title: 'Rámcová', status: 'inForce', renews: true, noticeMonths: 3 };
  write(engine.base, label, (tx) => {
    tx.create(contract, engine.base.newId(), { ...soon, endsOn: '2027-03-31' } as never);
    tx.create(contract, engine.base.newId(), { ...soon, endsOn: '2027-12-31' } as never);
    tx.create(contract, engine.base.newId(), {
      ...soon,
      endsOn: '2027-03-31',
      status: 'terminated',
    } as never);
    const list = engine.base.newId();
    tx.create(callList, list, { name: 'Jesenná ponuka' });
    const target = { client, callList: list, state: 'waiting' } as const;
    tx.create(callTarget, engine.base.newId(), { ...target, nextAttemptAt: NOON + HOUR });
    tx.create(callTarget, engine.base.newId(), { ...target, nextAttemptAt: NOON + 2 * DAY });
  });
  const { deadlines, calls, callsTotal } = await engine.client.day.overview(TODAY);
  expect(deadlines).toMatchObject([{ kind: 'notice', on: '2026-12-31', clientName: 'Píla' }]);
  expect(calls).toMatchObject([{ listName: 'Jesenná ponuka', at: NOON + HOUR }]);
  expect(callsTotal).toBe(1);
});

test('the evening check names what would be forgotten, each goes when it is put right or left', async () => {
  const client = putClient('Píla');
  const held = putMeeting(client, NOON - 3 * HOUR, { title: 'Cenník' });
  putMeeting(client, NOON + 3 * HOUR);
  const due = promise(client, '2026-11-27');
  const visit = putEntry(client, NOON - HOUR, { summary: 'Bez ďalšieho kroku' });
  const values = { summary: 'roz' };
  await engine.client.drafts.save({
    key: `log:${client}`,
    entity: 'interaction',
    record: visit,
    client,
    values,
  });
  const kinds = async () => (await engine.client.day.check(TODAY)).lines.map(({ kind, id }) => [kind, id]);
  expect(await kinds()).toEqual([
    ['meeting', held],
    ['promise', due],
    ['visit', visit],
    ['draft', `log:${client}`],
  ]);
  // Who keeps a trip log is asked for the kilometres of each visit.
  write(engine.base, label, (tx) =>
    tx.create(trip, engine.base.newId(), { member: engine.base.member(), on: '2026-11-20', kilometres: 12 }),
  );
  expect((await kinds()).at(-1)).toEqual(['trip', visit]);
  await record(client, held, NOON - 3 * HOUR);
  for (const [kind, id] of [
    ['promise', due],
    ['visit', visit],
    ['trip', visit],
  ] as const)
    await engine.client.day.leave({ day: TODAY.day, kind, id });
  await engine.client.drafts.discard({ key: `log:${client}` });
  expect(await engine.client.day.check(TODAY)).toMatchObject({ lines: [], recorded: 2 });
  expect(await engine.client.day.check({ ...TODAY, day: '2026-11-26' })).toMatchObject({ lines: [] });
});

test('the week is seven days with their meetings', async () => {
  const client = putClient('Píla');
  const monday = putMeeting(client, NOON - 4 * DAY);
  const sunday = putMeeting(client, NOON + 2 * DAY + 11 * HOUR);
  const { days } = await engine.client.day.week({ day: '2026-11-23', zone: ZONE });
  expect(days.map(({ day, meetings }) => [day, meetings.map(({ id }) => id)])).toEqual([
    ['2026-11-23', [monday]],
    ['2026-11-24', []],
    ['2026-11-25', []],
    ['2026-11-26', []],
    ['2026-11-27', []],
    ['2026-11-28', []],
    ['2026-11-29', [sunday]],
  ]);
});

test('a reminder is told once, waits for its answer, and what it reminds of may settle it', async () => {
  const client = putClient('Píla');
  expect(remindersNow(engine.base)).toEqual([]);
  const soon = putMeeting(client, NOON + 30 * MINUTE, { title: 'Cenník' });
  const later = putMeeting(client, NOON + 31 * MINUTE);
  now = NOON + 14 * MINUTE;
  expect(remindersNow(engine.base)).toEqual([]);
  now = NOON + 16 * MINUTE;
  expect(remindersNow(engine.base)).toMatchObject([{ kind: 'meeting', about: null, open: null, time: null }]);
  expect(remindersNow(engine.base)).toEqual([]);
  const open = async () => (await engine.client.day.reminders({})).rows;
  expect(await open()).toMatchObject([
    { record: soon, clientName: 'Píla', text: 'Cenník', at: NOON + 30 * MINUTE },
    { record: later },
  ]);
  const [first, second] = await open();
  if (!first || !second) throw new Error('nothing was noted');
  await engine.client.day.answerReminder({ keys: [first.key], until: now + HOUR });
  await engine.client.day.answerReminder({ keys: [second.key], until: null });
  expect(await open()).toEqual([]);
  now += HOUR;
  // The meeting itself lies behind us, but nobody has said that it was held.
  expect(remindersNow(engine.base)).toMatchObject([{ keys: [first.key], time: '12:30' }]);
  expect(await open()).toHaveLength(1);
  write(engine.base, label, (tx) => tx.edit(meeting, soon, { status: 'held' }));
  expect(await open()).toEqual([]);
});

test('what fell due while nothing ran is there at the next look; names only where they are wanted', async () => {
  const client = putClient('Píla');
  const due = promise(client, '2026-11-28');
  remindersNow(engine.base);
  await engine.client.day.changeSettings({ reminders: { names: true } });
  now = NOON + 3 * DAY;
  expect(remindersNow(engine.base)).toMatchObject([
    { kind: 'promise', about: 'Píla: Pošleme vzorky', open: { record: due } },
  ]);
  expect((await engine.client.day.reminders({})).rows).toMatchObject([{ record: due, on: '2026-11-28' }]);
});

test('reminders that are off tell nothing, and nothing of that time when they are on again', async () => {
  const client = putClient('Píla');
  remindersNow(engine.base);
  await engine.client.day.changeSettings({ reminders: { on: false } });
  promise(client, '2026-11-28');
  now = NOON + DAY;
  expect(remindersNow(engine.base)).toEqual([]);
  await engine.client.day.changeSettings({ reminders: { on: true } });
  expect(remindersNow(engine.base)).toEqual([]);
});
