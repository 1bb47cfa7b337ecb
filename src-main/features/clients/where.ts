/** Filters as conditions of SQL; every value is a bound parameter. */
import type { Base } from '#main/data/base.ts';
import { CLIENT_FACETS, type ClientFilter, type ContactFilter } from '#shared/contract/clients.ts';
import { isOwn, standingFor, winnerOf } from '#main/data/merged.ts';
import { matchIds } from '#main/data/search.ts';

type Database = Base['reader'];

export interface Where {
  sql: string;
  params: unknown[];
}

/** Clients, or contacts, that are there: neither removed nor shown at another one. */
export const LIVE = `deleted_at IS NULL AND ${isOwn()}`;

type Condition = Where | null;

/** Live clients that match; columns stand bare, so the query may name no other table with the same ones. */
export function clientWhere(db: Database, filter: ClientFilter): Where {
  const found = matchIds(db, 'client', filter.text ?? '');
  return every(LIVE, [
    found && { sql: `id IN (${shownAt(found.sql)})`, params: found.params },
    ...CLIENT_FACETS.map((field) => oneOf(field, filter[field])),
  ]);
}

/** Live contacts that match; a person is also found by their place and by the name of the client. */
export function contactWhere(db: Database, filter: ContactFilter): Where {
  return every(LIVE, [
    personMatch(db, filter.text ?? ''),
    oneOf('language', filter.language),
    oneOf('preferred_channel', filter.preferredChannel),
    placeMatch(filter),
  ]);
}

function personMatch(db: Database, text: string): Condition {
  const person = matchIds(db, 'contact', text);
  const place = matchIds(db, 'position', text);
  const firm = matchIds(db, 'client', text);
  if (!person || !place || !firm) return null;
  const placed = 'SELECT contact AS id FROM position WHERE deleted_at IS NULL AND ended_on IS NULL';
  // Who stands at a firm that was merged stands at the one where it is shown, and the other way round.
  const firms = `SELECT id FROM (${firm.sql}) UNION SELECT m.loser FROM merged m JOIN (${shownAt(firm.sql)}) f ON f.id = m.winner
    UNION ${shownAt(firm.sql)}`;
  return {
    sql: `id IN (${shownAt(`${person.sql} UNION ${placed} AND id IN (${place.sql}) UNION ${placed} AND client IN (${firms})`)})`,
    params: [...person.params, ...place.params, ...firm.params, ...firm.params, ...firm.params],
  };
}

/** One and the same current place must have the client, the role and the stance. */
function placeMatch(filter: ContactFilter): Condition {
  const conditions = [
    filter.client === undefined ? null : { sql: `client IN ${standingFor()}`, params: [filter.client] },
    oneOf('role', filter.role),
    oneOf('stance', filter.stance),
  ];
  if (conditions.every((condition) => condition === null)) return null;
  const place = every('deleted_at IS NULL', [{ sql: 'ended_on IS NULL', params: [] }, ...conditions]);
  const placed = `SELECT contact AS id FROM position WHERE ${place.sql}`;
  return { sql: `id IN (${shownAt(placed)})`, params: place.params };
}

/** Ids where those that `ids` selects are shown. */
function shownAt(ids: string): string {
  return `SELECT ${winnerOf('f.id')} AS id FROM (${ids}) f`;
}

/** Any of the values, '' for a field that is not filled in; no values are no condition. */
function oneOf(column: string, values: readonly string[] | undefined): Condition {
  if (!values || values.length === 0) return null;
  const filled = values.filter((value) => value !== '');
  const among = `${column} IN (SELECT value FROM json_each(?))`;
  if (filled.length === values.length) return { sql: among, params: [JSON.stringify(filled)] };
  if (filled.length === 0) return { sql: `${column} IS NULL`, params: [] };
  return { sql: `(${among} OR ${column} IS NULL)`, params: [JSON.stringify(filled)] };
}

function every(first: string, conditions: readonly Condition[]): Where {
  const given = conditions.filter((condition) => condition !== null);
  return {
    sql: [first, ...given.map((condition) => condition.sql)].join(' AND '),
    params: given.flatMap((condition) => condition.params),
  };
}
