/** The due list and its groups, one promise with its requests, and what is late. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { standingFor, winnerId } from '#main/data/merged.ts';
import { matchIds } from '#main/data/search.ts';
import { statement } from '#main/data/statement.ts';
import type { PromiseFilter, PromiseRow } from '#shared/contract/promises.ts';
import { storedPersonName } from '#shared/domain/contacts/stored-person-name.ts';
import { DUE_GROUPS, type DueGroup, lastDayOfWeek } from '#shared/domain/promises/standing.ts';
import { client, contact } from '#shared/entities/clients.ts';
import { promise } from '#shared/entities/promises.ts';
import { member } from '#shared/entities/settings.ts';
import { openRequestsOf, openPromisesOf } from './facts.ts';
import { requestsOfPromise } from './request-queries.ts';
import {
  answerDayOf,
  attentionOf,
  BY_ATTENTION,
  NO_DAY,
  type PromiseSelected,
  selectPromises,
  toPromiseRow,
} from './rows.ts';

const ATTENTION = attentionOf('');

interface Condition {
  sql: string;
  params: unknown[];
  /** Asks for open ones only, so that the due list's index answers. */
  open: boolean;
}

function conditionOf(base: Base, filter: PromiseFilter, today: string): Condition {
  const parts = ['deleted_at IS NULL'];
  const params: unknown[] = [];
  const add = (sql: string, ...values: unknown[]) => {
    parts.push(sql);
    params.push(...values);
  };
  const { late, dueFrom, dueTo, state = [] } = filter;
  const open =
    (state.length === 1 && state[0] === 'open') ||
    late === true ||
    dueFrom !== undefined ||
    dueTo !== undefined;
  // Written out: a partial index serves only what literally says its condition.
  if (open) add(`state = 'open'`);
  else if (state.length > 0) add('state IN (SELECT value FROM json_each(?))', JSON.stringify(state));
  if (filter.client) add(`client IN ${standingFor()}`, filter.client);
  if (filter.side) add('side = ?', filter.side);
  if (filter.mine) add('member = ?', base.member());
  if (late) add(`${ATTENTION} <= ? AND due_on < ?`, today, today);
  if (dueFrom) add(`${ATTENTION} >= ?`, dueFrom);
  if (dueTo) add(`${ATTENTION} <= ?`, dueTo);
  const match = matchIds(base.reader, 'promise', filter.text ?? '');
  if (match) add(`id IN (${match.sql})`, ...match.params);
  return { sql: parts.join(' AND '), params, open };
}

export function listPromises(
  base: Base,
  input: { filter: PromiseFilter; today: string; offset: number; limit: number },
): { total: number; rows: PromiseRow[] } {
  const { sql, params, open } = conditionOf(base, input.filter, input.today);
  const inner = open ? `${ATTENTION}, due_on, id` : 'promised_at DESC, id DESC';
  const outer = open ? BY_ATTENTION : 'p.promised_at DESC, p.id DESC';
  const ids = `SELECT id FROM promise WHERE ${sql} ORDER BY ${inner} LIMIT ? OFFSET ?`;
  return {
    total: count(base, sql, params),
    rows: statement<PromiseSelected>(base.reader, selectPromises(ids, outer))
      .all(...params, input.limit, input.offset)
      .map((row) => toPromiseRow(row, input.today)),
  };
}

function count(base: Base, sql: string, params: unknown[]): number {
  const counted = statement<{ total: number }>(
    base.reader,
    `SELECT COUNT(*) AS total FROM promise WHERE ${sql}`,
  );
  return counted.get(...params)?.total ?? 0;
}

/** `dueGroup` of the domain over all rows at once; a test proves that the two agree. */
export function countGroups(
  base: Base,
  filter: PromiseFilter,
  today: string,
): { group: DueGroup; count: number }[] {
  const { sql, params } = conditionOf(base, { ...filter, state: ['open'] }, today);
  const rows = statement<{ group: DueGroup; count: number }>(
    base.reader,
    `SELECT CASE WHEN ${ATTENTION} = '${NO_DAY}' THEN 'undated' WHEN ${ATTENTION} > ? THEN 'later'
       WHEN ${ATTENTION} > ? THEN 'week' WHEN due_on < ? THEN 'late' ELSE 'today' END AS "group", COUNT(*) AS count
     FROM promise WHERE ${sql} GROUP BY 1`,
  ).all(lastDayOfWeek(today), today, today, ...params);
  const counts = new Map(rows.map((row) => [row.group, row.count]));
  return DUE_GROUPS.map((group) => ({ group, count: counts.get(group) ?? 0 }));
}

export function getPromise(base: Base, id: string) {
  const db = base.reader;
  const record = readRecord(db, promise, id);
  if (!record || record.deletedAt !== null) throw notFound('promise', id);
  const shownAt = winnerId(db, record.client);
  const person = record.contact === null ? undefined : readRecord(db, contact, winnerId(db, record.contact));
  return {
    promise: { ...record, client: shownAt },
    clientName: readRecord(db, client, shownAt)?.name ?? '',
    contactName: person ? storedPersonName(person) : null,
    memberName: record.member === null ? null : (readRecord(db, member, record.member)?.name ?? null),
    requests: requestsOfPromise(base, id),
  };
}

export function readPromisesOfClient(base: Base, clientId: string) {
  return { promises: openPromisesOf(base, clientId), requests: openRequestsOf(base, clientId) };
}

export function countLate(base: Base, today: string): { promises: number; requests: number } {
  const { sql, params } = conditionOf(base, { mine: true, late: true }, today);
  const requests = statement<{ count: number }>(
    base.reader,
    `SELECT COUNT(*) AS count FROM department_request
     WHERE answered_at IS NULL AND deleted_at IS NULL AND ${answerDayOf('')} < ? AND asked_by = ?`,
  ).get(today, base.member());
  return { promises: count(base, sql, params), requests: requests?.count ?? 0 };
}

const DEPARTMENTS = 50;

/** Of promises and of requests, the most used first. */
export function listDepartments(base: Base): string[] {
  return statement<{ department: string }>(
    base.reader,
    `SELECT department FROM (
       SELECT department FROM promise WHERE department IS NOT NULL AND deleted_at IS NULL
       UNION ALL SELECT department FROM department_request WHERE deleted_at IS NULL)
     GROUP BY department ORDER BY COUNT(*) DESC, department LIMIT ${DEPARTMENTS}`,
  )
    .all()
    .map((row) => row.department);
}
