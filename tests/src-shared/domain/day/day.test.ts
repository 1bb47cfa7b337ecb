import { expect, test } from 'vitest';
import { boundsOfDay, mondayOf } from '#shared/domain/day/bounds.ts';
import { daysOverdue, DEFAULT_RHYTHM, keptSince } from '#shared/domain/day/rhythm.ts';
import { todayIn } from '#shared/domain/time/day.ts';

const HOUR = 3_600_000;

test.each([
  ['Europe/Bratislava', '2026-03-29', 23],
  ['Europe/Bratislava', '2026-10-25', 25],
  ['America/Los_Angeles', '2026-03-08', 23],
  ['America/Los_Angeles', '2026-11-01', 25],
  ['Pacific/Kiritimati', '2026-10-25', 24],
])('in %s the %s has %i hours, all of them its own', (zone, day, hours) => {
  const { from, to } = boundsOfDay(day, zone);
  expect((to - from) / HOUR).toBe(hours);
  expect([todayIn(zone, from), todayIn(zone, to - 1)]).toEqual([day, day]);
  expect(todayIn(zone, from - 1) < day && todayIn(zone, to) > day).toBe(true);
});

test('a week begins on its Monday', () => {
  expect(['2026-11-23', '2026-11-27', '2026-11-29', '2026-11-30'].map(mondayOf)).toEqual([
    '2026-11-23',
    '2026-11-23',
    '2026-11-23',
    '2026-11-30',
  ]);
});

test.each(['Europe/Bratislava', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
  'who was spoken with late in the evening was so on that day, in %s',
  (zone) => {
    // A minute before midnight, just before each change of the clock.
    for (const day of ['2026-03-28', '2026-10-24', '2026-11-27']) {
      const spoken = boundsOfDay(day, zone).to - 60_000;
      const overdue = (today: string) => daysOverdue(DEFAULT_RHYTHM, 'key', todayIn(zone, spoken), today);
      expect(overdue(day)).toBe(-30);
      const kept = keptSince(DEFAULT_RHYTHM, 'key', day);
      expect(overdue(kept)).toBe(-60);
    }
  },
);

test('a client is overdue on the day after the rhythm has run out; without a tier as one of tier C', () => {
  expect(daysOverdue(DEFAULT_RHYTHM, 'b', '2026-08-29', '2026-11-27')).toBe(0);
  expect(daysOverdue(DEFAULT_RHYTHM, 'b', '2026-08-28', '2026-11-27')).toBe(1);
  expect(daysOverdue(DEFAULT_RHYTHM, null, '2026-05-30', '2026-11-27')).toBe(1);
  expect(keptSince({ ...DEFAULT_RHYTHM, a: 7 }, 'a', '2026-11-03')).toBe('2026-10-27');
});
