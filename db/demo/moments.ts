/** Working days and hours around "now", in the zone of the place where something happened. */
import { Temporal } from 'temporal-polyfill';
import { addDays } from '#shared/domain/time/day.ts';
import type { Chance } from './chance.ts';

export const ZONES = {
  SK: 'Europe/Bratislava',
  CZ: 'Europe/Prague',
  AT: 'Europe/Vienna',
  DE: 'Europe/Berlin',
  HU: 'Europe/Budapest',
  PL: 'Europe/Warsaw',
} as const;

const SATURDAY = 6;
const SUNDAY = 7;

/** The day itself, or the Friday before when it falls on a weekend. */
export function workdayBefore(day: string): string {
  const weekday = Temporal.PlainDate.from(day).dayOfWeek;
  if (weekday === SATURDAY) return addDays(day, -1);
  return weekday === SUNDAY ? addDays(day, -2) : day;
}

/** The day itself, or the Monday after when it falls on a weekend. */
export function workdayAfter(day: string): string {
  const weekday = Temporal.PlainDate.from(day).dayOfWeek;
  if (weekday === SATURDAY) return addDays(day, 2);
  return weekday === SUNDAY ? addDays(day, 1) : day;
}

/** Some moment between 8:00 and 16:55 of the day, or of a working day before where it would come after `latest`. */
export function inOfficeHours(day: string, zone: string, chance: Chance, latest: number): number {
  const plainTime = Temporal.PlainTime.from({
    hour: chance.between(8, 16),
    minute: chance.between(0, 11) * 5,
  });
  const moment = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime });
  const at = moment.epochMilliseconds;
  return at <= latest ? at : inOfficeHours(workdayBefore(addDays(day, -1)), zone, chance, latest);
}
