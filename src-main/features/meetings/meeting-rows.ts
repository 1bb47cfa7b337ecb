/** Meetings as rows of a list: with names, preparation and conflicts, for whoever shows several of them. */
import type { Base } from '#main/data/base.ts';
import { fromRow, type Row } from '#main/data/codec.ts';
import { shownOnce, winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { MeetingConflict, MeetingRow } from '#shared/contract/meeting-plans.ts';
import { type StoredPersonName, storedPersonName } from '#shared/domain/contacts/stored-person-name.ts';
import { LONGEST_MEETING } from '#shared/domain/meetings/meeting-times.ts';
import { type MeetingTime, timeConflict } from '#shared/domain/meetings/time-conflict.ts';
import type { RecordOf } from '#shared/entities/define.ts';
import { meeting } from '#shared/entities/meetings.ts';

type Meeting = RecordOf<typeof meeting>;
type Found = Meeting & { clientName: string; done: number; items: number };

const ITEMS = `FROM checklist l JOIN checklist_item t ON t.checklist = l.id
  WHERE l.meeting = m.id AND l.deleted_at IS NULL AND t.deleted_at IS NULL`;

/** Rows of live meetings `m` for which `where` holds, in the given order; `limit` and `offset` are the last two parameters. */
export function selectMeetings(base: Base, where: string, order: string, params: unknown[]): MeetingRow[] {
  const rows = statement<Row>(
    base.reader,
    `SELECT m.*, ${winnerOf('m.client')} AS shownClient, COALESCE(c.name, '') AS clientName, (SELECT COUNT(t.done_at) ${ITEMS}) AS done,
       (SELECT COUNT(*) ${ITEMS}) AS items
     FROM meeting m LEFT JOIN client c ON c.id = ${winnerOf('m.client')}
     WHERE m.deleted_at IS NULL AND ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
  ).all(...params);
  const found = rows.map(
    (row) =>
      ({
        ...shownMeeting(base, fromRow(meeting, row)),
        client: row['shownClient'],
        clientName: row['clientName'],
        done: row['done'],
        items: row['items'],
      }) as Found,
  );
  const names = namesOf(base, found);
  const others = found.some(isAhead(base)) ? plannedAround(base, spanOf(found.filter(isAhead(base)))) : [];
  return found.map((one) => ({
    id: one.id,
    client: one.client,
    clientName: one.clientName,
    type: one.type,
    status: one.status,
    title: one.title,
    startsAt: one.startsAt,
    endsAt: one.endsAt,
    zone: one.zone,
    place: one.place,
    stand: one.stand,
    travelMinutes: one.travelMinutes,
    people: named(one.people, names),
    ours: named(one.ours, names),
    aims: one.aims ?? [],
    done: one.done,
    items: one.items,
    conflict: isAhead(base)(one)
      ? (conflictsAmong(others, one, attendants(one), one.id)[0]?.kind ?? null)
      : null,
  }));
}

/** With people and other clients as those whom they were merged into. */
export function shownMeeting<M extends Pick<Meeting, 'people' | 'otherClients'>>(
  { reader }: Base,
  one: M,
): M {
  return {
    ...one,
    people: one.people && shownOnce(reader, one.people),
    otherClients: one.otherClients && shownOnce(reader, one.otherClients),
  };
}

/** Ids with the names that are known here, in their order. */
export function named(ids: readonly string[] | null, names: ReadonlyMap<string, string>) {
  return (ids ?? []).map((id) => ({ id, name: names.get(id) ?? '' }));
}

/** Names of everybody at the meetings, and of the other clients, also of those removed since. */
export function namesOf(
  { reader }: Base,
  meetings: readonly Pick<Meeting, 'people' | 'ours' | 'otherClients'>[],
): Map<string, string> {
  const ids = (field: 'people' | 'ours' | 'otherClients') =>
    JSON.stringify([...new Set(meetings.flatMap((one) => one[field] ?? []))]);
  const people = statement<StoredPersonName & { id: string }>(
    reader,
    `SELECT id, titles_before AS titlesBefore, first_name AS firstName, last_name AS lastName,
       titles_after AS titlesAfter FROM contact WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(ids('people'));
  const others = statement<{ id: string; name: string }>(
    reader,
    `SELECT id, name FROM member WHERE id IN (SELECT value FROM json_each(?))
     UNION ALL SELECT id, name FROM client WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(ids('ours'), ids('otherClients'));
  return new Map([
    ...people.map((row): [string, string] => [row.id, storedPersonName(row) ?? '']),
    ...others.map((row): [string, string] => [row.id, row.name]),
  ]);
}

type Planned = MeetingTime & Omit<MeetingConflict, 'kind'> & { ours: string[] };

/** Who of ours is there; where nobody is named, whoever planned it. */
export function attendants(one: Pick<Meeting, 'ours' | 'createdBy'>): string[] {
  return one.ours?.length ? one.ours : [one.createdBy ?? ''];
}

/** Planned meetings that may be in the way of something at this time; UTC milliseconds. */
export function plannedAround({ reader }: Base, { from, to }: { from: number; to: number }): Planned[] {
  const longestWay = 2 * (meeting.fields.travelMinutes.max ?? 1_440) * 60_000;
  const rows = statement<Row>(
    reader,
    `SELECT m.*, ${winnerOf('m.client')} AS shownClient, COALESCE(c.name, '') AS clientName FROM meeting m LEFT JOIN client c ON c.id = ${winnerOf('m.client')}
     WHERE m.deleted_at IS NULL AND m.status = 'planned' AND m.starts_at > ? AND m.starts_at < ? AND m.ends_at > ?
     ORDER BY m.starts_at, m.id`,
  ).all(from - longestWay - LONGEST_MEETING, to + longestWay, from - longestWay);
  return rows.map((row) => {
    const one = fromRow(meeting, row);
    const { id, type, title, startsAt, endsAt, zone, place, travelMinutes } = one;
    const client = row['shownClient'] as string;
    const clientName = row['clientName'] as string;
    const ours = attendants(one);
    return { id, client, clientName, type, title, startsAt, endsAt, zone, place, travelMinutes, ours };
  });
}

/** Those of `others` that one of `ours` cannot attend beside `time`. */
export function conflictsAmong(
  others: readonly Planned[],
  time: MeetingTime,
  ours: readonly string[],
  except?: string,
): MeetingConflict[] {
  return others.flatMap((other) => {
    if (other.id === except || !other.ours.some((member) => ours.includes(member))) return [];
    const kind = timeConflict(time, other);
    if (!kind) return [];
    const { ours: _, travelMinutes: __, ...rest } = other;
    return [{ ...rest, kind }];
  });
}

/** What is over can no longer be moved, so nobody is told of it. */
function isAhead(base: Base) {
  const now = base.now();
  return (one: { status: string; endsAt: number }) => one.status === 'planned' && one.endsAt > now;
}

function spanOf(meetings: readonly { startsAt: number; endsAt: number }[]) {
  return {
    from: Math.min(...meetings.map((one) => one.startsAt)),
    to: Math.max(...meetings.map((one) => one.endsAt)),
  };
}
