/** The rules of a time zone as an iCalendar file needs them (RFC 5545, 3.6.5), from the zone database of the system. */
import { Temporal } from 'temporal-polyfill';

/**
 * Lines of a VTIMEZONE that hold from `from` to `to` (UTC milliseconds): one observance for each change of the clock in
 * between, written as it happens. A rule for ever after would be a guess.
 */
export function vtimezone(zone: string, from: number, to: number): string[] {
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`];
  let change = first.getTimeZoneTransition('previous');
  if (!change) lines.push(...observance(first.with({ year: 1970 }), first.offset, first.offset, false));
  else lines.push(...observanceAt(change));
  change = first.getTimeZoneTransition('next');
  // And the one after: some programs want a zone that has a summer to have a winter too.
  for (let isWithin = true; change && isWithin; change = change.getTimeZoneTransition('next')) {
    lines.push(...observanceAt(change));
    isWithin = change.epochMilliseconds <= to;
  }
  lines.push('END:VTIMEZONE');
  return lines;
}

function observanceAt(change: Temporal.ZonedDateTime): string[] {
  const before = change.subtract({ nanoseconds: 1 });
  const isDaylight = change.offsetNanoseconds > before.offsetNanoseconds;
  // DTSTART is the wall clock as it stood before the change.
  const wall = change.toPlainDateTime().subtract({
    nanoseconds: change.offsetNanoseconds - before.offsetNanoseconds,
  });
  return observance(wall, before.offset, change.offset, isDaylight);
}

function observance(start: { toString(): string }, from: string, to: string, isDaylight: boolean): string[] {
  const name = isDaylight ? 'DAYLIGHT' : 'STANDARD';
  const wall = start.toString().slice(0, 19).replace(/[-:]/g, '');
  return [
    `BEGIN:${name}`,
    `DTSTART:${wall}`,
    `TZOFFSETFROM:${offset(from)}`,
    `TZOFFSETTO:${offset(to)}`,
    `END:${name}`,
  ];
}

function offset(text: string): string {
  return text.replaceAll(':', '').slice(0, 7);
}
