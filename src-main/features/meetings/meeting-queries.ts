/** The list of meetings, one meeting with all that prepares it, and what is in the way of a time. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { standingFor, winnerId, winnerOf } from '#main/data/merged.ts';
import { matchIds } from '#main/data/search.ts';
import { statement } from '#main/data/statement.ts';
import type {
  MeetingConflict,
  MeetingFilter,
  MeetingPage,
  MeetingRow,
} from '#shared/contract/meeting-plans.ts';
import { LONGEST_MEETING } from '#shared/domain/meetings/meeting-times.ts';
import type { MeetingTime } from '#shared/domain/meetings/time-conflict.ts';
import { client } from '#shared/entities/clients.ts';
import { meeting } from '#shared/entities/meetings.ts';
import { checklistsOf } from '../contracts/facts.ts';
import {
  attendants,
  conflictsAmong,
  named,
  namesOf,
  plannedAround,
  selectMeetings,
  shownMeeting,
} from './meeting-rows.ts';
import { isNewest } from './versions.ts';

interface ListInput {
  filter: MeetingFilter;
  descending: boolean;
  offset: number;
  limit: number;
}

export function listMeetings(base: Base, input: ListInput): { total: number; rows: MeetingRow[] } {
  const { sql, params } = conditionOf(base, input.filter);
  const count = statement<{ total: number }>(
    base.reader,
    `SELECT COUNT(*) AS total FROM meeting m WHERE m.deleted_at IS NULL AND ${sql}`,
  );
  const order = input.descending ? 'm.starts_at DESC, m.id DESC' : 'm.starts_at, m.id';
  return {
    total: count.get(...params)?.total ?? 0,
    rows: selectMeetings(base, sql, order, [...params, input.limit, input.offset]),
  };
}

function conditionOf(base: Base, filter: MeetingFilter): { sql: string; params: unknown[] } {
  const parts: string[] = [];
  const params: unknown[] = [];
  const add = (sql: string, ...values: unknown[]) => {
    parts.push(sql);
    params.push(...values);
  };
  if (filter.client) add(`m.client IN ${standingFor()}`, filter.client);
  for (const field of ['type', 'status'] as const) {
    const values = filter[field];
    if (values?.length) add(`m.${field} IN (SELECT value FROM json_each(?))`, JSON.stringify(values));
  }
  if (filter.mine) {
    const member = base.member();
    add(`(instr(m.ours, ?) > 0 OR (COALESCE(m.ours, '[]') = '[]' AND m.created_by = ?))`, member, member);
  }
  // The bound on the start is what the index can use.
  if (filter.from !== undefined)
    add('m.starts_at > ? AND m.ends_at > ?', filter.from - LONGEST_MEETING, filter.from);
  if (filter.to !== undefined) add('m.starts_at < ?', filter.to);
  const own = matchIds(base.reader, 'meeting', filter.text ?? '');
  const ofClient = matchIds(base.reader, 'client', filter.text ?? '');
  // Most meetings are called by their client.
  if (own && ofClient)
    add(
      `(m.id IN (${own.sql}) OR ${winnerOf('m.client')} IN (${ofClient.sql}) OR m.client IN (${ofClient.sql}))`,
      ...own.params,
      ...ofClient.params,
      ...ofClient.params,
    );
  return { sql: parts.join(' AND ') || '1', params };
}

export function getMeeting(base: Base, id: string): MeetingPage {
  const record = readRecord(base.reader, meeting, id);
  if (!record || record.deletedAt !== null) throw notFound('meeting', id);
  const shown = shownMeeting(base, record);
  const names = namesOf(base, [shown]);
  const jobs = jobsAt(base, winnerId(base.reader, record.client), record.people ?? []);
  return {
    meeting: shown,
    clientName: readRecord(base.reader, client, winnerId(base.reader, record.client))?.name ?? '',
    otherClients: named(shown.otherClients, names),
    people: named(shown.people, names).map((one) => ({ ...one, jobTitle: jobs.get(one.id) ?? null })),
    ours: named(record.ours, names),
    checklists: checklistsOf(base, { meeting: id }),
    conflicts:
      record.status === 'planned' && record.endsAt > base.now()
        ? findConflicts(base, { ...record, ours: attendants(record), except: id })
        : [],
    records: statement<MeetingPage['records'][number]>(
      base.reader,
      `SELECT i.id, i.kind, i.happened_at AS happenedAt FROM interaction i
       WHERE i.meeting = ? AND i.deleted_at IS NULL AND ${isNewest('i')} ORDER BY i.happened_at DESC, i.id DESC`,
    ).all(id),
  };
}

/** What each of the people does at the client, by their newest place there. */
function jobsAt({ reader }: Base, clientId: string, people: readonly string[]): Map<string, string | null> {
  const rows = statement<{ contact: string; job: string | null }>(
    reader,
    `SELECT ${winnerOf('contact')} AS contact, job_title AS job FROM position
     WHERE client IN ${standingFor()} AND contact IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
     ORDER BY ended_on IS NULL, id`,
  ).all(clientId, JSON.stringify(people));
  return new Map(rows.map((row) => [row.contact, row.job]));
}

/** `ours` null or empty: the local member. */
export function findConflicts(
  base: Base,
  asked: MeetingTime & { ours: readonly string[] | null; except?: string | undefined },
): MeetingConflict[] {
  const ours = asked.ours?.length ? asked.ours : [base.member()];
  const around = plannedAround(base, { from: asked.startsAt, to: asked.endsAt });
  return conflictsAmong(around, asked, ours, asked.except);
}
