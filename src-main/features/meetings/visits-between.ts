/** Visits of a member by day, for his trip log. */
import type { Base } from '#main/data/base.ts';
import { winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import { todayIn } from '#shared/domain/time/day.ts';
import { isNewest, NEWEST_OF } from './versions.ts';

const DAY = 86_400_000;

export interface VisitOn {
  interaction: string;
  client: string;
  clientName: string;
  /** The day of the visit in its own zone, YYYY-MM-DD. */
  on: string;
  /** Where it was, or the client's town. */
  place: string | null;
  /** Some version of it has a trip. */
  hasTrip: boolean;
}

/** Visits that this member wrote, from the first of these days up to the day before the other one, in their order. */
export function visitsBetween(base: Base, member: string, first: string, next: string): VisitOn[] {
  // A day begins in the farthest zones half a day before and after it does in UTC; the zone of each visit decides.
  const from = Date.parse(first) - DAY;
  const to = Date.parse(next) + DAY;
  const where = `i.happened_at >= ? AND i.happened_at < ? AND i.kind = 'visit' AND i.author = ?
    AND ${isNewest('i')}`;
  return visitsWhere(base, where, [from, to, member]).filter(({ on }) => on >= first && on < next);
}

/** The visit that a version belongs to; undefined when no version of it is left. */
export function visitOf(base: Base, version: string): VisitOn | undefined {
  const newest = statement<{ id: string }>(base.reader, NEWEST_OF).get(version);
  return newest && visitsWhere(base, 'i.id = ?', [newest.id])[0];
}

function visitsWhere(base: Base, where: string, params: unknown[]): VisitOn[] {
  return statement<Omit<VisitOn, 'on' | 'hasTrip'> & { happenedAt: number; zone: string; trips: number }>(
    base.reader,
    `SELECT i.id AS interaction, c.id AS client, c.name AS clientName, i.happened_at AS happenedAt, i.zone,
       COALESCE(i.place, c.town) AS place, (${TRIPS_OF_ENTRY}) AS trips
     FROM interaction i JOIN client c ON c.id = ${winnerOf('i.client')} AND c.deleted_at IS NULL
     WHERE ${where} AND i.deleted_at IS NULL ORDER BY i.happened_at, i.id`,
  )
    .all(...params)
    .map(({ happenedAt, zone, trips, ...visit }) => ({
      ...visit,
      on: todayIn(zone, happenedAt),
      hasTrip: trips > 0,
    }));
}

/** A trip points at the version that was the newest when it was written. */
const TRIPS_OF_ENTRY = `
  WITH RECURSIVE earlier(id) AS (
    SELECT i.id
    UNION
    SELECT v.corrects FROM earlier JOIN interaction v ON v.id = earlier.id WHERE v.corrects IS NOT NULL
  ) SELECT COUNT(*) FROM earlier JOIN trip ON trip.interaction = earlier.id AND trip.deleted_at IS NULL`;
