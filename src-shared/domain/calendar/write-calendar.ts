/** Writes appointments as an iCalendar file (RFC 5545) that Outlook, Google, Apple and Thunderbird take. */
import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent, CalendarPerson } from './event.ts';
import { vtimezone } from './vtimezone.ts';

export interface WrittenEvent extends CalendarEvent {
  /** Grows with every change, so that a calendar that has the event takes the newer one. */
  readonly sequence: number;
}

/** `publish` is for one's own calendar; `request` invites the attendees, `cancel` calls it off (RFC 5546). */
export type Method = 'publish' | 'request' | 'cancel';

/** The text of the file, its lines at most 75 bytes long and ended by CRLF. `stamp` is now, UTC milliseconds. */
export function writeCalendar(events: readonly WrittenEvent[], method: Method, stamp: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vizitka//Vizitka//SK',
    'CALSCALE:GREGORIAN',
    `METHOD:${method.toUpperCase()}`,
    ...zonesOf(events),
    ...events.flatMap((event) => eventLines(event, method, stamp)),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function zonesOf(events: readonly CalendarEvent[]): string[] {
  const timed = events.filter(({ allDay, zone }) => !allDay && !isUtc(zone));
  return [...new Set(timed.map(({ zone }) => zone))].flatMap((zone) => {
    const of = timed.filter((event) => event.zone === zone);
    const from = of.reduce((least, { startsAt }) => Math.min(least, startsAt), Number.POSITIVE_INFINITY);
    return vtimezone(
      zone,
      from,
      of.reduce((most, { endsAt }) => Math.max(most, endsAt), from),
    );
  });
}

function eventLines(event: WrittenEvent, method: Method, stamp: number): string[] {
  const status = method === 'cancel' ? 'cancelled' : event.status;
  const people = method === 'publish' ? [] : event.attendees.filter(({ email }) => email !== null);
  return [
    'BEGIN:VEVENT',
    `UID:${escape(event.uid)}`,
    ...(event.occurrence === null ? [] : [occurrenceLine(event)]),
    `DTSTAMP:${utc(stamp)}`,
    `SEQUENCE:${event.sequence}`,
    time('DTSTART', event, event.startsAt),
    time('DTEND', event, event.endsAt),
    ...text('SUMMARY', event.title),
    ...text('DESCRIPTION', event.description),
    ...text('LOCATION', event.place),
    `STATUS:${status.toUpperCase()}`,
    ...(event.organizer?.email && method !== 'publish' ? [person('ORGANIZER', event.organizer)] : []),
    ...people.map((one) => person('ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE', one)),
    'END:VEVENT',
  ];
}

function occurrenceLine({ occurrence, zone, allDay }: CalendarEvent): string {
  const value = occurrence ?? '';
  if (allDay || value.length === 8) return `RECURRENCE-ID;VALUE=DATE:${value.slice(0, 8)}`;
  return value.endsWith('Z') || isUtc(zone)
    ? `RECURRENCE-ID:${value}`
    : `RECURRENCE-ID;TZID=${zone}:${value}`;
}

function time(name: string, { zone, allDay }: CalendarEvent, at: number): string {
  if (isUtc(zone) && !allDay) return `${name}:${utc(at)}`;
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
  const digits = wall.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
  return allDay ? `${name};VALUE=DATE:${digits.slice(0, 8)}` : `${name};TZID=${zone}:${digits}`;
}

function isUtc(zone: string): boolean {
  return zone === 'UTC' || zone === 'Etc/UTC';
}

function utc(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function text(name: string, value: string | null): string[] {
  return value === null ? [] : [`${name}:${escape(value)}`];
}

function escape(value: string): string {
  return value
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(CONTROL, '');
}

// control characters are exactly what a line of the file must not hold
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** A name with a quote or a line end goes by RFC 6868. */
function person(name: string, { name: cn, email }: CalendarPerson): string {
  const quoted = cn
    ?.replaceAll('^', '^^')
    .replaceAll('"', "^'")
    .replace(/[\r\n]+/g, '^n')
    .replace(CONTROL, '');
  return `${name}${quoted ? `;CN="${quoted}"` : ''}:mailto:${(email ?? '').replace(/[\s\u0000-\u001f]/g, '')}`;
}

const LONGEST = 75;

/** No line longer than 75 bytes, never cut inside a character; the space of a continuation counts too. */
function fold(line: string): string {
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const width = utf8Width(character);
    if (bytes + width > LONGEST) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += width;
  }
  return folded;
}

function utf8Width(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
