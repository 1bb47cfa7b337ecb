/** Filters as conditions of SQL; every value is a bound parameter. */
import type { Base } from '#main/data/base.ts';
import { CLIENT_FACETS, type ClientFilter, type ContactFilter } from '#shared/contract/clients.ts';
import { matchIds } from '#main/data/search.ts';

type Database = Base['reader'];

export interface Where {
  sql: string;
  params: unknown[];
}

type Condition = Where | null;

/** Live clients that match; columns stand bare, so the query may name no other table with the same ones. */
export function clientWhere(db: Database, filter: ClientFilter): Where {
  const found = matchIds(db, 'client', filter.text ?? '');
  return every([
    found && { sql: `id IN (${found.sql})`, params: found.params },
    ...CLIENT_FACETS.map((field) => oneOf(field, filter[field])),
  ]);
}

/** Live contacts that match; a person is also found by their place and by the name of the client. */
export function contactWhere(db: Database, filter: ContactFilter): Where {
  return every([
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
  const placed = 'SELECT contact FROM position WHERE deleted_at IS NULL AND ended_on IS NULL';
  return {
    sql: `id IN (${person.sql} UNION ${placed} AND id IN (${place.sql}) UNION ${placed} AND client IN (${firm.sql}))`,
    params: [...person.params, ...place.params, ...firm.params],
  };
}

/** One and the same current place must have the client, the role and the stance. */
function placeMatch(filter: ContactFilter): Condition {
  const conditions = [
    filter.client === undefined ? null : { sql: 'client = ?', params: [filter.client] },
    oneOf('role', filter.role),
    oneOf('stance', filter.stance),
  ];
  if (conditions.every((condition) => condition === null)) return null;
  const place = every([{ sql: 'ended_on IS NULL', params: [] }, ...conditions]);
  return { sql: `id IN (SELECT contact FROM position WHERE ${place.sql})`, params: place.params };
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

function every(conditions: readonly Condition[]): Where {
  const given = conditions.filter((condition) => condition !== null);
  return {
    sql: ['deleted_at IS NULL', ...given.map((condition) => condition.sql)].join(' AND '),
    params: given.flatMap((condition) => condition.params),
  };
}
