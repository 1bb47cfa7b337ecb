/** The list of contacts and the page of one. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { fromRow, type Row, readRecord } from '#main/data/codec.ts';
import { isNamedIn, mergedInto, standingFor, winnerId, winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { ContactFilter, ContactRow } from '#shared/contract/clients.ts';
import type { RecordOf } from '#shared/entities/define.ts';
import { contact, position } from '#shared/entities/clients.ts';
import { titleOf } from '#shared/entities/title.ts';
import { keepUntilWritten } from './kept-answers.ts';
import { contactWhere, LIVE, type Where } from './where.ts';

export interface ContactListInput {
  filter: ContactFilter;
  descending: boolean;
  offset: number;
  limit: number;
}

export interface ContactPage {
  contact: RecordOf<typeof contact>;
  positions: { position: RecordOf<typeof position>; clientName: string }[];
  interactions: number;
  /** Who is shown here since he was merged, by name. */
  merged: { id: string; name: string }[];
}

type Place = ContactRow['positions'][number];

export function listContacts(base: Base, input: ContactListInput): { total: number; rows: ContactRow[] } {
  const { offset, limit, descending } = input;
  const where = contactWhere(base.reader, input.filter);
  if (where.sql === LIVE) {
    const sql = `SELECT (SELECT count(*) FROM contact WHERE deleted_at IS NULL)
      - (SELECT count(*) FROM merged WHERE loser IN (SELECT id FROM contact)) AS total`;
    const total = statement<{ total: number }>(base.reader, sql).get()?.total ?? 0;
    return { total, rows: rowsOf(base, idsByName(base, where, descending, [limit, offset])) };
  }
  const question = JSON.stringify(['contacts', descending, where.sql, where.params]);
  const ids = keepUntilWritten(base.reader, question, () => idsByName(base, where, descending, [-1, 0]));
  return { total: ids.length, rows: rowsOf(base, ids.slice(offset, offset + limit)) };
}

function idsByName({ reader }: Base, where: Where, descending: boolean, window: [number, number]): string[] {
  const order = descending ? 'sort_name DESC, id DESC' : 'sort_name, id';
  const sql = `SELECT id FROM contact WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?`;
  return statement<{ id: string }>(reader, sql)
    .all([...where.params, ...window])
    .map(({ id }) => id);
}

function rowsOf(base: Base, ids: readonly string[]): ContactRow[] {
  const sql = 'SELECT * FROM contact WHERE id IN (SELECT value FROM json_each(?))';
  const found = statement<Row & { id: string }>(base.reader, sql).all([JSON.stringify(ids)]);
  const rows = new Map(found.map((row) => [row.id, row]));
  const places = currentPlaces(base, ids);
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row ? [contactRow(row, places.get(id) ?? [])] : [];
  });
}

function contactRow(row: Row, positions: Place[]): ContactRow {
  const { id, titlesBefore, firstName, lastName, titlesAfter, phones, emails, language, preferredChannel } =
    fromRow(contact, row);
  const name = { titlesBefore, firstName, lastName, titlesAfter };
  return { id, ...name, phones, emails, language, preferredChannel, positions };
}

/** Newest first, only of the asked contacts; two places of one person at one client count as one, the newest. */
function currentPlaces({ reader }: Base, ids: readonly string[]): Map<string, Place[]> {
  const rows = statement<{ contact: string; client: string; name: string; job_title: string | null }>(
    reader,
    `SELECT ${winnerOf('position.contact')} AS contact, client.id AS client, position.job_title, client.name
      FROM position JOIN client ON client.id = ${winnerOf('position.client')}
      WHERE position.contact IN (SELECT value FROM json_each(?)) AND position.deleted_at IS NULL
        AND position.ended_on IS NULL AND client.deleted_at IS NULL
      ORDER BY position.created_at DESC, position.id DESC`,
  ).all([JSON.stringify([...ids, ...mergedInto(reader, ids).keys()])]);
  const places = new Map<string, Place[]>();
  for (const row of rows) {
    const place = { client: row.client, clientName: row.name, jobTitle: row.job_title };
    const known = places.get(row.contact);
    if (known?.some(({ client }) => client === place.client)) continue;
    if (known) known.push(place);
    else places.set(row.contact, [place]);
  }
  return places;
}

/** Of a merged person the page of the one where he is shown. Throws NOT_FOUND. */
export function readContact(base: Base, asked: string): ContactPage {
  const id = winnerId(base.reader, asked);
  const record = readRecord(base.reader, contact, id);
  if (!record || record.deletedAt !== null) throw notFound('contact', id);
  return {
    contact: record,
    positions: placesOf(base, id),
    interactions: countInteractions(base, id),
    merged: mergedContacts(base, id),
  };
}

/** Current places newest first, then the ended ones. */
function placesOf({ reader }: Base, id: string): ContactPage['positions'] {
  return statement<Row>(
    reader,
    `SELECT position.*, client.name AS client_name, client.id AS shown_client FROM position
      JOIN client ON client.id = ${winnerOf('position.client')}
      WHERE position.contact IN ${standingFor()} AND position.deleted_at IS NULL AND client.deleted_at IS NULL
      ORDER BY position.ended_on IS NOT NULL, position.ended_on DESC, position.created_at DESC, position.id DESC`,
  )
    .all([id])
    .map((row) => ({
      position: { ...fromRow(position, row), client: String(row['shown_client']) },
      clientName: String(row['client_name']),
    }));
}

function mergedContacts({ reader }: Base, id: string): ContactPage['merged'] {
  const sql = `SELECT c.* FROM merged m JOIN contact c ON c.id = m.loser WHERE m.winner = ? ORDER BY c.sort_name, c.id`;
  return statement<Row>(reader, sql)
    .all(id)
    .map((row) => ({ id: String(row['id']), name: titleOf(contact, fromRow(contact, row)) }));
}

/** A corrected entry counts once, by who stands in its newest version. */
function countInteractions({ reader }: Base, id: string): number {
  const sql = `SELECT count(*) AS total FROM interaction AS entry WHERE deleted_at IS NULL AND ${isNamedIn('people')}
    AND NOT EXISTS (SELECT 1 FROM interaction AS newer WHERE newer.corrects = entry.id AND newer.deleted_at IS NULL)`;
  return statement<{ total: number }>(reader, sql).get([id])?.total ?? 0;
}
