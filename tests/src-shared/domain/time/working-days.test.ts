import fc from 'fast-check';
import { expect, it } from 'vitest';
import { daysBetween } from '#shared/domain/time/day.ts';
import { nextWorkingDay } from '#shared/domain/time/working-days.ts';

it('is the next day from Monday to Thursday and Monday after that', () => {
  expect(nextWorkingDay('2026-11-26')).toBe('2026-11-27');
  for (const day of ['2026-11-27', '2026-11-28', '2026-11-29'])
    expect(nextWorkingDay(day)).toBe('2026-11-30');
});

it('is one to three days on and never a Saturday or Sunday', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      const next = nextWorkingDay(day);
      expect([1, 2, 3]).toContain(daysBetween(day, next));
      expect([0, 6]).not.toContain(new Date(`${next}T00:00:00Z`).getUTCDay());
    }),
  );
});
