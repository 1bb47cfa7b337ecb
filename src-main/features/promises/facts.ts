/** What other features may know of promises and of requests to departments. */
import type { Base } from '#main/data/base.ts';
import { standingFor } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import { todayHere } from '#main/data/today.ts';
import type { PromiseRow, RequestRow } from '#shared/contract/promises.ts';
import {
  answerDayOf,
  attentionOf,
  BY_ANSWER_DAY,
  BY_ATTENTION,
  type PromiseSelected,
  type RequestSelected,
  selectPromises,
  selectRequests,
  toPromiseRow,
  toRequestRow,
} from './rows.ts';

/** The client's open promises of both sides (`side`), late ones first (`daysLate`), undated ones last. */
export function openPromisesOf(base: Base, clientId: string): PromiseRow[] {
  const ids = `SELECT id FROM promise WHERE client IN ${standingFor()} AND state = 'open' AND deleted_at IS NULL`;
  return promiseRows(base, ids, BY_ATTENTION, [clientId]);
}

/** What became of the client's promises since an instant (UTC milliseconds): kept, broken, withdrawn; newest first. */
export function promisesClosedSince(base: Base, clientId: string, since: number): PromiseRow[] {
  const ids = `SELECT id FROM promise
    WHERE client IN ${standingFor()} AND state <> 'open' AND closed_at >= ? AND deleted_at IS NULL`;
  return promiseRows(base, ids, 'p.closed_at DESC, p.id', [clientId, since]);
}

/**
 * Open promises that ask for the member's attention on or before a day (`YYYY-MM-DD`), late ones first: ours that he
 * answers for, theirs that he waits for. What is snoozed beyond that day or has no last day is not among them.
 */
export function promisesDueBy(base: Base, memberId: string, day: string): PromiseRow[] {
  const ids = `SELECT id FROM promise WHERE state = 'open' AND due_on <= ?2 AND member = ?1
    AND ${attentionOf('')} <= ?2 AND deleted_at IS NULL`;
  return promiseRows(base, ids, BY_ATTENTION, [{ 1: memberId, 2: day }]);
}

/** Promises heard in each of the interactions, in the order they were written. Pass all versions of an entry. */
export function promisesIn(base: Base, interactionIds: readonly string[]): Map<string, PromiseRow[]> {
  const ids = `SELECT id FROM promise
    WHERE interaction IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL`;
  const rows = promiseRows(base, ids, 'p.created_at, p.id', [JSON.stringify(interactionIds)]);
  return Map.groupBy(rows, (row) => row.interaction ?? '');
}

/** The client's requests that wait for an answer, late ones first, those without a day last. */
export function openRequestsOf(base: Base, clientId: string): RequestRow[] {
  const ids = `SELECT id FROM department_request
    WHERE client IN ${standingFor()} AND answered_at IS NULL AND deleted_at IS NULL`;
  return requestRows(base, ids, BY_ANSWER_DAY, [clientId]);
}

/** Requests of the member that should be answered on or before a day (`YYYY-MM-DD`) and are not, late ones first. */
export function requestsDueBy(base: Base, memberId: string, day: string): RequestRow[] {
  const ids = `SELECT id FROM department_request
    WHERE answered_at IS NULL AND ${answerDayOf('')} <= ? AND asked_by = ? AND deleted_at IS NULL`;
  return requestRows(base, ids, BY_ANSWER_DAY, [day, memberId]);
}

function promiseRows(base: Base, ids: string, order: string, params: unknown[]): PromiseRow[] {
  const today = todayHere(base);
  return statement<PromiseSelected>(base.reader, selectPromises(ids, order))
    .all(...params)
    .map((row) => toPromiseRow(row, today));
}

function requestRows(base: Base, ids: string, order: string, params: unknown[]): RequestRow[] {
  const today = todayHere(base);
  return statement<RequestSelected>(base.reader, selectRequests(ids, order))
    .all(...params)
    .map((row) => toRequestRow(row, today));
}
