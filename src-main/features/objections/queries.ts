/** The objection log: its windows, one objection with its course, the plot's numbers and suggestions. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { fromRow, readRecord, type Row } from '#main/data/codec.ts';
import { standingFor, winnerId } from '#main/data/merged.ts';
import { matchIds } from '#main/data/search.ts';
import { statement } from '#main/data/statement.ts';
import type { ObjectionFilter, ObjectionRow } from '#shared/contract/objections.ts';
import { storedPersonName } from '#shared/domain/contacts/stored-person-name.ts';
import { fold } from '#shared/domain/text/fold.ts';
import { client, contact } from '#shared/entities/clients.ts';
import { objection, objectionEvent } from '#shared/entities/objections.ts';
import { type ObjectionSelected, selectRows, toObjectionRow } from './rows.ts';

interface Condition {
  sql: string;
  params: unknown[];
}

/** `''` in a list of values means "not filled in"; an empty list asks for nothing. */
function conditionOf(base: Base, filter: ObjectionFilter): Condition {
  const parts = ['deleted_at IS NULL'];
  const params: unknown[] = [];
  if (filter.client) {
    parts.push(`client IN ${standingFor()}`);
    params.push(filter.client);
  }
  for (const field of ['outcome', 'kind', 'product', 'competitor'] as const) {
    const values = filter[field];
    if (!values?.length) continue;
    parts.push(`COALESCE(${field}, '') IN (SELECT value FROM json_each(?))`);
    params.push(JSON.stringify(values));
  }
  const match = matchIds(base.reader, 'objection', filter.text ?? '');
  if (match) {
    parts.push(`id IN (${match.sql})`);
    params.push(...match.params);
  }
  return { sql: parts.join(' AND '), params };
}

export function listObjections(
  base: Base,
  input: { filter: ObjectionFilter; offset: number; limit: number },
): { total: number; rows: ObjectionRow[] } {
  const { sql, params } = conditionOf(base, input.filter);
  const count = statement<{ total: number }>(
    base.reader,
    `SELECT COUNT(*) AS total FROM objection WHERE ${sql}`,
  );
  const ids = `SELECT id FROM objection WHERE ${sql} ORDER BY raised_at DESC, id DESC LIMIT ? OFFSET ?`;
  const rows = statement<ObjectionSelected>(base.reader, selectRows(ids));
  return {
    total: count.get(...params)?.total ?? 0,
    rows: rows.all(...params, input.limit, input.offset).map(toObjectionRow),
  };
}

export function getObjection(base: Base, id: string) {
  const db = base.reader;
  const record = readRecord(db, objection, id);
  if (!record || record.deletedAt !== null) throw notFound('objection', id);
  const person = record.contact === null ? undefined : readRecord(db, contact, winnerId(db, record.contact));
  const events = statement<Row & { author_name: string | null }>(
    db,
    `SELECT e.*, m.name AS author_name FROM objection_event e LEFT JOIN member m ON m.id = e.author
     WHERE e.objection = ? AND e.deleted_at IS NULL ORDER BY e.happened_at, e.created_at, e.id`,
  ).all(id);
  return {
    objection: record,
    clientName: readRecord(db, client, winnerId(db, record.client))?.name ?? '',
    contactName: person ? storedPersonName(person) : null,
    events: events.map((row) => ({ event: fromRow(objectionEvent, row), authorName: row.author_name })),
  };
}

export function summariseObjections(base: Base, filter: ObjectionFilter) {
  const { sql, params } = conditionOf(base, filter);
  return statement<{ kind: string | null; outcome: string; count: number }>(
    base.reader,
    `SELECT kind, outcome, COUNT(*) AS count FROM objection WHERE ${sql} GROUP BY kind, outcome
     ORDER BY kind IS NULL, kind, outcome`,
  ).all(...params);
}

const SUGGESTIONS = 20;

/** Values used before that begin with the typed text, case and accents aside; the most used first. */
export function suggestValues(base: Base, field: 'product' | 'competitor', text: string): string[] {
  const typed = fold(text);
  return statement<{ value: string }>(
    base.reader,
    `SELECT ${field} AS value FROM objection WHERE ${field} IS NOT NULL AND deleted_at IS NULL
     GROUP BY ${field} ORDER BY COUNT(*) DESC, ${field}`,
  )
    .all()
    .map((row) => row.value)
    .filter((value) => fold(value).startsWith(typed))
    .slice(0, SUGGESTIONS);
}
