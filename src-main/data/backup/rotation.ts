/** Which backups are kept: the newest three, one a day for a week, one a week for four weeks. */

const DAY_MS = 86_400_000;
const NEWEST = 3;
const DAYS = 7;
const WEEKS = 4;

/**
 * Times (UTC milliseconds) that may go. Of each UTC day and of each seven days the newest is kept, so that the kept
 * ones do not move as the hours pass.
 */
export function expiredBackups(times: readonly number[], now: number): number[] {
  const newestFirst = times.toSorted((a, b) => b - a);
  const kept = new Set(newestFirst.slice(0, NEWEST));
  for (const [length, count] of [
    [DAY_MS, DAYS],
    [7 * DAY_MS, WEEKS],
  ] as const) {
    const present = Math.floor(now / length);
    const seen = new Set<number>();
    for (const time of newestFirst) {
      const span = Math.floor(time / length);
      if (span <= present - count || seen.has(span)) continue;
      seen.add(span);
      kept.add(time);
    }
  }
  return newestFirst.filter((time) => !kept.has(time));
}
