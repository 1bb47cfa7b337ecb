/** The trip log of one driver: a month with its sums, one trip, and what a new one may begin with. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { fromRow, readRecord, type Row } from '#main/data/codec.ts';
import { winnerId, winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { TripMonth, TripRow, VisitWithoutTrip } from '#shared/contract/trips.ts';
import { fold } from '#shared/domain/text/fold.ts';
import { addMonths } from '#shared/domain/time/day.ts';
import { client } from '#shared/entities/clients.ts';
import { trip } from '#shared/entities/meetings.ts';
import { visitOf, visitsBetween } from '../meetings/facts.ts';

export function readMonth(base: Base, input: { month: string; member?: string | undefined }): TripMonth {
  const member = input.member ?? base.member();
  const { first, next } = boundsOf(input.month);
  const rows = tripsBetween(base, member, first, next);
  return {
    member,
    drivers: driversOf(base),
    rows,
    kilometres: sum(rows),
    byClient: byClient(rows),
    byMonth: byMonth(base, member, input.month),
    visits: visitsWithoutTrip(base, member, first, next, rows),
  };
}

export function getTrip(base: Base, id: string): TripRow {
  const record = readRecord(base.reader, trip, id);
  if (!record || record.deletedAt !== null) throw notFound('trip', id);
  if (record.client === null) return { trip: record, clientName: null };
  const at = winnerId(base.reader, record.client);
  return { trip: { ...record, client: at }, clientName: readRecord(base.reader, client, at)?.name ?? null };
}

/** The visit that a trip is to be written to. */
export function getVisit(base: Base, id: string): VisitWithoutTrip {
  const visit = visitOf(base, id);
  if (!visit) throw notFound('interaction', id);
  return visit;
}

/** Trips of a driver from the first of these days up to the day before the other one, in their order. */
export function tripsBetween(base: Base, member: string, first: string, next: string): TripRow[] {
  const rows = statement<Row & { client_name: string | null; shown_client: string | null }>(
    base.reader,
    `SELECT t.*, ${winnerOf('t.client')} AS shown_client, c.name AS client_name
     FROM trip t LEFT JOIN client c ON c.id = ${winnerOf('t.client')}
     WHERE t."on" >= ? AND t."on" < ? AND t.member = ? AND t.deleted_at IS NULL
     ORDER BY t."on", t.created_at, t.id`,
  ).all(first, next, member);
  return rows.map((row) => ({
    trip: { ...fromRow(trip, row), client: row.shown_client },
    clientName: row.client_name,
  }));
}

/** The first day of a month (YYYY-MM) or a year (YYYY), and the first one after it. */
export function boundsOf(period: string): { first: string; next: string } {
  const first = period.length === 4 ? `${period}-01-01` : `${period}-01`;
  return { first, next: addMonths(first, period.length === 4 ? 12 : 1) };
}

/** Where the day's last trip before it ended, or else where the newest day of the log began; and the newest vehicle. */
export function suggestTrip(base: Base, on: string): { fromPlace: string | null; vehicle: string | null } {
  const recent = statement<{ on: string; from: string | null; to: string | null; vehicle: string | null }>(
    base.reader,
    `SELECT "on", from_place AS "from", to_place AS "to", vehicle FROM trip
     WHERE "on" <= ? AND member = ? AND deleted_at IS NULL
     ORDER BY "on" DESC, created_at DESC, id DESC LIMIT 40`,
  ).all(on, base.member());
  const [last] = recent;
  const begun = recent.findLast((row) => row.on === last?.on);
  return {
    fromPlace: (last?.on === on ? last.to : begun?.from) ?? null,
    vehicle: recent.find((row) => row.vehicle !== null)?.vehicle ?? null,
  };
}

/** The newest distance between two places, driven either way, whoever drove it; case and accents aside. */
export function lastDistance(
  base: Base,
  from: string,
  to: string,
): { kilometres: number; on: string } | null {
  const wanted = pairOf(from, to);
  if (!fold(from) || !fold(to)) return null;
  const driven = statement<{ from: string; to: string; kilometres: number; on: string }>(
    base.reader,
    `SELECT from_place AS "from", to_place AS "to", kilometres, "on" FROM trip
     WHERE from_place IS NOT NULL AND to_place IS NOT NULL AND deleted_at IS NULL
     ORDER BY "on" DESC, created_at DESC`,
  );
  for (const row of driven.iterate()) {
    if (pairOf(row.from, row.to) === wanted) return { kilometres: row.kilometres, on: row.on };
  }
  return null;
}

function pairOf(one: string, other: string): string {
  return [fold(one), fold(other)].toSorted().join('\n');
}

function sum(rows: readonly TripRow[]): number {
  return rows.reduce((total, row) => total + row.trip.kilometres, 0);
}

function byClient(rows: readonly TripRow[]): TripMonth['byClient'] {
  const groups = Map.groupBy(rows, (row) => row.trip.client);
  return [...groups]
    .map(([id, its]) => ({
      client: id,
      name: its[0]?.clientName ?? null,
      trips: its.length,
      kilometres: sum(its),
    }))
    .toSorted((a, b) => b.kilometres - a.kilometres);
}

function byMonth(base: Base, member: string, month: string): TripMonth['byMonth'] {
  const { first, next } = boundsOf(month);
  const begins = addMonths(first, -11);
  const driven = new Map(
    statement<{ month: string; kilometres: number }>(
      base.reader,
      `SELECT substr("on", 1, 7) AS month, SUM(kilometres) AS kilometres FROM trip
       WHERE "on" >= ? AND "on" < ? AND member = ? AND deleted_at IS NULL GROUP BY 1`,
    )
      .all(begins, next, member)
      .map((row) => [row.month, row.kilometres]),
  );
  return Array.from({ length: 12 }, (_, at) => {
    const one = addMonths(begins, at).slice(0, 7);
    return { month: one, kilometres: driven.get(one) ?? 0 };
  });
}

function driversOf(base: Base): TripMonth['drivers'] {
  return statement<{ id: string; name: string }>(
    base.reader,
    `SELECT id, name FROM member
     WHERE id = ?1 OR id IN (SELECT member FROM trip WHERE deleted_at IS NULL)
     ORDER BY id <> ?1, name`,
  ).all({ 1: base.member() });
}

/** A trip counts for its visit, and for every visit of the driver to that client on that day. */
function visitsWithoutTrip(
  base: Base,
  member: string,
  first: string,
  next: string,
  rows: readonly TripRow[],
): TripMonth['visits'] {
  const driven = new Set(rows.map(({ trip: { on, client: to } }) => `${on} ${to}`));
  return visitsBetween(base, member, first, next).filter(
    (visit) => !visit.hasTrip && !driven.has(`${visit.on} ${visit.client}`),
  );
}
