/** How long something took, and until when by the clock on the wall. */
import { Temporal } from 'temporal-polyfill';

const MINUTE = 60_000;

/**
 * Minutes that pass from an instant (UTC milliseconds) until the clock in the zone next shows "HH:MM"; 0 where it shows
 * that now. In the night in which an hour comes twice, the first of the two that is still ahead counts; a time that is
 * left out is moved on by as much.
 */
export function minutesUntil(clock: string, start: number, zone: string): number {
  const from = Temporal.Instant.fromEpochMilliseconds(start)
    .toZonedDateTimeISO(zone)
    .round({ smallestUnit: 'minute', roundingMode: 'floor' });
  const at = from.toPlainDate().toPlainDateTime(Temporal.PlainTime.from(clock));
  const ends = [
    at.toZonedDateTime(zone),
    at.toZonedDateTime(zone, { disambiguation: 'later' }),
    at.add({ days: 1 }).toZonedDateTime(zone),
  ];
  const end = ends.find((one) => one.epochMilliseconds >= from.epochMilliseconds) ?? from;
  return (end.epochMilliseconds - from.epochMilliseconds) / MINUTE;
}

/** Whole hours and minutes of a length in milliseconds, rounded to the minute. */
export function hoursAndMinutes(ms: number): { hours: number; minutes: number } {
  const all = Math.round(ms / MINUTE);
  return { hours: Math.trunc(all / 60), minutes: all % 60 };
}
