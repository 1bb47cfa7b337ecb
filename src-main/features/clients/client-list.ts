/** The window of the client list: ids in order first, then only the rows that are shown. */
import type { Base } from '#main/data/base.ts';
import { fromRow, type Row } from '#main/data/codec.ts';
import { statement } from '#main/data/statement.ts';
import { lastContacts } from '#main/features/meetings/facts.ts';
import type { CLIENT_SORTS, ClientFilter, ClientRow } from '#shared/contract/clients.ts';
import { sortKey } from '#shared/domain/text/sort-key.ts';
import { client } from '#shared/entities/clients.ts';
import { keepUntilWritten } from './kept-answers.ts';
import { clientWhere, LIVE, type Where } from './where.ts';

export interface ClientListInput {
  filter: ClientFilter;
  sort: (typeof CLIENT_SORTS)[number];
  descending: boolean;
  offset: number;
  limit: number;
}

export function listClients(base: Base, input: ClientListInput): { total: number; rows: ClientRow[] } {
  const { offset, limit } = input;
  const where = clientWhere(base.reader, input.filter);
  // The whole base by name has an index; any other order and every filter is worked out once and kept.
  if (input.sort === 'name' && where.params.length === 0 && where.sql === LIVE) {
    return { total: countClients(base), rows: rowsOf(base, windowByName(base, input)) };
  }
  const question = JSON.stringify(['clients', input.sort, input.descending, where.sql, where.params]);
  const ids = keepUntilWritten(base.reader, question, () => orderedIds(base, where, input));
  return { total: ids.length, rows: rowsOf(base, ids.slice(offset, offset + limit)) };
}

function countClients({ reader }: Base): number {
  // All of them are counted by an index; the few that are shown at another one are taken off.
  const sql = `SELECT (SELECT count(*) FROM client WHERE deleted_at IS NULL)
    - (SELECT count(*) FROM merged WHERE loser IN (SELECT id FROM client)) AS total`;
  return statement<{ total: number }>(reader, sql).get()?.total ?? 0;
}

function windowByName({ reader }: Base, { offset, limit, descending }: ClientListInput): string[] {
  const sql = `SELECT id FROM client WHERE ${LIVE} ${orderBy('sort_name', descending)} LIMIT ? OFFSET ?`;
  return statement<{ id: string }>(reader, sql)
    .all([limit, offset])
    .map(({ id }) => id);
}

function orderedIds({ reader }: Base, where: Where, { sort, descending }: ClientListInput): string[] {
  const column = sort === 'created' ? 'created_at' : 'sort_name';
  const sql = `SELECT id${sort === 'town' ? ', town' : ''} FROM client WHERE ${where.sql} ${orderBy(column, descending)}`;
  const found = statement<{ id: string; town?: string | null }>(reader, sql).all(where.params);
  if (sort !== 'town') return found.map(({ id }) => id);
  // Towns have no key beside them for the Slovak order; there are few of them, so the keys are made here.
  const keys = new Map<string, string>();
  for (const { town } of found) if (town && !keys.has(town)) keys.set(town, sortKey(town));
  const keyed = found.map(({ id, town }) => ({ id, key: town ? (keys.get(town) ?? '') : null }));
  return keyed.sort((one, other) => compareTowns(one.key, other.key, descending)).map(({ id }) => id);
}

/** Clients without a town stand last either way; those of one town keep the order by name. */
function compareTowns(one: string | null, other: string | null, descending: boolean): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other === descending ? 1 : -1;
}

function orderBy(column: string, descending: boolean): string {
  return descending ? `ORDER BY ${column} DESC, id DESC` : `ORDER BY ${column}, id`;
}

function rowsOf(base: Base, ids: readonly string[]): ClientRow[] {
  const sql = `SELECT client.*, member.name AS owner_name FROM client LEFT JOIN member ON member.id = client.owner
    WHERE client.id IN (SELECT value FROM json_each(?))`;
  const found = statement<Row & { id: string }>(base.reader, sql).all([JSON.stringify(ids)]);
  const rows = new Map(found.map((row) => [row.id, row]));
  const contacts = lastContacts(base, [...ids]);
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row ? [clientRow(row, contacts.get(id) ?? null)] : [];
  });
}

function clientRow(row: Row, lastContactAt: number | null): ClientRow {
  const {
    id,
    name,
    ico,
    status,
    tier,
    segment,
    source,
    owner,
    territory,
    town,
    country,
    web,
    phones,
    emails,
  } = fromRow(client, row);
  const ownerName = (row['owner_name'] as string | null) ?? null;
  const standing = { status, tier, segment, source, owner, ownerName, territory };
  return { id, name, ico, ...standing, town, country, web, phones, emails, lastContactAt };
}
