/** What other features may know of interactions and meetings. */
import type { Base } from '#main/data/base.ts';
import { mergedInto, standingFor } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import { todayHere } from '#main/data/today.ts';
import type { ClientDesk } from '#shared/contract/clients.ts';
import type { MeetingRow } from '#shared/contract/meeting-plans.ts';
import { LONGEST_MEETING } from '#shared/domain/meetings/meeting-times.ts';
import { selectMeetings } from './meeting-rows.ts';
import { isNewest, wasContact } from './versions.ts';

export { findConflicts } from './meeting-queries.ts';
export { isNewest, wasContact } from './versions.ts';
export { visitOf, visitsBetween } from './visits-between.ts';

/** When each of the clients was last spoken or written to; corrected versions, our own notes and calls that nobody took do not count. */
export function lastContacts(base: Base, clientIds: readonly string[]): Map<string, number> {
  const winners = mergedInto(base.reader, clientIds);
  const rows = statement<{ client: string; at: number }>(
    base.reader,
    `SELECT i.client, MAX(i.happened_at) AS at FROM interaction i
     WHERE i.client IN (SELECT value FROM json_each(?)) AND ${wasContact('i')} AND i.deleted_at IS NULL
       AND ${isNewest('i')} GROUP BY i.client`,
  ).all(JSON.stringify([...clientIds, ...winners.keys()]));
  const contacts = new Map<string, number>();
  for (const { client, at } of rows) {
    const shown = winners.get(client) ?? client;
    contacts.set(shown, Math.max(at, contacts.get(shown) ?? at));
  }
  return contacts;
}

/** The newest entry of the client that was with somebody. */
export function lastContactOf(base: Base, clientId: string) {
  return (
    statement<{ at: number; kind: string; summary: string | null; nextStep: string | null }>(
      base.reader,
      `SELECT i.happened_at AS at, i.kind, i.summary, i.next_step AS nextStep FROM interaction i
       WHERE i.client IN ${standingFor()} AND ${wasContact('i')} AND i.deleted_at IS NULL AND ${isNewest('i')}
       ORDER BY i.happened_at DESC, i.id DESC LIMIT 1`,
    ).get(clientId) ?? null
  );
}

/** How many entries the client's timeline has; the versions of an entry count once. */
export function countInteractionsOf(base: Base, clientId: string): number {
  const sql = `SELECT COUNT(*) AS count FROM interaction i WHERE i.client IN ${standingFor()} AND i.deleted_at IS NULL AND ${isNewest('i')}`;
  return statement<{ count: number }>(base.reader, sql).get(clientId)?.count ?? 0;
}

const DAYS_REMEMBERED = 90;
const DAY = 86_400_000;

/**
 * Next steps of the client's interactions and follow-ups of its open objections, earliest first, undated ones last.
 * Nothing says whether a next step was done, so those of interactions count for 90 days, or while they lie ahead.
 */
export function nextStepsOf(base: Base, clientId: string): ClientDesk['nextSteps'] {
  const today = todayHere(base);
  return statement<ClientDesk['nextSteps'][number]>(
    base.reader,
    `SELECT source, id, text, "on" FROM (
       SELECT 'interaction' AS source, i.id, COALESCE(i.next_step, '') AS text, i.next_step_on AS "on",
         i.happened_at AS at
       FROM interaction i
       WHERE i.client IN ${standingFor('?1')} AND i.deleted_at IS NULL AND (i.next_step IS NOT NULL OR i.next_step_on IS NOT NULL)
         AND (i.happened_at >= ?2 OR i.next_step_on >= ?3) AND ${isNewest('i')}
       UNION ALL
       SELECT 'objection', o.id, COALESCE(o.follow_up, ''), o.follow_up_on, o.raised_at
       FROM objection o
       WHERE o.client IN ${standingFor('?1')} AND o.deleted_at IS NULL AND o.outcome = 'open'
         AND (o.follow_up IS NOT NULL OR o.follow_up_on IS NOT NULL)
     ) ORDER BY "on" IS NULL, "on", at DESC, id`,
  ).all({ 1: clientId, 2: base.now() - DAYS_REMEMBERED * DAY, 3: today });
}

/** The next planned meeting of the client that is not over yet. */
export function nextMeetingOf(base: Base, clientId: string): MeetingRow | null {
  const where = `m.client IN ${standingFor()} AND m.status = 'planned' AND m.ends_at > ?`;
  return selectMeetings(base, where, 'm.starts_at, m.id', [clientId, base.now(), 1, 0])[0] ?? null;
}

/** The last meeting of the client that began before `before` (UTC milliseconds; now unless given) and was not called off. */
export function lastMeetingOf(base: Base, clientId: string, before = base.now()): MeetingRow | null {
  const where = `m.client IN ${standingFor()} AND m.status <> 'cancelled' AND m.starts_at < ?`;
  return selectMeetings(base, where, 'm.starts_at DESC, m.id DESC', [clientId, before, 1, 0])[0] ?? null;
}

const MEETINGS_AT_ONCE = 500;

/**
 * Meetings, also held and cancelled ones, that fall into `from` to `to` (UTC milliseconds, `to` excluded), earliest first; of
 * one member, where given, those that he attends. At most 500.
 */
export function meetingsBetween(
  base: Base,
  { from, to, member }: { from: number; to: number; member?: string },
): MeetingRow[] {
  const ofMember = member
    ? ` AND (instr(m.ours, ?) > 0 OR (COALESCE(m.ours, '[]') = '[]' AND m.created_by = ?))`
    : '';
  const where = `m.starts_at > ? AND m.starts_at < ? AND m.ends_at > ?${ofMember}`;
  const params = [from - LONGEST_MEETING, to, from, ...(member ? [member, member] : [])];
  return selectMeetings(base, where, 'm.starts_at, m.id', [...params, MEETINGS_AT_ONCE, 0]);
}
