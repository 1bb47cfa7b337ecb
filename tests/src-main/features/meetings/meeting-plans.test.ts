import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { write } from '#main/data/write.ts';
import { lastMeetingOf, meetingsBetween, nextMeetingOf } from '#main/features/meetings/facts.ts';
import { holdMeeting } from '#main/features/meetings/steps.ts';
import { openTestEngine, type TestEngine } from '../../../helpers/test-engine.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ZONE = 'Europe/Bratislava';

let engine: TestEngine;
let client: string;
let soon: number;

beforeEach(async () => {
  engine = openTestEngine();
  client = await addClient('Tatra Mlyn, a.s.');
  soon = Date.now() + DAY;
});

afterEach(() => engine.close());

async function addClient(name: string): Promise<string> {
  const id = engine.base.newId();
  await engine.client.clients.create({ id, values: { name, status: 'active' } });
  return id;
}

type Plan = Parameters<typeof engine.client.meetingPlans.plan>[0];

function planned(values: Partial<Plan['values']> = {}) {
  const startsAt = (values.startsAt as number | undefined) ?? soon;
  return {
    id: engine.base.newId(),
    checklist: engine.base.newId(),
    values: { client, type: 'negotiation', startsAt, endsAt: startsAt + HOUR, zone: ZONE, ...values },
  };
}

async function plan(values: Partial<Plan['values']> = {}) {
  const input = planned(values);
  const { action } = await engine.client.meetingPlans.plan(input);
  return { id: input.id, action: action ?? '' };
}

const get = (id: string) => engine.client.meetingPlans.get({ id });
const list = (filter: object, descending = false) => engine.client.meetingPlans.list({ filter, descending });
const idsOf = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

describe('planning', () => {
  test('the meeting and the preparation for its type are one action and go back together', async () => {
    const { id, action } = await plan({ aims: ['Cena na rok 2027'], place: 'Žilina' });
    const page = await get(id);
    expect(page).toMatchObject({ clientName: 'Tatra Mlyn, a.s.', conflicts: [], records: [] });
    expect(page.meeting).toMatchObject({ status: 'planned', title: null, aims: ['Cena na rok 2027'] });
    expect(page.ours).toEqual([{ id: engine.base.member(), name: 'Jana Testová' }]);
    expect(page.checklists).toMatchObject([{ name: 'Príprava na rokovanie', meeting: id, done: 0 }]);
    expect((await engine.client.clients.desk({ id: client })).checklists).toEqual([]);

    await engine.client.undo.apply({ action });
    await expect(get(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await engine.client.verify.run({})).problems).toEqual([]);
  });

  test("the firm's own template for the type comes before the one built in", async () => {
    const template = engine.base.newId();
    const values = { name: 'Naša príprava', subject: 'meeting' as const, items: ['Vzorky'] };
    await engine.client.checklists.saveTemplate({
      id: template,
      values: { ...values, meetingType: 'closing' },
    });
    const { id } = await plan({ type: 'closing' });
    expect((await get(id)).checklists[0]?.name).toBe('Naša príprava');
    const other = planned({ type: 'closing' });
    await engine.client.meetingPlans.plan({ ...other, template: 'builtin:meeting-needs' });
    expect((await get(other.id)).checklists[0]?.name).toBe('Príprava na zisťovanie potrieb');
    const bare = planned();
    await engine.client.meetingPlans.plan({ ...bare, checklist: null });
    expect((await get(bare.id)).checklists).toEqual([]);
  });

  test('sending it twice plans one', async () => {
    const input = planned();
    await engine.client.meetingPlans.plan(input);
    expect(await engine.client.meetingPlans.plan(input)).toEqual({ action: null });
    expect((await get(input.id)).checklists).toHaveLength(1);
    expect((await list({})).total).toBe(1);
  });

  test.each([
    ['an end before the start', () => ({ endsAt: soon - 1 }), { code: 'INVALID' }],
    ['four aims', () => ({ aims: ['a', 'b', 'c', 'd'] }), { code: 'BAD_REQUEST' }],
    ['an unknown client', () => ({ client: engine.base.newId() }), { code: 'NOT_FOUND' }],
  ])('%s is refused and nothing is left behind', async (_, values, error) => {
    await expect(plan(values())).rejects.toMatchObject(error);
    expect((await list({})).total).toBe(0);
  });
});

