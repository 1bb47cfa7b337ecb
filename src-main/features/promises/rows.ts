/** Promises and requests with the names around them, as lists, the desk, the day and the brief show them. */
import { winnerOf } from '#main/data/merged.ts';
import type { PromiseRow, RequestRow } from '#shared/contract/promises.ts';
import { type StoredPersonName, storedPersonName } from '#shared/domain/contacts/stored-person-name.ts';
import { daysLate } from '#shared/domain/promises/standing.ts';

/** No day that anybody plans for: keeps what has no last day behind everything that has one. */
export const NO_DAY = '9999-12-31';

/** `attentionDay` of the domain in SQL; as it stands here it is also the expression of the index. */
export const attentionOf = (alias: string) =>
  `CASE WHEN ${alias}due_on IS NULL THEN '${NO_DAY}' WHEN ${alias}snoozed_until > ${alias}due_on THEN ${alias}snoozed_until ELSE ${alias}due_on END`;

const PROMISE = `p.id, ${winnerOf('p.client')} AS client, COALESCE(c.name, '') AS clientName, p.side, p.text, p.contact, p.member,
  m.name AS memberName, p.department, p.promised_at AS promisedAt, p.due_on AS dueOn, p.state, p.closed_at AS closedAt,
  p.snoozed_until AS snoozedUntil, p.snooze_reason AS snoozeReason, p.interaction, k.titles_before AS titlesBefore,
  k.first_name AS firstName, k.last_name AS lastName, k.titles_after AS titlesAfter`;

/** Rows of the promises whose ids `ids` selects, in the order that `order` gives them (columns of `promise p`). */
export function selectPromises(ids: string, order: string): string {
  return `SELECT ${PROMISE} FROM (${ids}) page JOIN promise p ON p.id = page.id LEFT JOIN client c ON c.id = ${winnerOf('p.client')}
    LEFT JOIN member m ON m.id = p.member LEFT JOIN contact k ON k.id = ${winnerOf('p.contact')} ORDER BY ${order}`;
}

/** Late ones first, then by the day they ask for attention; what has no last day comes last. */
export const BY_ATTENTION = `${attentionOf('p.')}, p.due_on, p.id`;

export type PromiseSelected = Omit<PromiseRow, 'contactName' | 'daysLate'> & StoredPersonName;

export function toPromiseRow(selected: PromiseSelected, today: string): PromiseRow {
  const { titlesBefore, firstName, lastName, titlesAfter, ...row } = selected;
  const contactName = storedPersonName({ titlesBefore, firstName, lastName, titlesAfter });
  return { ...row, contactName, daysLate: daysLate(row, today) };
}

const REQUEST = `r.id, ${winnerOf('r.client')} AS client, COALESCE(c.name, '') AS clientName, r.promise, p.text AS promiseText, r.department,
  r.text, r.asked_by AS askedBy, m.name AS askedByName, r.asked_at AS askedAt, r.answer_by AS answerBy, r.answer,
  r.answered_at AS answeredAt`;

/** Rows of the requests whose ids `ids` selects, in the order that `order` gives them (columns of `r`). */
export function selectRequests(ids: string, order: string): string {
  return `SELECT ${REQUEST} FROM (${ids}) page JOIN department_request r ON r.id = page.id
    LEFT JOIN client c ON c.id = ${winnerOf('r.client')} LEFT JOIN member m ON m.id = r.asked_by
    LEFT JOIN promise p ON p.id = r.promise AND p.deleted_at IS NULL ORDER BY ${order}`;
}

/** The day of the answer, as the index has it. */
export const answerDayOf = (alias: string) =>
  `CASE WHEN ${alias}answer_by IS NULL THEN '${NO_DAY}' ELSE ${alias}answer_by END`;

/** By the day of the answer; what has none comes last. */
export const BY_ANSWER_DAY = `${answerDayOf('r.')}, r.id`;

export type RequestSelected = Omit<RequestRow, 'daysLate'>;

export function toRequestRow(row: RequestSelected, today: string): RequestRow {
  const state = row.answeredAt === null ? 'open' : 'answered';
  return { ...row, daysLate: daysLate({ state, dueOn: row.answerBy, snoozedUntil: null }, today) };
}
