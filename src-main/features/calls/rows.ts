/** Clients on call lists in SQL: which of them are there, in what part of the queue, and how many stand how. */
import type { Base } from '#main/data/base.ts';
import { winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { CallListRow } from '#shared/contract/calls.ts';
import { isNewest } from '../meetings/facts.ts';
import { isPlaceOf } from './facts.ts';

/** Targets `t` whose client `c` is still there; of a merged one that into which he was merged, each once. */
export const TARGETS = `call_target t JOIN client c ON c.id = ${winnerOf('t.client')}`;
export const THERE = `t.deleted_at IS NULL AND c.deleted_at IS NULL AND ${isPlaceOf('t', 'c')}`;

/** `queueGroup` of the domain as a number, by `@now`; a state that this version does not know counts as settled. */
export const PART = `CASE WHEN t.state <> 'waiting' THEN 2 WHEN t.next_attempt_at > @now THEN 1 ELSE 0 END`;

/** A promised hour comes before those who were promised none; the rest as they were added. */
export const IN_TURN = 't.next_attempt_at IS NULL, t.next_attempt_at, t.id';

/** Attempts at the target `t`; a corrected one counts once. */
export const ATTEMPTS = `interaction i WHERE i.call_target = t.id AND i.deleted_at IS NULL AND ${isNewest('i')}`;

interface Counted {
  callList: string;
  part: number;
  state: string;
  count: number;
  attempts: number;
}

interface Stored {
  id: string;
  name: string;
  createdAt: number;
  closedAt: number | null;
}

/** The lists with their counts, in the order given. */
export function withCounts(base: Base, lists: readonly Stored[], now: number): CallListRow[] {
  const rows = statement<Counted>(
    base.reader,
    `SELECT t.call_list AS callList, ${PART} AS part, t.state, COUNT(*) AS count,
       SUM((SELECT COUNT(*) FROM ${ATTEMPTS})) AS attempts
     FROM ${TARGETS} WHERE t.call_list IN (SELECT value FROM json_each(@lists)) AND ${THERE}
     GROUP BY t.call_list, part, t.state`,
  ).all({ now, lists: JSON.stringify(lists.map(({ id }) => id)) });
  const counted = Map.groupBy(rows, ({ callList }) => callList);
  return lists.map((list) => rowOf(list, counted.get(list.id) ?? []));
}

function rowOf({ id, name, createdAt, closedAt }: Stored, counted: readonly Counted[]): CallListRow {
  const sum = (of: 'count' | 'attempts', fits: (one: Counted) => boolean = () => true) =>
    counted.filter(fits).reduce((total, one) => total + one[of], 0);
  const inState = (state: string) => sum('count', (one) => one.state === state);
  return {
    id,
    name,
    createdAt,
    closedAt,
    counts: {
      due: sum('count', ({ part }) => part === 0),
      later: sum('count', ({ part }) => part === 1),
      appointed: inState('appointed'),
      done: inState('done'),
      refused: inState('refused'),
      unreachable: inState('unreachable'),
    },
    total: sum('count'),
    attempts: sum('attempts'),
  };
}
