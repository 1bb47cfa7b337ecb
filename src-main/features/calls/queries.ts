/** The lists, one of them, and its queue. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { callListFilter, CallListRow, QueueRow } from '#shared/contract/calls.ts';
import { type StoredPersonName, storedPersonName } from '#shared/domain/contacts/stored-person-name.ts';
import { fold } from '#shared/domain/text/fold.ts';
import { callList } from '#shared/entities/meetings.ts';
import type { z } from 'zod';
import { ATTEMPTS, IN_TURN, PART, TARGETS, THERE, withCounts } from './rows.ts';

interface Window {
  offset: number;
  limit: number;
  now: number;
}

/** There are few lists, so their names are compared here and need no index. */
export function listCallLists(
  base: Base,
  { filter, now, offset, limit }: Window & { filter: z.infer<typeof callListFilter> },
): { total: number; rows: CallListRow[] } {
  const stored = statement<{ id: string; name: string; createdAt: number; closedAt: number | null }>(
    base.reader,
    `SELECT id, name, created_at AS createdAt, closed_at AS closedAt FROM call_list WHERE deleted_at IS NULL
     ORDER BY closed_at IS NOT NULL, created_at DESC, id DESC`,
  ).all();
  const { closed } = filter;
  const wanted = fold(filter.text ?? '');
  const found = stored.filter(
    (list) =>
      (closed === undefined || closed === (list.closedAt !== null)) && fold(list.name).includes(wanted),
  );
  return { total: found.length, rows: withCounts(base, found.slice(offset, offset + limit), now) };
}

export function getCallList(base: Base, { id, now }: { id: string; now: number }) {
  const list = liveCallList(base, id);
  const [row] = withCounts(base, [list], now);
  if (!row) throw notFound('callList', id);
  return { list, row, first: dueAfter(base, { callList: id, now }) };
}

/** Throws NOT_FOUND. */
export function liveCallList(base: Base, id: string) {
  const list = readRecord(base.reader, callList, id);
  if (!list || list.deletedAt !== null) throw notFound('callList', id);
  return list;
}

type Selected = Omit<QueueRow, 'contactName'> & StoredPersonName;

export function readQueue(
  base: Base,
  { filter, now, offset, limit }: Window & { filter: { callList: string } },
): { total: number; rows: QueueRow[] } {
  const params = { list: filter.callList, now, limit, offset };
  const rows = statement<Selected>(
    base.reader,
    `SELECT t.id, c.id AS client, c.name AS clientName, c.town, t.state, t.next_attempt_at AS nextAttemptAt,
       (SELECT COUNT(*) FROM ${ATTEMPTS}) AS attempts,
       (SELECT i.result FROM ${ATTEMPTS} ORDER BY i.happened_at DESC, i.id DESC LIMIT 1) AS lastResult,
       k.titles_before AS titlesBefore, k.first_name AS firstName, k.last_name AS lastName,
       k.titles_after AS titlesAfter
     FROM (SELECT t.id, ${PART} AS part FROM ${TARGETS} WHERE t.call_list = @list AND ${THERE}
       ORDER BY part, ${IN_TURN} LIMIT @limit OFFSET @offset) page
     CROSS JOIN ${TARGETS} AND t.id = page.id
     LEFT JOIN contact k ON k.id = ${winnerOf('t.contact')} AND k.deleted_at IS NULL
     ORDER BY page.part, ${IN_TURN}`,
  ).all(params);
  const total = statement<{ total: number }>(
    base.reader,
    `SELECT COUNT(*) AS total FROM ${TARGETS} WHERE t.call_list = ? AND ${THERE}`,
  ).get(filter.callList);
  return {
    total: total?.total ?? 0,
    rows: rows.map(({ titlesBefore, firstName, lastName, titlesAfter, ...row }) => ({
      ...row,
      contactName: storedPersonName({ titlesBefore, firstName, lastName, titlesAfter }),
    })),
  };
}

/** Who is to be called now: the first of the list, or the next one after `target`, from the end on again from the start. */
export function dueAfter(
  base: Base,
  { callList: list, now, target = null }: { callList: string; now: number; target?: string | null },
): string | null {
  const due = statement<{ id: string }>(
    base.reader,
    `SELECT t.id FROM ${TARGETS} WHERE t.call_list = @list AND ${THERE} AND ${PART} = 0 ORDER BY ${IN_TURN}`,
  ).all({ list, now });
  const at = due.findIndex(({ id }) => id === target);
  const next = [...due.slice(at + 1), ...due.slice(0, Math.max(at, 0))][0];
  return next?.id ?? null;
}
