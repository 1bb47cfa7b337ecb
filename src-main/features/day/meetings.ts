/** My meetings of a day and of a week, and of those I stand in for; cancelled ones are in nobody's day. */
import type { Base } from '#main/data/base.ts';
import { statement } from '#main/data/statement.ts';
import { meetingsBetween } from '#main/features/meetings/facts.ts';
import type { DayMeeting } from '#shared/contract/day.ts';
import { boundsOfDay } from '#shared/domain/day/bounds.ts';
import { addDays, todayIn } from '#shared/domain/time/day.ts';
import { withHanded } from './with-handed.ts';

/** Those that touch the day, by the time they start. */
export function meetingsOfDay(base: Base, day: string, zone: string): DayMeeting[] {
  return mine(base, boundsOfDay(day, zone));
}

/** Those of the day and of so many days before it. */
export function meetingsUntil(base: Base, day: string, zone: string, daysBack: number): DayMeeting[] {
  return mine(base, { from: boundsOfDay(addDays(day, -daysBack), zone).from, to: boundsOfDay(day, zone).to });
}

/** Seven days from `day`; a meeting over midnight stands on the day on which it begins. */
export function readWeek(base: Base, { day, zone }: { day: string; zone: string }) {
  const days = Array.from({ length: 7 }, (_, step) => addDays(day, step));
  const { from } = boundsOfDay(day, zone);
  const { to } = boundsOfDay(addDays(day, 6), zone);
  const byDay = Map.groupBy(mine(base, { from, to }), ({ startsAt }) => todayIn(zone, startsAt));
  return { days: days.map((one) => ({ day: one, meetings: byDay.get(one) ?? [] })) };
}

function mine(base: Base, span: { from: number; to: number }): DayMeeting[] {
  const rows = withHanded(base, ({ me }) => meetingsBetween(base, { ...span, member: me }))
    .filter(({ status }) => status !== 'cancelled')
    .toSorted((a, b) => a.startsAt - b.startsAt);
  const towns = townsOf(
    base,
    rows.map(({ client }) => client),
  );
  return rows.map((row) => ({ ...row, town: towns.get(row.client) ?? null }));
}

function townsOf(base: Base, clients: readonly string[]): Map<string, string | null> {
  const sql = 'SELECT id, town FROM client WHERE id IN (SELECT value FROM json_each(?))';
  const rows = statement<{ id: string; town: string | null }>(base.reader, sql).all(JSON.stringify(clients));
  return new Map(rows.map(({ id, town }) => [id, town]));
}
