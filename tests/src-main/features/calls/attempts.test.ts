/** What a call does to the list, the timeline and the meetings: one step, there and back. */
import { describe, expect, test, vi } from 'vitest';
import { lookForReminders } from '#main/features/day/reminders.ts';
import { HOUR, NOW, ZONE, openCalling } from './calling-base.ts';

const { engine, list, newId, undo, get, page, addClient, addPerson, listOf, attempt, timeline } =
  openCalling();

describe('a call', () => {
  test('that arranged a meeting writes entry, meeting with preparation and state as one action', async () => {
    const client = await addClient('Píla', { town: 'Martin' });
    const person = await addPerson(client, 'Baláž');
    const target = await listOf(client);
    const meeting = {
      id: newId(),
      checklist: newId(),
      type: 'firstContact',
      startsAt: NOW + 24 * HOUR,
      endsAt: NOW + 25 * HOUR,
      zone: ZONE,
      place: 'Martin',
    } as const;
    const made = await attempt(target, {
      result: 'appointed',
      contact: person,
      summary: 'Chcú vidieť',
      meeting,
    });
    expect(await page(target)).toMatchObject({
      target: { state: 'appointed', meeting: meeting.id, contact: person, nextAttemptAt: null },
      meeting: { id: meeting.id, status: 'planned', startsAt: meeting.startsAt },
    });
    const planned = await engine().client.meetingPlans.get({ id: meeting.id });
    expect(planned).toMatchObject({
      meeting: { type: 'firstContact', place: 'Martin', people: [person], ours: [engine().base.member()] },
      checklists: [{ meeting: meeting.id }],
      // The call is not the record of it.
      records: [],
    });
    expect(planned.checklists[0]?.items.length).toBeGreaterThan(0);
    expect(await timeline(client)).toMatchObject([
      { id: made.id, kind: 'call', result: 'appointed', callTarget: target, people: [person], meeting: null },
    ]);
    expect((await get()).row).toMatchObject({ attempts: 1, counts: { due: 0, appointed: 1 } });
    expect((await engine().client.undo.recent({ limit: 1 }))[0]).toMatchObject({
      label: { key: 'callMade', params: { name: 'Píla' } },
    });

    await undo(made.action);
    expect(await page(target)).toMatchObject({
      target: { state: 'waiting', meeting: null, contact: null },
      meeting: null,
      attempts: [],
    });
    expect(await timeline(client)).toEqual([]);
    expect((await engine().client.meetingPlans.list({ filter: {} })).total).toBe(0);
  });

  test.each([
    [{ result: 'callBack', nextAttemptAt: NOW + HOUR }, 'waiting', NOW + HOUR],
    [{ result: 'notReached', nextAttemptAt: NOW + 3 * HOUR }, 'waiting', NOW + 3 * HOUR],
    [{ result: 'notReached', nextAttemptAt: null }, 'unreachable', null],
    [{ result: 'refused' }, 'refused', null],
    [{ result: 'informed' }, 'done', null],
  ] as const)('$0 is one step, there and back', async (told, state, nextAttemptAt) => {
    const client = await addClient('Píla');
    const target = await listOf(client);
    const { action } = await attempt(target, told);
    expect((await page(target)).target).toMatchObject({ state, nextAttemptAt });
    expect(await timeline(client)).toMatchObject([{ kind: 'call', happenedAt: NOW, result: told.result }]);
    await undo(action);
    expect((await page(target)).target).toMatchObject({ state: 'waiting', nextAttemptAt: null });
    expect(await timeline(client)).toEqual([]);
  });

  test('sent twice is one call; what does not belong to the result is refused', async () => {
    const client = await addClient('Píla');
    const target = await listOf(client);
    const { id } = await attempt(target, { result: 'notReached', nextAttemptAt: NOW + HOUR });
    expect((await attempt(target, { result: 'refused' }, id)).action).toBeNull();
    expect((await page(target)).target.state).toBe('waiting');
    expect(await timeline(client)).toHaveLength(1);
    await expect(attempt(target, { result: 'refused', nextAttemptAt: NOW })).rejects.toThrow();
    await expect(attempt(newId(), { result: 'refused' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('of which the meeting ends before it begins writes nothing at all', async () => {
    const client = await addClient('Píla');
    const target = await listOf(client);
    const meeting = {
      id: newId(),
      checklist: newId(),
      type: 'needs',
      startsAt: NOW,
      endsAt: NOW - 1,
      zone: ZONE,
    };
    await expect(attempt(target, { result: 'appointed', meeting })).rejects.toMatchObject({
      code: 'INVALID',
    });
    expect(await timeline(client)).toEqual([]);
    expect((await page(target)).target.state).toBe('waiting');
  });

  test('that is settled can be made again, and its hour moved', async () => {
    const client = await addClient('Píla');
    const target = await listOf(client);
    await attempt(target, { result: 'refused' });
    const { action } = await engine().client.calls.again({ id: target });
    expect((await get()).row.counts).toMatchObject({ due: 1, refused: 0 });
    await engine().client.calls.plan({ id: target, values: { nextAttemptAt: NOW + HOUR } });
    expect((await get()).row.counts).toMatchObject({ due: 0, later: 1 });
    await undo(action);
    expect((await page(target)).target.state).toBe('refused');
  });

  test('leads from the day and from its reminder to its place on the list', async () => {
    const client = await addClient('Píla', { owner: engine().base.member() });
    const target = await listOf(client);
    await attempt(target, { result: 'callBack', nextAttemptAt: NOW + HOUR });
    const { calls } = await engine().client.day.overview({ day: '2026-11-26', zone: ZONE });
    expect(calls).toMatchObject([{ id: target, callList: list(), clientName: 'Píla', at: NOW + HOUR }]);
    expect(lookForReminders(engine().base, ZONE)).toEqual([]);
    vi.spyOn(engine().base, 'now').mockReturnValue(NOW + HOUR);
    expect(lookForReminders(engine().base, ZONE)).toMatchObject([
      { kind: 'call', record: target, callList: list() },
    ]);
    await attempt(target, { result: 'informed' });
    expect((await engine().client.day.reminders({})).rows).toEqual([]);
  });
});
