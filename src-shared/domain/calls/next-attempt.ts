/** When to try again somebody who was not reached, and when to give up. */
import { addDays, todayIn } from '../time/day.ts';
import { clockIn, instantAt } from '../time/instants.ts';
import { isWorkingDay, nextWorkingDay } from '../time/working-days.ts';

const QUARTER = 15 * 60_000;
const HOUR = 60 * 60_000;
/** Long enough for another part of the day, so that nobody is tried at the same hour again and again. */
const PAUSE = 3 * HOUR;
const OPENS = '09:00';
const CLOSES = '17:00';

/** After so many attempts in a row that reached nobody, another one is hardly worth it. */
export const MISSED_ENOUGH = 5;

/**
 * Three hours later, rounded up to a quarter of an hour, while people are at work; else nine o'clock on the next
 * working day. Instants in UTC milliseconds, hours and days as in `zone`.
 */
export function proposeNextAttempt(now: number, zone: string): number {
  const later = Math.ceil((now + PAUSE) / QUARTER) * QUARTER;
  const today = todayIn(zone, now);
  const clock = clockIn(zone, later);
  const isToday = todayIn(zone, later) === today && isWorkingDay(today);
  if (isToday && clock < CLOSES) return Math.max(later, instantAt(today, OPENS, zone));
  return instantAt(nextWorkingDay(today), OPENS, zone);
}

/** Whether one more missed attempt makes it enough. */
export function suggestsUnreachable(missedBefore: number): boolean {
  return missedBefore + 1 >= MISSED_ENOUGH;
}

/** Moments that a call back is usually agreed for, the nearest first. */
export const CALL_BACK_CHOICES = ['hour', 'tomorrow', 'week'] as const;

export function callBackTimes(now: number, zone: string): Record<(typeof CALL_BACK_CHOICES)[number], number> {
  const today = todayIn(zone, now);
  const inWeek = addDays(today, 7);
  return {
    hour: Math.ceil((now + HOUR) / QUARTER) * QUARTER,
    tomorrow: instantAt(nextWorkingDay(today), OPENS, zone),
    week: instantAt(isWorkingDay(inWeek) ? inWeek : nextWorkingDay(inWeek), OPENS, zone),
  };
}
