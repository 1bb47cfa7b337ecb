/**
 * When a promise or a request wants to be looked at, and whether it is late. All days are `YYYY-MM-DD`; `today` is the
 * day in the zone of the device, so the same promise may be late in Kiritimati and not yet in Los Angeles.
 */
import { addDays, daysBetween } from '../time/day.ts';
import { Temporal } from 'temporal-polyfill';

export interface Due {
  state: string;
  dueOn: string | null;
  snoozedUntil: string | null;
}

/** In the order of the due list. */
export const DUE_GROUPS = ['late', 'today', 'week', 'later', 'undated'] as const;
export type DueGroup = (typeof DUE_GROUPS)[number];

/**
 * The day on which an open promise asks for attention: the later of its last day and the day it is snoozed until. Null
 * without a last day: what has none cannot be put off.
 */
export function attentionDay({ dueOn, snoozedUntil }: Omit<Due, 'state'>): string | null {
  if (dueOn === null) return null;
  return snoozedUntil !== null && snoozedUntil > dueOn ? snoozedUntil : dueOn;
}

/** Whether it sleeps today: snoozed until a day that has not come. */
export function isSnoozed({ state, snoozedUntil }: Due, today: string): boolean {
  return state === 'open' && snoozedUntil !== null && snoozedUntil > today;
}

/** Days past the last day; 0 where it is not late: closed, undated, in time, or snoozed beyond today. */
export function daysLate(due: Due, today: string): number {
  if (due.state !== 'open' || due.dueOn === null || isSnoozed(due, today)) return 0;
  return Math.max(0, daysBetween(due.dueOn, today));
}

/** Where an open promise stands in the due list; a snoozed one under the day it is snoozed until. */
export function dueGroup(due: Omit<Due, 'state'>, today: string): DueGroup {
  const day = attentionDay(due);
  if (day === null || due.dueOn === null) return 'undated';
  if (day > lastDayOfWeek(today)) return 'later';
  if (day > today) return 'week';
  return due.dueOn < today ? 'late' : 'today';
}

/** The Sunday that ends the week of this day (ISO 8601: weeks begin on Monday). */
export function lastDayOfWeek(day: string): string {
  return addDays(day, 7 - Temporal.PlainDate.from(day).dayOfWeek);
}
