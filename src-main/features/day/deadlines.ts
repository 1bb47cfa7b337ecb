/** Contracts whose last day for notice or end is near, and calls whose next attempt has come. */
import type { Base } from '#main/data/base.ts';
import { winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import { isPlaceOf } from '#main/features/calls/facts.ts';
import { IS_LIVE } from '#main/features/contracts/facts.ts';
import { boundsOfDay } from '#shared/domain/day/bounds.ts';
import { addDays } from '#shared/domain/time/day.ts';
import { type Mine, mineOf, myClient } from './mine.ts';
import { withHanded } from './with-handed.ts';

const DAYS_AHEAD = 60;
const MOST = 40;

interface Deadline {
  id: string;
  client: string;
  clientName: string;
  title: string;
  kind: 'notice' | 'end';
  on: string;
}

const LIVE = `k.deleted_at IS NULL AND ${IS_LIVE} AND ${myClient('c')}`;

/**
 * Within 60 days, the nearest first; a contract whose notice and end are both near stands there twice. Those of clients
 * that were handed over to one are among them.
 */
export function deadlinesFrom(base: Base, day: string) {
  return withHanded(base, (mine) => deadlinesOf(base, mine, day)).toSorted((a, b) =>
    a.on.localeCompare(b.on),
  );
}

function deadlinesOf(base: Base, mine: Mine, day: string): Deadline[] {
  return statement<Deadline>(
    base.reader,
    `SELECT * FROM (
       SELECT k.id, c.id AS client, c.name AS clientName, k.title, 'notice' AS kind, k.notice_deadline AS "on"
       FROM contract k JOIN client c ON c.id = ${winnerOf('k.client')}
       WHERE k.notice_deadline BETWEEN @from AND @to AND ${LIVE}
       UNION ALL
       SELECT k.id, c.id AS client, c.name, k.title, 'end', k.ends_on
       FROM contract k JOIN client c ON c.id = ${winnerOf('k.client')}
       WHERE k.ends_on BETWEEN @from AND @to AND ${LIVE}
     ) ORDER BY "on", kind DESC, id LIMIT @most`,
  ).all({ ...mine, most: mostOf(base, mine), from: day, to: addDays(day, DAYS_AHEAD) });
}

/** Of a colleague's all: those that were handed over to one are found among them. */
function mostOf(base: Base, { me }: Mine): number {
  return me === base.member() ? MOST : -1;
}

interface Call {
  id: string;
  callList: string;
  client: string;
  clientName: string;
  contactName: string | null;
  listName: string;
  at: number | null;
}

const DUE_CALLS = `
  FROM call_target g JOIN call_list l ON l.id = g.call_list JOIN client c ON c.id = ${winnerOf('g.client')}
  WHERE g.state = 'waiting' AND g.next_attempt_at < @to AND g.deleted_at IS NULL AND l.deleted_at IS NULL
    AND l.closed_at IS NULL AND ${isPlaceOf('g', 'c')} AND ${myClient('c')}`;

/** Calls to be tried again by the end of the day, the one due longest first; also at clients handed over to one. */
export function callsDue(base: Base, day: string, zone: string) {
  const { to } = boundsOfDay(day, zone);
  const calls = withHanded(base, (mine) => callsOf(base, mine, to)).toSorted(
    (a, b) => (a.at ?? 0) - (b.at ?? 0),
  );
  const own = calls.filter(({ insteadOf }) => insteadOf === null).length;
  if (own < MOST) return { total: calls.length, calls };
  const counted = statement<{ total: number }>(base.reader, `SELECT COUNT(*) AS total ${DUE_CALLS}`);
  const mine = counted.get({ ...mineOf(base), to })?.total ?? 0;
  return { total: mine + calls.length - own, calls };
}

function callsOf(base: Base, mine: Mine, to: number): Call[] {
  return statement<Call>(
    base.reader,
    `SELECT g.id, g.call_list AS callList, c.id AS client, c.name AS clientName, l.name AS listName, g.next_attempt_at AS at,
       (SELECT TRIM(COALESCE(p.first_name, '') || ' ' || p.last_name) FROM contact p WHERE p.id = ${winnerOf('g.contact')} AND p.deleted_at IS NULL) AS contactName
     ${DUE_CALLS} ORDER BY g.next_attempt_at, g.id LIMIT @most`,
  ).all({ ...mine, most: mostOf(base, mine), to });
}
