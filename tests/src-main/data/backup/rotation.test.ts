import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expiredBackups } from '#main/data/backup/rotation.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 24, 15, 30);

/** Backs up every hour of a working day for so many days, rotating each time, and returns what is left. */
function work(days: number): number[] {
  let kept: number[] = [];
  for (let day = days; day >= 0; day -= 1) {
    for (let hour = 8; hour <= 15; hour += 1) {
      const now = Date.UTC(2026, 10, 24, hour) - day * DAY;
      kept.push(now);
      const gone = new Set(expiredBackups(kept, now));
      kept = kept.filter((time) => !gone.has(time));
    }
  }
  return kept;
}

test('after months of hourly work: three of today, one a day for a week, one a week for four', () => {
  const ages = work(120)
    .map((time) => Math.floor((NOW - time) / DAY))
    .toSorted((a, b) => a - b);
  expect(ages.filter((age) => age === 0)).toHaveLength(3);
  for (let age = 1; age < 7; age += 1) expect(ages.filter((found) => found === age)).toHaveLength(1);
  expect(ages.filter((age) => age >= 7).length).toBeGreaterThanOrEqual(2);
  expect(ages.at(-1)).toBeGreaterThanOrEqual(15);
  expect(ages.at(-1)).toBeLessThan(28);
  expect(ages.length).toBeLessThanOrEqual(14);
});

test('the newest three stay whatever their age; nothing is invented', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: NOW }), { maxLength: 60 }), (times) => {
      const gone = expiredBackups(times, NOW);
      const newest = times.toSorted((a, b) => b - a).slice(0, 3);
      expect(gone.every((time) => times.includes(time) && !newest.includes(time))).toBe(true);
      expect(times.length - gone.length).toBeLessThanOrEqual(14);
    }),
  );
});
