/**
 * Which records stand for one another after a merge of duplicates (docs/data-model.md). Children keep naming the client
 * or contact that they were written under; readers resolve it here. The table `merged` {loser, winner} holds every live
 * client and contact that is shown at another one, with that one, at the end of all pointers.
 *
 * - What stands on a client: `client IN ${standingFor()}` instead of `client = ?`, with the same parameter.
 * - Under which client something is shown: `${winnerOf('t.client')}` instead of `t.client`, also to join `client` by.
 * - A list of clients or contacts themselves: `AND ${isOwn('client.id')}` beside `deleted_at IS NULL`.
 *
 * An entry under a loser stays under it; what is written anew is written under the winner (`winnerId`).
 */
import type { Database } from 'better-sqlite3';
import type { Entity } from '#shared/entities/define.ts';
import { entityNames } from '#shared/entities/index.ts';
import { statement } from './statement.ts';

/** SQL: a subquery of the id in `parameter` and of all that are merged into it. */
export function standingFor(parameter = '?'): string {
  return `(WITH own(id) AS (SELECT ${parameter})
    SELECT id FROM own UNION ALL SELECT m.loser FROM own JOIN merged m ON m.winner = own.id)`;
}

/** SQL: the id at which the client or contact named by `column` is shown; itself when it is not merged. */
export function winnerOf(column: string): string {
  return `coalesce((SELECT m.winner FROM merged m WHERE m.loser = ${column}), ${column})`;
}

/** SQL condition: the client or contact of this id is not shown at another one. */
export function isOwn(column = 'id'): string {
  return `${column} NOT IN (SELECT loser FROM merged)`;
}

/** SQL condition: the list of ids in `column` (JSON) names the record in the parameter, or one merged into it. */
export function isNamedIn(column: string, parameter = '?'): string {
  // Ids are of one length and stand in the JSON whole, so a search in the text finds exactly them.
  return `EXISTS (SELECT 1 FROM ${standingFor(parameter)} named WHERE instr(${column}, named.id) > 0)`;
}

/** The id at which a client or contact is shown; the very id when it is not merged. */
export function winnerId(db: Database, id: string): string {
  const sql = 'SELECT winner FROM merged WHERE loser = ?';
  return statement<{ winner: string }>(db, sql).get(id)?.winner ?? id;
}

/** The ids of the client or contact and of all that are merged into it, its own first. */
export function standingIds(db: Database, id: string): string[] {
  const sql = 'SELECT loser FROM merged WHERE winner = ? ORDER BY loser';
  return [
    id,
    ...statement<{ loser: string }>(db, sql)
      .all(id)
      .map(({ loser }) => loser),
  ];
}

/** Where each of these is shown, each once, in their order. */
export function shownOnce(db: Database, ids: readonly string[] | null): string[] {
  return [...new Set((ids ?? []).map((id) => winnerId(db, id)))];
}

/** {loser: winner} of all that are merged into one of these. */
export function mergedInto(db: Database, ids: readonly string[]): Map<string, string> {
  const sql = 'SELECT loser, winner FROM merged WHERE winner IN (SELECT value FROM json_each(?))';
  const rows = statement<{ loser: string; winner: string }>(db, sql).all(JSON.stringify(ids));
  return new Map(rows.map(({ loser, winner }) => [loser, winner]));
}

/**
 * A record of this entity came, went or got another pointer: where anything is merged, whatever stands on a client or
 * names a person may be shown elsewhere from now on, and every screen has to ask again.
 */
export function noteShownElsewhere(
  { db, entities }: { db: Database; entities: Set<string> },
  { table, fields }: Entity,
  isPointed = false,
): void {
  if (!('mergedInto' in fields)) return;
  const pointers = `SELECT 1 FROM "${table}" WHERE merged_into IS NOT NULL LIMIT 1`;
  if (isPointed || statement(db, pointers).get()) for (const name of entityNames) entities.add(name);
}
