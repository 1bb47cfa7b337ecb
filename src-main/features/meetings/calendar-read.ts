/** What a calendar file holds, beside what is known of it here. */
import { refused } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { fromRow, type Row } from '#main/data/codec.ts';
import { statement } from '#main/data/statement.ts';
import type { Appointment } from '#shared/contract/calendar.ts';
import { type CalendarEvent, eventKey } from '#shared/domain/calendar/event.ts';
import { guessMeetingType } from '#shared/domain/calendar/meeting-type.ts';
import { type ReadWindow, readCalendar } from '#shared/domain/calendar/read-calendar.ts';
import { LONGEST_MEETING } from '#shared/domain/meetings/meeting-times.ts';
import type { RecordOf } from '#shared/entities/define.ts';
import { meeting } from '#shared/entities/meetings.ts';
import { CalendarPeople } from './calendar-people.ts';
import { OWN_UID } from './calendar-uid.ts';
import { findConflicts } from './meeting-queries.ts';

type Meeting = RecordOf<typeof meeting>;

export function lookIntoCalendar(
  base: Base,
  { text, ...window }: ReadWindow & { text: string },
): { appointments: Appointment[]; outside: number; unreadable: number } {
  const { events, outside, unreadable } = readCalendar(text, window);
  if (events.length + outside + unreadable === 0 && !/^BEGIN:VCALENDAR\s*$/im.test(text))
    throw refused('notACalendar');
  const known = knownMeetings(base, events);
  const people = new CalendarPeople(base);
  return {
    appointments: events.map((event) =>
      appointmentOf(base, event, known.get(eventKey(event)) ?? null, people),
    ),
    outside,
    unreadable,
  };
}

function appointmentOf(
  base: Base,
  event: CalendarEvent,
  known: Meeting | null,
  calendarPeople: CalendarPeople,
): Appointment {
  const people = calendarPeople.peopleOf(event);
  const client = known ? null : calendarPeople.clientOf(event, people);
  const { startsAt, zone, allDay, status } = event;
  const endsAt = endHere(event);
  const title = oneLine(event.title, 200);
  const place = oneLine(event.place, 250);
  const cancelled = status === 'cancelled';
  return {
    key: eventKey(event),
    title,
    startsAt,
    endsAt,
    zone,
    allDay,
    place,
    description: event.description?.replace(CONTROL, '').slice(0, 20_000).trim() || null,
    cancelled,
    attendees: event.attendees.flatMap(({ name, email }) => name ?? email ?? []),
    people,
    client: client && { id: client.id, name: client.name, by: client.by },
    type: known?.type ?? guessMeetingType(title, client?.status === 'prospect'),
    known: known && { id: known.id, change: changeOf(event, known) },
    conflicts:
      cancelled || allDay || endsAt <= base.now()
        ? []
        : findConflicts(base, {
            startsAt,
            endsAt,
            travelMinutes: null,
            place,
            ours: null,
            ...(known ? { except: known.id } : {}),
          }),
  };
}

function changeOf(event: CalendarEvent, known: Meeting): NonNullable<Appointment['known']>['change'] {
  if (event.status === 'cancelled') return known.status === 'planned' ? 'cancelled' : 'none';
  const isSameTime = event.startsAt === known.startsAt && endHere(event) === known.endsAt;
  return isSameTime || known.status === 'held' ? 'none' : 'moved';
}

const HALF_AN_HOUR = 30 * 60_000;

/** An appointment without a length gets one, because a meeting has an end. */
function endHere({ startsAt, endsAt }: CalendarEvent): number {
  return endsAt > startsAt ? Math.min(endsAt, startsAt + LONGEST_MEETING) : startsAt + HALF_AN_HOUR;
}

// control characters are exactly what a field must not hold
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function oneLine(text: string | null, max: number): string | null {
  return text?.replace(/\s+/g, ' ').replace(CONTROL, '').slice(0, max).trim() || null;
}

/** By the key under which it was taken before, or by our own UID when a file of ours comes back. */
function knownMeetings({ reader }: Base, events: readonly CalendarEvent[]): Map<string, Meeting> {
  const keys = events.map(eventKey);
  const own = new Map(
    keys.flatMap((key): [string, string][] => {
      const id = OWN_UID.exec(key)?.[1];
      return id ? [[id, key]] : [];
    }),
  );
  const rows = statement<Row>(
    reader,
    `SELECT * FROM meeting WHERE deleted_at IS NULL
       AND (ical_uid IN (SELECT value FROM json_each(?)) OR id IN (SELECT value FROM json_each(?)))`,
  ).all(JSON.stringify(keys), JSON.stringify([...own.keys()]));
  return new Map(
    rows.map((row): [string, Meeting] => {
      const record = fromRow(meeting, row);
      return [record.icalUid ?? own.get(record.id) ?? '', record];
    }),
  );
}
