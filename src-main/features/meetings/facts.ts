/** What other features may know of interactions. */
import type { Base } from '#main/data/base.ts';
import { statement } from '#main/data/statement.ts';
import { todayHere } from '#main/data/today.ts';
import type { ClientDesk } from '#shared/contract/clients.ts';
import { isNewest } from './versions.ts';

/** When each of the clients was last spoken or written to; corrected versions and our own notes do not count. */
export function lastContacts(base: Base, clientIds: readonly string[]): Map<string, number> {
  const rows = statement<{ client: string; at: number }>(
    base.reader,
    `SELECT i.client, MAX(i.happened_at) AS at FROM interaction i
     WHERE i.client IN (SELECT value FROM json_each(?)) AND i.kind <> 'note' AND i.deleted_at IS NULL
       AND ${isNewest('i')} GROUP BY i.client`,
  ).all(JSON.stringify(clientIds));
  return new Map(rows.map((row) => [row.client, row.at]));
}

/** How many entries the client's timeline has; the versions of an entry count once. */
export function countInteractionsOf(base: Base, clientId: string): number {
  const sql = `SELECT COUNT(*) AS count FROM interaction i WHERE i.client = ? AND i.deleted_at IS NULL AND ${isNewest('i')}`;
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
       WHERE i.client = ?1 AND i.deleted_at IS NULL AND (i.next_step IS NOT NULL OR i.next_step_on IS NOT NULL)
         AND (i.happened_at >= ?2 OR i.next_step_on >= ?3) AND ${isNewest('i')}
       UNION ALL
       SELECT 'objection', o.id, COALESCE(o.follow_up, ''), o.follow_up_on, o.raised_at
       FROM objection o
       WHERE o.client = ?1 AND o.deleted_at IS NULL AND o.outcome = 'open'
         AND (o.follow_up IS NOT NULL OR o.follow_up_on IS NOT NULL)
     ) ORDER BY "on" IS NULL, "on", at DESC, id`,
  ).all({ 1: clientId, 2: base.now() - DAYS_REMEMBERED * DAY, 3: today });
}
