import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockIn, instantAt } from '#shared/domain/time/instants.ts';
import { hoursAndMinutes, minutesUntil } from '#shared/domain/time/span.ts';

const BRATISLAVA = 'Europe/Bratislava';
const LOS_ANGELES = 'America/Los_Angeles';
const KIRITIMATI = 'Pacific/Kiritimati';
const MINUTE = 60_000;

describe('minutes until the clock shows a time', () => {
  it.each([BRATISLAVA, LOS_ANGELES, KIRITIMATI])(
    'are counted on the same day, or over midnight, in %s',
    (zone) => {
      const start = instantAt('2026-11-24', '09:15', zone);
      expect(minutesUntil('10:45', start, zone)).toBe(90);
      expect(minutesUntil('09:15', start + 30_000, zone)).toBe(0);
      expect(minutesUntil('00:05', start, zone)).toBe(14 * 60 + 50);
      expect(minutesUntil('09:00', start, zone)).toBe(24 * 60 - 15);
    },
  );

  it.each([
    // The hour after 2:00 is left out.
    ['2026-03-29', BRATISLAVA, '01:30', '04:30', 120],
    ['2026-03-08', LOS_ANGELES, '01:30', '04:30', 120],
    // It comes twice.
    ['2026-10-25', BRATISLAVA, '01:30', '04:30', 240],
    ['2026-11-01', LOS_ANGELES, '00:30', '03:30', 240],
    // Kiritimati leaves its clock alone.
    ['2026-10-25', KIRITIMATI, '01:30', '04:30', 180],
  ])('are those that pass when the clock changes: %s in %s', (day, zone, from, to, minutes) => {
    expect(minutesUntil(to, instantAt(day, from, zone), zone)).toBe(minutes);
  });

  it('take the second time where the first one is over', () => {
    const first = instantAt('2026-10-25', '02:50', BRATISLAVA);
    expect(minutesUntil('02:10', first, BRATISLAVA)).toBe(20);
  });

  it('lead to an instant at which the clock shows that time, unless the night leaves it out', () => {
    const start = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) });
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    fc.assert(
      fc.property(start, time, fc.constantFrom(BRATISLAVA, LOS_ANGELES, KIRITIMATI), (at, [h, m], zone) => {
        const clock = `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
        const minutes = minutesUntil(clock, at, zone);
        expect(minutes).toBeGreaterThanOrEqual(0);
        expect(minutes).toBeLessThanOrEqual(25 * 60);
        const moved = `${String(h + 1).padStart(2, '0')}:${clock.slice(3)}`;
        expect([clock, moved]).toContain(clockIn(zone, at + minutes * MINUTE));
      }),
    );
  });
});

describe('a length', () => {
  it('is rounded to minutes and split into hours', () => {
    expect(hoursAndMinutes(90 * MINUTE)).toEqual({ hours: 1, minutes: 30 });
    expect(hoursAndMinutes(59.6 * MINUTE)).toEqual({ hours: 1, minutes: 0 });
    expect(hoursAndMinutes(0)).toEqual({ hours: 0, minutes: 0 });
  });
});