describe('changing', () => {
  test('a move is one step of undo; an end that falls before the start is refused', async () => {
    const { id } = await plan();
    const later = { startsAt: soon + DAY, endsAt: soon + DAY + HOUR };
    const { action } = await engine.client.meetingPlans.edit({ id, values: later });
    expect((await get(id)).meeting).toMatchObject(later);
    await engine.client.undo.apply({ action: action ?? '' });
    expect((await get(id)).meeting).toMatchObject({ startsAt: soon, endsAt: soon + HOUR });
    await expect(
      engine.client.meetingPlans.edit({ id, values: { startsAt: soon + DAY } }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { problems: [{ field: 'endsAt' }] } });
  });

  test('a cancelled one leaves the way and the next meeting, and comes back by undo', async () => {
    const { id } = await plan();
    expect((await engine.client.clients.desk({ id: client })).nextMeeting?.id).toBe(id);
    const { action } = await engine.client.meetingPlans.cancel({ id });
    expect(await engine.client.meetingPlans.cancel({ id })).toEqual({ action: null });
    expect((await get(id)).meeting.status).toBe('cancelled');
    expect(nextMeetingOf(engine.base, client)).toBeNull();
    await engine.client.undo.apply({ action: action ?? '' });
    expect((await get(id)).meeting.status).toBe('planned');
  });

  test('what was held is not cancelled, but may be planned again', async () => {
    const { id } = await plan();
    write(engine.base, { key: 'interactionLogged', params: { name: '' } }, (tx) => holdMeeting(tx, id));
    expect((await get(id)).meeting.status).toBe('held');
    await expect(engine.client.meetingPlans.cancel({ id })).rejects.toMatchObject({ code: 'REFUSED' });
    await engine.client.meetingPlans.reopen({ id });
    expect((await get(id)).meeting.status).toBe('planned');
  });

  test('the history of a meeting tells what moved', async () => {
    const { id } = await plan();
    await engine.client.meetingPlans.edit({ id, values: { place: 'Nitra' } });
    const rows = await engine.client.history.of({ entity: 'meeting', id });
    expect(rows.map((row) => row.unit)).toEqual(['place']);
  });
});

describe('conflicts of time', () => {
  test('are shown on both meetings, in the list and while a time is only asked about', async () => {
    const first = await plan({ travelMinutes: 30 });
    const second = await plan({ startsAt: soon + HOUR + 15 * MINUTE, endsAt: soon + 2 * HOUR });
    const apart = await plan({ startsAt: soon + 5 * HOUR, endsAt: soon + 6 * HOUR });
    expect((await get(first.id)).conflicts).toMatchObject([
      { id: second.id, kind: 'travel', clientName: 'Tatra Mlyn, a.s.' },
    ]);
    expect((await get(second.id)).conflicts).toMatchObject([{ id: first.id, kind: 'travel' }]);
    expect((await get(apart.id)).conflicts).toEqual([]);
    expect((await list({})).rows.map((row) => row.conflict)).toEqual(['travel', 'travel', null]);
    const asked = { startsAt: soon + 30 * MINUTE, endsAt: soon + 40 * MINUTE };
    const found = await engine.client.meetingPlans.conflicts(asked);
    expect(found.map(({ id, kind }) => [id, kind])).toEqual([[first.id, 'overlap']]);
    expect(await engine.client.meetingPlans.conflicts({ ...asked, except: first.id })).toEqual([]);
  });

  test('do not arise from meetings of other people, from cancelled ones and from what is over', async () => {
    const colleague = engine.base.newId();
    await plan({ ours: [colleague] });
    const cancelled = await plan();
    await engine.client.meetingPlans.cancel({ id: cancelled.id });
    const mine = await plan();
    expect((await get(mine.id)).conflicts).toEqual([]);
    const past = { startsAt: Date.now() - DAY, endsAt: Date.now() - DAY + HOUR };
    await plan(past);
    const other = await plan(past);
    expect((await get(other.id)).conflicts).toEqual([]);
  });
});

