/** The screen of a day in one answer. */
import type { Base } from '#main/data/base.ts';
import { listDrafts } from '#main/data/drafts.ts';
import { winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import { isNewest } from '#main/features/meetings/facts.ts';
import type { DayDraft } from '#shared/contract/day.ts';
import { boundsOfDay } from '#shared/domain/day/bounds.ts';
import { headOf } from '#shared/domain/text/head-of.ts';
import { callsDue, deadlinesFrom } from './deadlines.ts';
import { dutiesBy } from './duties.ts';
import { meetingsOfDay } from './meetings.ts';
import { mineOf } from './mine.ts';
import { routeOfDay } from './route.ts';

/** Of what is late and of what is due; more than that one does not do in a day. */
const MOST = 60;

export function readOverview(base: Base, asked: { day: string; zone: string }) {
  const { day, zone } = asked;
  const meetings = meetingsOfDay(base, day, zone);
  const duties = dutiesBy(base, day);
  const late = duties.filter(({ on }) => on < day);
  const today = duties.filter(({ on }) => on === day);
  const { total: callsTotal, calls } = callsDue(base, day, zone);
  return {
    meetings,
    visits: visitsOfDay(base, asked),
    late: late.slice(0, MOST),
    lateTotal: late.length,
    today: today.slice(0, MOST),
    todayTotal: today.length,
    calls,
    callsTotal,
    deadlines: deadlinesFrom(base, day),
    drafts: draftsToComplete(base),
    route: routeOfDay(base, asked, meetings),
  };
}

export interface Visit {
  id: string;
  client: string;
  clientName: string;
  kind: string;
  happenedAt: number;
  summary: string | null;
  nextStep: string | null;
  nextStepOn: string | null;
  meeting: string | null;
}

const VISITS = `
  SELECT i.id, ${winnerOf('i.client')} AS client, COALESCE(c.name, '') AS clientName, i.kind, i.happened_at AS happenedAt, i.summary,
    i.next_step AS nextStep, i.next_step_on AS nextStepOn, i.meeting
  FROM interaction i LEFT JOIN client c ON c.id = ${winnerOf('i.client')}
  WHERE i.happened_at >= @from AND i.happened_at < @to AND i.kind IN ('visit', 'meeting') AND i.author = @me
    AND i.deleted_at IS NULL AND ${isNewest('i')}
  ORDER BY i.happened_at, i.id`;

/** My visits and meetings that were logged with a moment of that day. */
export function entriesOfDay(base: Base, { day, zone }: { day: string; zone: string }): Visit[] {
  return statement<Visit>(base.reader, VISITS).all({ ...mineOf(base), ...boundsOfDay(day, zone) });
}

/** The record of a meeting stands in its line already. */
function visitsOfDay(base: Base, asked: { day: string; zone: string }) {
  return entriesOfDay(base, asked)
    .filter(({ meeting }) => meeting === null)
    .map(({ id, client, clientName, kind, happenedAt, summary }) => {
      return { id, client, clientName, kind, happenedAt, summary: summary && headOf(summary) };
    });
}

export function draftsToComplete(base: Base): DayDraft[] {
  return listDrafts(base).map(({ key, entity, record, client, clientName, updatedAt }) => {
    return { key, entity, record, client, clientName, updatedAt };
  });
}
