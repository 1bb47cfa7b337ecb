/** From a day and a time on the wall to an instant and back, in any IANA zone and across changes of the clock. */
import { Temporal } from 'temporal-polyfill';

/**
 * The instant (UTC milliseconds) of a time "HH:MM" on a day in a zone. A time that a change of the clock leaves out
 * is moved on by as much; of one that comes twice the first counts. Throws RangeError for what is no time or zone.
 */
export function instantAt(day: string, clock: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(clock),
  }).epochMilliseconds;
}

/** "HH:MM" as the clock in the zone shows it at an instant. */
export function clockIn(zone: string, ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}

/** The first instant of a day in a zone; where midnight is left out, that is later than 00:00. */
export function startOfDay(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}