describe('lists and facts', () => {
  test('by time both ways, in windows, filtered by client, type, status, person, text and time', async () => {
    const other = await addClient('Želiarska pekáreň, s.r.o.');
    const past = await plan({ startsAt: soon - 3 * DAY, endsAt: soon - 3 * DAY + HOUR, type: 'needs' });
    const next = await plan({ client: other });
    const far = await plan({ startsAt: soon + 3 * DAY, endsAt: soon + 3 * DAY + HOUR, place: 'Levoča' });
    const foreign = await plan({
      startsAt: soon + 4 * DAY,
      endsAt: soon + 4 * DAY + HOUR,
      ours: [engine.base.newId()],
    });
    const all = [past.id, next.id, far.id, foreign.id];
    expect(idsOf((await list({})).rows)).toEqual(all);
    expect(idsOf((await list({}, true)).rows)).toEqual(all.toReversed());
    const window = await engine.client.meetingPlans.list({ filter: {}, offset: 1, limit: 2 });
    expect([window.total, idsOf(window.rows)]).toEqual([4, [next.id, far.id]]);
    expect(idsOf((await list({ client: other })).rows)).toEqual([next.id]);
    expect(idsOf((await list({ type: ['needs'] })).rows)).toEqual([past.id]);
    expect(idsOf((await list({ mine: true })).rows)).toEqual([past.id, next.id, far.id]);
    expect(idsOf((await list({ from: Date.now() })).rows)).toEqual([next.id, far.id, foreign.id]);
    expect(idsOf((await list({ from: soon, to: soon + HOUR })).rows)).toEqual([next.id]);
    expect(idsOf((await list({ text: 'zeliar' })).rows)).toEqual([next.id]);
    expect(idsOf((await list({ text: 'levoc' })).rows)).toEqual([far.id]);
    await engine.client.meetingPlans.cancel({ id: far.id });
    expect(idsOf((await list({ status: ['cancelled'] })).rows)).toEqual([far.id]);
  });

  test('the last and the next meeting of a client, and those of a member between two times', async () => {
    const past = await plan({ startsAt: soon - 3 * DAY, endsAt: soon - 3 * DAY + HOUR });
    const next = await plan();
    const far = await plan({ startsAt: soon + 3 * DAY, endsAt: soon + 3 * DAY + HOUR });
    expect(nextMeetingOf(engine.base, client)?.id).toBe(next.id);
    expect(lastMeetingOf(engine.base, client)?.id).toBe(past.id);
    expect(lastMeetingOf(engine.base, client, soon - 4 * DAY)).toBeNull();
    const between = { from: soon, to: soon + 3 * DAY, member: engine.base.member() };
    expect(idsOf(meetingsBetween(engine.base, between))).toEqual([next.id]);
    expect(idsOf(meetingsBetween(engine.base, { from: soon, to: soon + 4 * DAY }))).toEqual([
      next.id,
      far.id,
    ]);
    expect(meetingsBetween(engine.base, { ...between, member: engine.base.newId() })).toEqual([]);
  });

  test('progress of the preparation stands in the list; a client removed takes its meetings along', async () => {
    const { id } = await plan();
    const [item] = (await get(id)).checklists[0]?.items ?? [];
    await engine.client.checklists.tick({ id: item?.id ?? '', done: true });
    expect((await list({})).rows[0]).toMatchObject({ done: 1, items: 8 });
    await engine.client.clients.remove({ id: client });
    expect((await list({})).total).toBe(0);
  });
});
