/** Requests to departments: their windows, those of one promise, and how long answers take. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { standingFor } from '#main/data/merged.ts';
import { matchIds } from '#main/data/search.ts';
import { statement } from '#main/data/statement.ts';
import { deviceZone, todayHere } from '#main/data/today.ts';
import type { RequestFilter, RequestRow } from '#shared/contract/promises.ts';
import { type AnswerTime, answerTimes, type AskedOf } from '#shared/domain/promises/answer-times.ts';
import { answerDayOf, BY_ANSWER_DAY, type RequestSelected, selectRequests, toRequestRow } from './rows.ts';

interface Condition {
  sql: string;
  params: unknown[];
  open: boolean;
}

function conditionOf(base: Base, filter: RequestFilter, today: string): Condition {
  const parts = ['deleted_at IS NULL'];
  const params: unknown[] = [];
  const add = (sql: string, ...values: unknown[]) => {
    parts.push(sql);
    params.push(...values);
  };
  const open = filter.state === 'open' || filter.late === true;
  if (open) add('answered_at IS NULL');
  if (filter.state === 'answered') add('answered_at IS NOT NULL');
  if (filter.client) add(`client IN ${standingFor()}`, filter.client);
  if (filter.promise) add('promise = ?', filter.promise);
  if (filter.mine) add('asked_by = ?', base.member());
  if (filter.late) add(`${answerDayOf('')} < ?`, today);
  if (filter.department?.length)
    add('department IN (SELECT value FROM json_each(?))', JSON.stringify(filter.department));
  const match = matchIds(base.reader, 'departmentRequest', filter.text ?? '');
  if (match) add(`id IN (${match.sql})`, ...match.params);
  return { sql: parts.join(' AND '), params, open };
}

export function listRequests(
  base: Base,
  input: { filter: RequestFilter; today: string; offset: number; limit: number },
): { total: number; rows: RequestRow[] } {
  const { sql, params, open } = conditionOf(base, input.filter, input.today);
  const answered = input.filter.state === 'answered';
  const inner = open ? `${answerDayOf('')}, id` : `${answered ? 'answered_at' : 'asked_at'} DESC, id DESC`;
  const outer = open ? BY_ANSWER_DAY : `${answered ? 'r.answered_at' : 'r.asked_at'} DESC, r.id DESC`;
  const count = statement<{ total: number }>(
    base.reader,
    `SELECT COUNT(*) AS total FROM department_request WHERE ${sql}`,
  );
  const ids = `SELECT id FROM department_request WHERE ${sql} ORDER BY ${inner} LIMIT ? OFFSET ?`;
  return {
    total: count.get(...params)?.total ?? 0,
    rows: statement<RequestSelected>(base.reader, selectRequests(ids, outer))
      .all(...params, input.limit, input.offset)
      .map((row) => toRequestRow(row, input.today)),
  };
}

export function getRequest(base: Base, id: string): RequestRow {
  const ids = 'SELECT id FROM department_request WHERE id = ? AND deleted_at IS NULL';
  const row = statement<RequestSelected>(base.reader, selectRequests(ids, 'r.id')).get(id);
  if (!row) throw notFound('departmentRequest', id);
  return toRequestRow(row, todayHere(base));
}

/** Of the promise, in the order they were asked. */
export function requestsOfPromise(base: Base, promiseId: string): RequestRow[] {
  const ids = 'SELECT id FROM department_request WHERE promise = ? AND deleted_at IS NULL';
  const today = todayHere(base);
  return statement<RequestSelected>(base.reader, selectRequests(ids, 'r.asked_at, r.id'))
    .all(promiseId)
    .map((row) => toRequestRow(row, today));
}

const YEAR = 365 * 86_400_000;

export function summariseAnswers(base: Base, today: string): AnswerTime[] {
  const rows = statement<AskedOf>(
    base.reader,
    `SELECT department, asked_at AS askedAt, answered_at AS answeredAt, answer_by AS answerBy
     FROM department_request WHERE deleted_at IS NULL AND asked_at >= ?`,
  ).all(base.now() - YEAR);
  return answerTimes(rows, today, deviceZone());
}
