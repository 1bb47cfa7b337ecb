import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, todayIn } from '#shared/domain/time/day.ts';
import { clockIn, instantAt, startOfDay } from '#shared/domain/time/instants.ts';

const ZONES = ['Europe/Bratislava', 'America/Los_Angeles', 'Pacific/Kiritimati'] as const;
const zone = fc.constantFrom(...ZONES);
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);

describe('instants of a day', () => {
  it('read back as they were written, unless the clock leaves that time out', () => {
    fc.assert(
      fc.property(day, clock, zone, (on, at, where) => {
        const ms = instantAt(on, at, where);
        expect(todayIn(where, ms)).toBe(on);
        const read = clockIn(where, ms);
        // An hour that is left out is moved on by an hour; everything else stays.
        expect([at, `${String(Number(at.slice(0, 2)) + 1).padStart(2, '0')}${at.slice(2)}`]).toContain(read);
      }),
    );
  });

  it('lie between the start of the day and that of the next, 23 to 25 hours later', () => {
    fc.assert(
      fc.property(day, clock, zone, (on, at, where) => {
        const [start, end] = [startOfDay(on, where), startOfDay(addDays(on, 1), where)];
        const ms = instantAt(on, at, where);
        expect(ms).toBeGreaterThanOrEqual(start);
        expect(ms).toBeLessThan(end);
        expect([23, 24, 25]).toContain((end - start) / 3_600_000);
      }),
    );
  });

  it.each([
    // Spring: 02:30 does not exist; autumn: it comes twice and the first counts.
    ['2026-03-29', '02:30', 'Europe/Bratislava', '2026-03-29T01:30:00Z', '03:30'],
    ['2026-10-25', '02:30', 'Europe/Bratislava', '2026-10-25T00:30:00Z', '02:30'],
    ['2026-03-08', '02:30', 'America/Los_Angeles', '2026-03-08T10:30:00Z', '03:30'],
    ['2026-11-01', '01:30', 'America/Los_Angeles', '2026-11-01T08:30:00Z', '01:30'],
    ['2026-11-27', '00:15', 'Pacific/Kiritimati', '2026-11-26T10:15:00Z', '00:15'],
  ])('%s %s in %s', (on, at, where, instant, shown) => {
    expect(new Date(instantAt(on, at, where)).toISOString()).toBe(instant.replace('Z', '.000Z'));
    expect(clockIn(where, Date.parse(instant))).toBe(shown);
  });
});
