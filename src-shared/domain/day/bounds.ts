/** Where a calendar day begins and ends in a zone: it has 23 or 25 hours when the clock changes. */
import { Temporal } from 'temporal-polyfill';

/** UTC milliseconds: `from` is the first of the day, `to` the first of the next one. Throws RangeError for an unknown zone. */
export function boundsOfDay(day: string, zone: string): { from: number; to: number } {
  const date = Temporal.PlainDate.from(day);
  return {
    from: date.toZonedDateTime(zone).epochMilliseconds,
    to: date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
  };
}

/** The Monday of the week that a day belongs to. */
export function mondayOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}
