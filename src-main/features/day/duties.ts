/**
 * What was to be done by a day: promises of both sides, next steps, follow-ups of objections, requests to departments.
 * Nothing says whether a next step was done; the one of the newest entry counts, because who has been in touch since
 * has agreed on something else.
 */
import type { Base } from '#main/data/base.ts';
import { winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import { isNewest, wasContact } from '#main/features/meetings/facts.ts';
import { promisesDueBy, requestsDueBy } from '#main/features/promises/facts.ts';
import type { Duty } from '#shared/contract/day.ts';
import { attentionDay } from '#shared/domain/promises/standing.ts';
import { type Mine, myClient } from './mine.ts';
import { withHanded } from './with-handed.ts';

const DAYS_REMEMBERED = 90;
const DAY = 86_400_000;

/** Next steps and follow-ups with their day on or before `@day`. */
const STEPS = `
  SELECT s.kind, s.id, c.id AS client, c.name AS clientName, s.text, s."on" FROM (
    SELECT 'nextStep' AS kind, i.id, ${winnerOf('i.client')} AS client, COALESCE(i.next_step, '') AS text,
      i.next_step_on AS "on"
    FROM interaction i
    WHERE i.happened_at >= @since AND i.next_step_on <= @day AND i.author = @me AND i.deleted_at IS NULL
      AND ${isNewest('i')} AND NOT EXISTS (
        SELECT 1 FROM interaction n WHERE n.client IN (i.client, ${winnerOf('i.client')})
          AND n.happened_at > i.happened_at AND ${wasContact('n')} AND n.deleted_at IS NULL)
    UNION ALL
    SELECT 'followUp', o.id, ${winnerOf('o.client')}, COALESCE(o.follow_up, o.text), o.follow_up_on
    FROM objection o
    WHERE o.follow_up_on <= @day AND o.outcome = 'open' AND o.deleted_at IS NULL
  ) s JOIN client c ON c.id = s.client
  WHERE c.deleted_at IS NULL AND (s.kind = 'nextStep' OR ${myClient('c')})
  ORDER BY s."on", s.id`;

/** Everything of mine, and of those I stand in for, whose day has come by `day` and that is still open, the earliest first. */
export function dutiesBy(base: Base, day: string): Duty[] {
  return withHanded(base, (mine) => dutiesOf(base, mine, day)).toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  );
}

type Due = Omit<Duty, 'insteadOf'>;

function dutiesOf(base: Base, mine: Mine, day: string): Due[] {
  const promises = promisesDueBy(base, mine.me, day).map((promise): Due => {
    const { id, client, clientName, text, side } = promise;
    const kind = side === 'ours' ? 'promiseOurs' : 'promiseTheirs';
    return { kind, id, client, clientName, text, on: attentionDay(promise) ?? day };
  });
  const requests = requestsDueBy(base, mine.me, day).map(
    ({ id, client, clientName, text, answerBy }): Due => {
      return { kind: 'request', id, client, clientName, text, on: answerBy ?? day };
    },
  );
  const steps = statement<Due>(base.reader, STEPS).all({
    ...mine,
    day,
    since: base.now() - DAYS_REMEMBERED * DAY,
  });
  return [...promises, ...requests, ...steps];
}
