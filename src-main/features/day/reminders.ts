/**
 * The keeper of reminders: once a minute it looks what has fallen due and notes it in the table `reminder`, which is
 * this device's own. What it noted waits there for an answer, so one that fell due while nobody looked is not lost.
 */
import type { Base } from '#main/data/base.ts';
import { winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import { isPlaceOf } from '#main/features/calls/facts.ts';
import { IS_LIVE } from '#main/features/contracts/facts.ts';
import { promisesDueBy } from '#main/features/promises/facts.ts';
import type { ReminderLine } from '#shared/contract/day.ts';
import {
  dueNow,
  type Look,
  planReminders,
  type Remindable,
  type Reminder,
} from '#shared/domain/day/reminders.ts';
import { attentionDay } from '#shared/domain/promises/standing.ts';
import { addDays, todayIn } from '#shared/domain/time/day.ts';
import { myClient, myMeeting } from './mine.ts';
import { daySettingsOf } from './settings.ts';
import { withHanded } from './with-handed.ts';

const LOOK = 'reminderLook';
/** The moment of the last look is written so often, and whenever something fell due: not each minute to the disk. */
const WRITE_LOOK_MS = 15 * 60_000;
/** Whoever was away for longer finds what was missed among what is late. */
const DAYS_BACK = 14;
const DAY = 86_400_000;
const KEPT_MS = 60 * DAY;

/** Looks once: returns what is due and was not shown yet, noted as shown. Null while reminders are off. */
export function lookForReminders(base: Base, zone: string): ReminderLine[] | null {
  const now = base.now();
  const look: Look = { at: now, zone };
  const { reminders: settings } = daySettingsOf(base);
  const last = (base.settings.get(LOOK) as Look | undefined) ?? null;
  if (!settings.on) {
    if (last) base.settings.set(LOOK, null);
    return null;
  }
  const plan = planReminders(remindable(base, now, zone), settings, zone);
  const known = knownKeys(base, plan);
  const due = dueNow(plan, known, last, look);
  const again = putOffUntilNow(base, now);
  if (due.length + again.length > 0) note(base, due, again, now);
  const isOld = !last || Math.abs(now - last.at) >= WRITE_LOOK_MS || last.zone !== zone;
  if (isOld || due.length > 0) base.settings.set(LOOK, look);
  if (due.length + again.length === 0) return [];
  const shown = new Set([...due.map(({ key }) => key), ...again]);
  return openReminders(base).filter(({ key }) => shown.has(key));
}

/** The next look goes on from here. */
export function closeReminders(base: Base, zone: string): void {
  if (base.settings.get(LOOK)) base.settings.set(LOOK, { at: base.now(), zone } satisfies Look);
}

/** One's own, and of colleagues who are away what is at the clients that they handed over to one. */
function remindable(base: Base, now: number, zone: string): Remindable {
  const today = todayIn(zone, now);
  const span = {
    since: now - DAYS_BACK * DAY,
    ahead: now + 2 * DAY,
    from: addDays(today, -DAYS_BACK),
    to: addDays(today, 1),
    deadline: addDays(today, 31),
  };
  const ask = <T>(sql: string) =>
    withHanded(base, (mine) =>
      statement<T & { id: string; client: string }>(base.reader, sql).all({ ...mine, ...span }),
    );
  return {
    meetings: ask(
      `SELECT m.id, ${winnerOf('m.client')} AS client, m.starts_at AS startsAt, m.travel_minutes AS travelMinutes FROM meeting m
       WHERE m.starts_at BETWEEN @since AND @ahead AND m.status = 'planned' AND m.deleted_at IS NULL
         AND ${myMeeting('m')}`,
    ),
    promises: withHanded(base, ({ me }) => promisesDueBy(base, me, span.to)).map((promise) => {
      const { id, dueOn } = promise;
      const day = attentionDay(promise);
      return { id, dueOn: day === dueOn ? day : null, snoozedUntil: day === dueOn ? null : day };
    }),
    contracts: ask(
      `SELECT k.id, c.id AS client, k.notice_deadline AS noticeDeadline FROM contract k JOIN client c ON c.id = ${winnerOf('k.client')}
       WHERE k.notice_deadline BETWEEN @from AND @deadline AND ${IS_LIVE}
         AND k.deleted_at IS NULL AND ${myClient('c')}`,
    ),
    calls: ask(
      `SELECT g.id, c.id AS client, g.next_attempt_at AS nextAttemptAt FROM call_target g
       JOIN call_list l ON l.id = g.call_list JOIN client c ON c.id = ${winnerOf('g.client')}
       WHERE g.state = 'waiting' AND g.next_attempt_at BETWEEN @since AND @ahead AND g.deleted_at IS NULL
         AND l.closed_at IS NULL AND ${isPlaceOf('g', 'c')} AND ${myClient('c')}`,
    ),
  };
}

function knownKeys(base: Base, plan: readonly Reminder[]): Set<string> {
  const rows = statement<{ key: string }>(
    base.reader,
    'SELECT key FROM reminder WHERE key IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(plan.map(({ key }) => key)));
  return new Set(rows.map(({ key }) => key));
}

/** Keys of those that were put off to a moment that has come. */
function putOffUntilNow(base: Base, now: number): string[] {
  return statement<{ key: string }>(
    base.reader,
    'SELECT key FROM reminder WHERE done_at IS NULL AND due_at > shown_at AND due_at <= ?',
  )
    .all(now)
    .map(({ key }) => key);
}

function note(base: Base, due: readonly Reminder[], again: readonly string[], now: number): void {
  base.writer.transaction(() => {
    const insert = statement(
      base.writer,
      'INSERT INTO reminder (key, due_at, shown_at) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING',
    );
    for (const { key, dueAt } of due) insert.run(key, dueAt, now);
    statement(
      base.writer,
      'UPDATE reminder SET shown_at = ? WHERE key IN (SELECT value FROM json_each(?))',
    ).run(now, JSON.stringify(again));
    statement(base.writer, 'DELETE FROM reminder WHERE done_at IS NOT NULL AND due_at < ?').run(
      now - KEPT_MS,
    );
  })();
  base.events.emit({ topics: ['reminder'], ids: null });
}

/** "Vybavené", or put off to `until`: then it is shown once more. */
export function answerReminder(base: Base, { keys, until }: { keys: string[]; until: number | null }): void {
  const set = until === null ? 'done_at = @now' : 'due_at = @until';
  statement(
    base.writer,
    `UPDATE reminder SET ${set} WHERE key IN (SELECT value FROM json_each(@keys)) AND done_at IS NULL`,
  ).run({ keys: JSON.stringify(keys), now: base.now(), until });
  base.events.emit({ topics: ['reminder'], ids: null });
}

/** Parts of a key: its kind, its record, and the moment or day that it stands for. */
const PARTS = `SELECT key, due_at AS dueAt, shown_at AS shownAt, substr(key, 1, instr(key, ':') - 1) AS kind,
    substr(key, instr(key, ':') + 1, 36) AS record, substr(key, instr(key, ':') + 38) AS moment
  FROM reminder WHERE done_at IS NULL AND due_at <= @now`;

/**
 * Nobody has answered them, and what they remind of still stands: a promise that was kept, a meeting that was held or
 * moved, a contract that was prolonged asks for nothing any more.
 */
const OPEN = `
  WITH r AS (${PARTS})
  SELECT r.key, r.kind, r.record, ${winnerOf('m.client')} AS client, COALESCE(c.name, '') AS clientName, NULL AS callList, COALESCE(m.title, '') AS text,
    m.starts_at AS at, NULL AS "on", r.dueAt, r.shownAt
  FROM r JOIN meeting m ON m.id = r.record LEFT JOIN client c ON c.id = ${winnerOf('m.client')}
  WHERE r.kind = 'meeting' AND m.status = 'planned' AND m.deleted_at IS NULL AND m.starts_at = CAST(r.moment AS INTEGER)
  UNION ALL
  SELECT r.key, r.kind, r.record, ${winnerOf('p.client')}, COALESCE(c.name, ''), NULL, p.text, NULL, p.due_on, r.dueAt, r.shownAt
  FROM r JOIN promise p ON p.id = r.record LEFT JOIN client c ON c.id = ${winnerOf('p.client')}
  WHERE r.kind IN ('promise', 'promiseSnoozed') AND p.state = 'open' AND p.deleted_at IS NULL
    AND r.moment = max(p.due_on, COALESCE(p.snoozed_until, ''))
  UNION ALL
  SELECT r.key, r.kind, r.record, ${winnerOf('k.client')}, COALESCE(c.name, ''), NULL, k.title, NULL, k.notice_deadline, r.dueAt, r.shownAt
  FROM r JOIN contract k ON k.id = r.record LEFT JOIN client c ON c.id = ${winnerOf('k.client')}
  WHERE r.kind = 'notice' AND ${IS_LIVE} AND k.deleted_at IS NULL
    AND substr(r.moment, 1, 10) = k.notice_deadline
  UNION ALL
  SELECT r.key, r.kind, r.record, ${winnerOf('g.client')}, COALESCE(c.name, ''), l.id, l.name, g.next_attempt_at, NULL, r.dueAt, r.shownAt
  FROM r JOIN call_target g ON g.id = r.record JOIN call_list l ON l.id = g.call_list
    LEFT JOIN client c ON c.id = ${winnerOf('g.client')}
  WHERE r.kind = 'call' AND g.state = 'waiting' AND g.deleted_at IS NULL
    AND g.next_attempt_at = CAST(r.moment AS INTEGER)
  ORDER BY dueAt, key`;

/** The next reminder of a contract takes the place of the one before. */
export function openReminders(base: Base): ReminderLine[] {
  const rows = statement<ReminderLine>(base.reader, OPEN).all({ now: base.now() });
  return rows.filter(
    (row, at) =>
      row.kind !== 'notice' ||
      !rows.slice(at + 1).some((later) => later.kind === 'notice' && later.record === row.record),
  );
}
