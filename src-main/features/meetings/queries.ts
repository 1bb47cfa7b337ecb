/** The timeline: entries in their newest version, with what they correct, and what was heard in them. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { fromRow, type Row } from '#main/data/codec.ts';
import { isNamedIn, shownOnce, standingFor } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { TimelineEntry } from '#shared/contract/meetings.ts';
import { type StoredPersonName, storedPersonName } from '#shared/domain/contacts/stored-person-name.ts';
import { interaction } from '#shared/entities/meetings.ts';
import { promisesIn } from '../promises/facts.ts';
import { CHAINS, isNewest, NEWEST_OF } from './versions.ts';

interface TimelineInput {
  client?: string | undefined;
  contact?: string | undefined;
  kinds?: string[] | undefined;
  offset: number;
  limit: number;
}

/** A window of the timeline, newest first by when it happened. */
export function readTimeline(base: Base, input: TimelineInput): { total: number; entries: TimelineEntry[] } {
  const parts = ['i.deleted_at IS NULL', isNewest('i')];
  const params: unknown[] = [];
  if (input.client) {
    parts.unshift(`i.client IN ${standingFor()}`);
    params.push(input.client);
  }
  if (input.contact) {
    parts.push(isNamedIn('i.people'));
    params.push(input.contact);
  }
  if (input.kinds?.length) {
    parts.push('i.kind IN (SELECT value FROM json_each(?))');
    params.push(JSON.stringify(input.kinds));
  }
  const where = parts.join(' AND ');
  const count = statement<{ total: number }>(
    base.reader,
    `SELECT COUNT(*) AS total FROM interaction i WHERE ${where}`,
  );
  const ids = statement<{ id: string }>(
    base.reader,
    `SELECT i.id FROM interaction i WHERE ${where} ORDER BY i.happened_at DESC, i.id DESC LIMIT ? OFFSET ?`,
  ).all(...params, input.limit, input.offset);
  return {
    total: count.get(...params)?.total ?? 0,
    entries: readEntries(
      base,
      ids.map((row) => row.id),
    ),
  };
}

/** The entry that a version belongs to; throws NOT_FOUND when no version of it is left. */
export function getEntry(base: Base, id: string): TimelineEntry {
  const newest = statement<{ id: string }>(base.reader, NEWEST_OF).get(id);
  const entry = newest && readEntries(base, [newest.id])[0];
  if (!entry) throw notFound('interaction', id);
  return entry;
}

type Version = Row & { newest: string };

function readEntries(base: Base, newest: readonly string[]): TimelineEntry[] {
  const chains = new Map<string, TimelineEntry['corrected']>(newest.map((id) => [id, []]));
  const rows = statement<Version>(base.reader, CHAINS).all(JSON.stringify(newest));
  for (const row of rows) chains.get(row.newest)?.push(fromRow(interaction, row));
  const versions = [...chains.values()].flat();
  const met = versions.flatMap((version) => version.people ?? []);
  const people = peopleNames(base, new Set(shownOnce(base.reader, met)));
  const authors = memberNames(base);
  const ids = versions.map((version) => version.id);
  const objections = objectionsIn(base, JSON.stringify(ids));
  const promises = promisesIn(base, ids);
  const trips = tripsTo(base, JSON.stringify(ids));
  const attached = attachedTo(base, JSON.stringify(ids));
  const meetings = meetingsOf(base, new Set(versions.flatMap(({ meeting }) => meeting ?? [])));
  return [...chains.values()].flatMap(([head, ...corrected]) => {
    if (!head) return [];
    const all = [head, ...corrected];
    return {
      interaction: { ...head, people: head.people && shownOnce(base.reader, head.people) },
      corrected,
      authorName: authors.get(head.author) ?? null,
      people: shownOnce(base.reader, head.people).map((id) => ({ id, name: people.get(id) ?? '' })),
      objections: all.flatMap(({ id }) => objections.get(id) ?? []),
      promises: all.flatMap(({ id }) => promises.get(id) ?? []),
      meeting: meetings.get(head.meeting ?? '') ?? null,
      trip: all.flatMap(({ id }) => trips.get(id) ?? [])[0] ?? null,
      attachments: all.flatMap(({ id }) => attached.get(id) ?? []).length,
    };
  });
}

/** Names of people, also of those removed since: who was met does not change. */
function peopleNames(base: Base, ids: ReadonlySet<string>): Map<string, string> {
  const rows = statement<StoredPersonName & { id: string }>(
    base.reader,
    `SELECT id, titles_before AS titlesBefore, first_name AS firstName, last_name AS lastName,
       titles_after AS titlesAfter FROM contact WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify([...ids]));
  return new Map(rows.map((row) => [row.id, storedPersonName(row) ?? '']));
}

function memberNames(base: Base): Map<string, string> {
  const rows = statement<{ id: string; name: string }>(base.reader, 'SELECT id, name FROM member').all();
  return new Map(rows.map((row) => [row.id, row.name]));
}

type Of<T> = T & { interaction: string };

function objectionsIn(base: Base, interactions: string) {
  return byInteraction(
    statement<Of<TimelineEntry['objections'][number]>>(
      base.reader,
      `SELECT id, interaction, text, kind, outcome FROM objection
       WHERE interaction IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY created_at, id`,
    ).all(interactions),
  );
}

function tripsTo(base: Base, interactions: string) {
  return byInteraction(
    statement<Of<NonNullable<TimelineEntry['trip']>>>(
      base.reader,
      `SELECT id, interaction, kilometres FROM trip
       WHERE interaction IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY created_at, id`,
    ).all(interactions),
  );
}

function attachedTo(base: Base, interactions: string) {
  return byInteraction(
    statement<Of<{ id: string }>>(
      base.reader,
      `SELECT id, interaction FROM attachment
       WHERE interaction IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL`,
    ).all(interactions),
  );
}

function byInteraction<T>(rows: readonly Of<T>[]): Map<string, Omit<Of<T>, 'interaction'>[]> {
  const found = new Map<string, Omit<Of<T>, 'interaction'>[]>();
  for (const { interaction: of, ...row } of rows) found.set(of, [...(found.get(of) ?? []), row]);
  return found;
}

/** Meetings that are still there. */
function meetingsOf(base: Base, ids: ReadonlySet<string>) {
  const rows = statement<NonNullable<TimelineEntry['meeting']>>(
    base.reader,
    `SELECT id, type, title, starts_at AS startsAt FROM meeting
     WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL`,
  ).all(JSON.stringify([...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}
