/** Meetings as files for other calendars. What is only for us (plan, limit, notes) is never in them. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { fromRow, readRecord, type Row } from '#main/data/codec.ts';
import { shownOnce, standingFor, winnerId, winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { Preferences } from '#shared/contract/settings.ts';
import { Temporal } from 'temporal-polyfill';
import { type WrittenEvent, writeCalendar } from '#shared/domain/calendar/write-calendar.ts';
import { meetingTitle } from '#shared/domain/meetings/meeting-title.ts';
import { LONGEST_MEETING } from '#shared/domain/meetings/meeting-times.ts';
import { type StoredPersonName, storedPersonName } from '#shared/domain/contacts/stored-person-name.ts';
import { client } from '#shared/entities/clients.ts';
import type { RecordOf } from '#shared/entities/define.ts';
import { meeting } from '#shared/entities/meetings.ts';
import { member } from '#shared/entities/settings.ts';
import type { Email } from '#shared/entities/field.ts';
import { uidOf } from './calendar-uid.ts';

type Meeting = RecordOf<typeof meeting>;

/** Planned and called off meetings that fall into a time; `mine` are those that the local member attends. */
export function giveCalendar(
  base: Base,
  { from, to, mine }: { from: number; to: number; mine: boolean },
): { count: number; text: string } {
  const me = base.member();
  const ofMember = mine ? `AND (instr(ours, ?) > 0 OR (COALESCE(ours, '[]') = '[]' AND created_by = ?))` : '';
  const rows = statement<Row>(
    base.reader,
    `SELECT * FROM meeting WHERE deleted_at IS NULL AND starts_at > ? AND starts_at < ? AND ends_at > ? ${ofMember}
     ORDER BY starts_at, id`,
  ).all(from - LONGEST_MEETING, to, from, ...(mine ? [me, me] : []));
  const events = rows.map((row) => eventOf(base, fromRow(meeting, row)));
  return { count: events.length, text: writeCalendar(events, 'publish', base.now()) };
}

export function inviteTo(
  base: Base,
  { id, from }: { id: string; from: string | null },
): { text: string; invited: string[]; without: string[] } {
  const record = readRecord(base.reader, meeting, id);
  if (!record || record.deletedAt !== null) throw notFound('meeting', id);
  const people = peopleWithEmail(base, record);
  const attendees = people.filter(({ email }) => email !== null);
  const organizer = from
    ? { name: readRecord(base.reader, member, base.member())?.name ?? null, email: from }
    : null;
  const event = { ...eventOf(base, record), organizer, attendees };
  const method = record.status === 'cancelled' ? 'cancel' : 'request';
  return {
    text: writeCalendar([event], from ? method : 'publish', base.now()),
    invited: attendees.map(({ name }) => name),
    without: people.filter(({ email }) => email === null).map(({ name }) => name),
  };
}

function eventOf(base: Base, record: Meeting): WrittenEvent {
  const language = (base.settings.get('preferences') as Partial<Preferences> | undefined)?.language ?? 'sk';
  const clientName = readRecord(base.reader, client, winnerId(base.reader, record.client))?.name ?? '';
  const { startsAt, endsAt, zone } = record;
  return {
    ...uidOf(record),
    title: meetingTitle(record, clientName, language),
    description: record.agenda,
    place: [record.place, record.stand].filter(Boolean).join(', ') || null,
    startsAt,
    endsAt,
    zone,
    allDay: isWholeDays(record),
    status: record.status === 'cancelled' ? 'cancelled' : 'confirmed',
    organizer: null,
    attendees: [],
    sequence: sequenceOf(base, record),
  };
}

/** From midnight to midnight: so it came, or so it is meant. */
function isWholeDays({ startsAt, endsAt, zone }: Meeting): boolean {
  const atMidnight = (at: number): boolean => {
    const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    return wall.epochMilliseconds === wall.startOfDay().epochMilliseconds;
  };
  return endsAt > startsAt && atMidnight(startsAt) && atMidnight(endsAt);
}

/** Seconds from the record's beginning to its last change that is known here: it grows with every change. */
function sequenceOf({ reader }: Base, { id, createdAt }: Meeting): number {
  const here = statement<{ hlc: Buffer | null }>(
    reader,
    'SELECT MAX(hlc) AS hlc FROM history WHERE record = ?',
  ).get(id);
  const confirmed = statement<{ hlc: string | null }>(
    reader,
    `SELECT MAX(u.value ->> 1) AS hlc FROM record_meta r, json_each(r.units) u
     WHERE r.entity = 'meeting' AND r.record = ? AND u.type = 'array'`,
  ).get(id);
  const stamps = [here?.hlc?.toString('hex') ?? '', confirmed?.hlc ?? ''].toSorted();
  // The first six bytes of a stamp are its milliseconds.
  const changedAt = Number.parseInt(stamps[1]?.slice(0, 12) || '0', 16);
  return Math.max(0, Math.ceil((changedAt - createdAt) / 1000));
}

/** The e-mail at this client before the own one. */
function peopleWithEmail({ reader }: Base, record: Meeting): { name: string; email: string | null }[] {
  const rows = statement<StoredPersonName & { work: string | null; own: string | null }>(
    reader,
    `SELECT c.titles_before AS titlesBefore, c.first_name AS firstName, c.last_name AS lastName,
       c.titles_after AS titlesAfter, c.emails AS own,
       (SELECT p.work_emails FROM position p WHERE p.contact IN ${standingFor('c.id')} AND ${winnerOf('p.client')} = ? AND p.deleted_at IS NULL
          AND p.ended_on IS NULL AND p.work_emails IS NOT NULL ORDER BY p.id DESC LIMIT 1) AS work
     FROM json_each(?) asked JOIN contact c ON c.id = asked.value WHERE c.deleted_at IS NULL ORDER BY asked.key`,
  ).all(winnerId(reader, record.client), JSON.stringify(shownOnce(reader, record.people)));
  return rows.map((row) => ({
    name: storedPersonName(row) ?? '',
    email: firstOf(row.work) ?? firstOf(row.own),
  }));
}

function firstOf(emails: string | null): string | null {
  return (JSON.parse(emails ?? '[]') as Email[])[0]?.value ?? null;
}
