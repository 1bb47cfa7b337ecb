import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerTimes } from '#shared/domain/promises/answer-times.ts';

const DAY = 86_400_000;
const ZONES = ['Europe/Bratislava', 'America/Los_Angeles', 'Pacific/Kiritimati'];
const asked = (askedAt: number, answeredAt: number | null, answerBy: string | null = null) => ({
  department: 'Sklad',
  askedAt,
  answeredAt,
  answerBy,
});

it('counts calendar days of the zone, also across the change of the clock', () => {
  // From Saturday noon to Monday noon over the 25-hour Sunday of Bratislava, and over the 23-hour one.
  const autumn = asked(Date.parse('2026-10-24T10:00:00Z'), Date.parse('2026-10-26T11:00:00Z'));
  const spring = asked(Date.parse('2026-03-28T11:00:00Z'), Date.parse('2026-03-30T10:00:00Z'));
  expect(answerTimes([autumn], '2026-12-01', 'Europe/Bratislava')).toMatchObject([{ medianDays: 2 }]);
  expect(answerTimes([spring], '2026-12-01', 'Europe/Bratislava')).toMatchObject([{ medianDays: 2 }]);
  const overNight = asked(Date.parse('2026-11-26T22:30:00Z'), Date.parse('2026-11-26T23:30:00Z'));
  const days = ZONES.map((zone) => answerTimes([overNight], '2026-12-01', zone)[0]?.medianDays);
  expect(days).toEqual([1, 0, 0]);
});

it('an answer on its last day is in time, one after it or none past it is late, in the zone of the reader', () => {
  const at = Date.parse('2026-11-27T23:30:00Z');
  const lateIn = (zone: string) =>
    answerTimes([asked(at - DAY, at, '2026-11-27')], '2026-12-01', zone)[0]?.late;
  expect(ZONES.map(lateIn)).toEqual([1, 0, 1]);
  const waiting = [asked(at, null, '2026-11-27')];
  expect(answerTimes(waiting, '2026-11-27', 'Europe/Bratislava')).toMatchObject([{ late: 0, withDay: 1 }]);
  expect(answerTimes(waiting, '2026-11-28', 'Europe/Bratislava')).toMatchObject([{ late: 1, withDay: 1 }]);
});

it('one department however it is written, under its commonest name; the median lies between the two middle ones', () => {
  const of = (department: string, days: number) => ({ ...asked(0, days * DAY), department });
  const times = answerTimes(
    [of('sklad', 1), of('Sklad', 2), of('Sklad', 5), of('SKLAD', 9)],
    '2026-12-01',
    'UTC',
  );
  expect(times).toMatchObject([{ department: 'Sklad', requests: 4, answered: 4, medianDays: 3.5 }]);
  expect(answerTimes([], '2026-12-01', 'UTC')).toEqual([]);
});

it('counts add up, whatever was asked and answered', () => {
  const instant = fc.integer({ min: 0, max: 2e12 });
  const day = fc.constantFrom('1980-01-01', '2026-11-27', '2030-12-31');
  const one = fc.record({
    department: fc.constantFrom('Sklad', 'sklad', 'Servis', 'Účtovníctvo'),
    askedAt: instant,
    answeredAt: fc.option(instant),
    answerBy: fc.option(day),
  });
  fc.assert(
    fc.property(fc.array(one), fc.constantFrom(...ZONES), (all, zone) => {
      const times = answerTimes(all, '2026-11-27', zone);
      expect(times.reduce((sum, time) => sum + time.requests, 0)).toBe(all.length);
      for (const { requests, answered, late, withDay, medianDays } of times) {
        expect(late).toBeLessThanOrEqual(withDay);
        expect(Math.max(answered, withDay)).toBeLessThanOrEqual(requests);
        expect(medianDays === null).toBe(answered === 0);
      }
    }),
  );
});
