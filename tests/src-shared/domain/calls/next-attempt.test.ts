import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  callBackTimes,
  MISSED_ENOUGH,
  proposeNextAttempt,
  suggestsUnreachable,
} from '#shared/domain/calls/next-attempt.ts';
import { todayIn } from '#shared/domain/time/day.ts';
import { clockIn, instantAt } from '#shared/domain/time/instants.ts';
import { isWorkingDay } from '#shared/domain/time/working-days.ts';

const ZONES = ['Europe/Bratislava', 'America/Los_Angeles', 'Pacific/Kiritimati'];

function shown(at: number, zone: string): string {
  return `${todayIn(zone, at)} ${clockIn(zone, at)}`;
}

describe.each(ZONES)('after a missed call in %s', (zone) => {
  // 27 November 2026 is a Friday.
  test.each([
    ['2026-11-26', '09:05', '2026-11-26 12:15'],
    ['2026-11-26', '13:00', '2026-11-26 16:00'],
    ['2026-11-26', '13:46', '2026-11-27 09:00'],
    ['2026-11-26', '05:00', '2026-11-26 09:00'],
    ['2026-11-26', '23:30', '2026-11-27 09:00'],
    ['2026-11-27', '15:00', '2026-11-30 09:00'],
    ['2026-11-28', '10:00', '2026-11-30 09:00'],
  ])('%s %s is tried again on %s', (day, clock, next) => {
    expect(shown(proposeNextAttempt(instantAt(day, clock, zone), zone), zone)).toBe(next);
  });

  test('always later, on a working day, while people are at work', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) }), (now) => {
        const next = proposeNextAttempt(now, zone);
        expect(next).toBeGreaterThan(now);
        expect(isWorkingDay(todayIn(zone, next))).toBe(true);
        expect(clockIn(zone, next) >= '09:00' && clockIn(zone, next) < '17:00').toBe(true);
      }),
    );
  });
});

test('a call back: in an hour, the next working day, in a week, never on a weekend', () => {
  const zone = 'Europe/Bratislava';
  const of = (day: string) =>
    Object.values(callBackTimes(instantAt(day, '10:07', zone), zone)).map((at) => shown(at, zone));
  expect(of('2026-11-27')).toEqual(['2026-11-27 11:15', '2026-11-30 09:00', '2026-12-04 09:00']);
  expect(of('2026-11-28')).toEqual(['2026-11-28 11:15', '2026-11-30 09:00', '2026-12-07 09:00']);
});

test('enough is enough with the fifth attempt in vain', () => {
  expect(suggestsUnreachable(MISSED_ENOUGH - 2)).toBe(false);
  expect(suggestsUnreachable(MISSED_ENOUGH - 1)).toBe(true);
});
