import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attentionDay,
  daysLate,
  DUE_GROUPS,
  dueGroup,
  isSnoozed,
  lastDayOfWeek,
} from '#shared/domain/promises/standing.ts';
import { addDays, compareDays, daysBetween, todayIn } from '#shared/domain/time/day.ts';

const open = (dueOn: string | null, snoozedUntil: string | null = null) => ({
  state: 'open',
  dueOn,
  snoozedUntil,
});

describe('lateness', () => {
  it.each([
    ['due yesterday', open('2026-11-26'), 1],
    ['due today', open('2026-11-27'), 0],
    ['due a month ago', open('2026-10-27'), 31],
    ['undated', open(null), 0],
    ['snoozed until tomorrow', open('2026-11-20', '2026-11-28'), 0],
    ['snoozed until today', open('2026-11-20', '2026-11-27'), 7],
    ['snoozed until a day before its last day', open('2026-11-26', '2026-11-20'), 1],
    ['kept', { ...open('2026-11-20'), state: 'kept' }, 0],
    ['withdrawn', { ...open('2026-11-20'), state: 'withdrawn' }, 0],
  ])('%s', (_name, due, days) => {
    expect(daysLate(due, '2026-11-27')).toBe(days);
  });

  // The same instant is another day elsewhere; the change of the clock shortens or lengthens a day, never the count.
  it.each([
    ['2026-11-27T11:00:00Z', 'Europe/Bratislava', 0],
    ['2026-11-27T11:00:00Z', 'America/Los_Angeles', 0],
    ['2026-11-27T11:00:00Z', 'Pacific/Kiritimati', 1],
    ['2026-11-28T07:00:00Z', 'Europe/Bratislava', 1],
    ['2026-11-28T07:00:00Z', 'America/Los_Angeles', 0],
    // Bratislava's spring day of 23 hours and autumn day of 25 hours, at both of their ends.
    ['2026-03-28T22:59:59Z', 'Europe/Bratislava', -244],
    ['2026-03-28T23:00:00Z', 'Europe/Bratislava', -243],
    ['2026-03-29T21:59:59Z', 'Europe/Bratislava', -243],
    ['2026-03-29T22:00:00Z', 'Europe/Bratislava', -242],
    ['2026-10-24T22:00:00Z', 'Europe/Bratislava', -33],
    ['2026-10-25T22:59:59Z', 'Europe/Bratislava', -33],
    ['2026-10-25T23:00:00Z', 'Europe/Bratislava', -32],
    ['2026-11-01T07:59:59Z', 'America/Los_Angeles', -26],
    ['2026-11-02T08:00:00Z', 'America/Los_Angeles', -25],
  ])('at %s in %s, due on 27 November', (instant, zone, days) => {
    const today = todayIn(zone, Date.parse(instant));
    expect(daysBetween('2026-11-27', today)).toBe(days);
    expect(daysLate(open('2026-11-27'), today)).toBe(Math.max(0, days));
  });
});

describe('groups of the due list', () => {
  // 27 November 2026 is a Friday.
  it.each([
    [open('2026-11-26'), 'late'],
    [open('2026-11-27'), 'today'],
    [open('2026-11-29'), 'week'],
    [open('2026-11-30'), 'later'],
    [open(null), 'undated'],
    [open(null, '2026-11-28'), 'undated'],
    [open('2026-11-20', '2026-11-28'), 'week'],
    [open('2026-11-20', '2026-11-27'), 'late'],
    [open('2026-11-20', '2026-12-04'), 'later'],
    [open('2026-12-04', '2026-11-28'), 'later'],
  ])('%o: %s', (due, group) => {
    expect(dueGroup(due, '2026-11-27')).toBe(group);
  });

  it('ends the week on Sunday', () => {
    expect(lastDayOfWeek('2026-11-27')).toBe('2026-11-29');
    expect(lastDayOfWeek('2026-11-29')).toBe('2026-11-29');
    expect(lastDayOfWeek('2026-11-30')).toBe('2026-12-06');
    expect(lastDayOfWeek('2026-12-31')).toBe('2027-01-03');
  });
});

describe('whatever the days', () => {
  const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays('2026-11-27', days));
  const due = fc.record({
    state: fc.constantFrom('open', 'kept', 'broken', 'withdrawn'),
    dueOn: fc.option(day),
    snoozedUntil: fc.option(day),
  });

  it('the late group is exactly what is late, and nothing late sleeps', () => {
    fc.assert(
      fc.property(due, day, (one, today) => {
        const late = daysLate(one, today) > 0;
        if (one.state === 'open') expect(dueGroup(one, today) === 'late').toBe(late);
        else expect(late).toBe(false);
        if (late) expect(isSnoozed(one, today)).toBe(false);
      }),
    );
  });

  it('the order by the day of attention, then by the last day, keeps the groups together and in order', () => {
    const key = (one: { dueOn: string | null; snoozedUntil: string | null }) =>
      `${attentionDay(one) ?? '9999-12-31'} ${one.dueOn ?? ''}`;
    fc.assert(
      fc.property(fc.array(due), day, (all, today) => {
        const ranks = all
          .toSorted((a, b) => compareDays(key(a), key(b)))
          .map((one) => DUE_GROUPS.indexOf(dueGroup(one, today)));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });

  it('a promise left alone only grows later, by a day a day', () => {
    fc.assert(
      fc.property(due, day, (one, today) => {
        const now = daysLate(one, today);
        if (now > 0) expect(daysLate(one, addDays(today, 1))).toBe(now + 1);
      }),
    );
  });
});
