/**
 * Clients not contacted for longer than the rhythm of their tier. Who has an entry since the last day that keeps the
 * rhythm is told by the index of the timeline alone; of 100,000 clients only those with lately written entries need a
 * look at the entries themselves, because a note is no contact, and neither is a call that nobody took.
 */
import type { Base } from '#main/data/base.ts';
import { isOwn } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import { isNewest, lastContacts, wasContact } from '#main/features/meetings/facts.ts';
import type { QuietClient } from '#shared/contract/day.ts';
import { boundsOfDay } from '#shared/domain/day/bounds.ts';
import { daysOverdue, keptSince, type Rhythm } from '#shared/domain/day/rhythm.ts';
import { todayIn } from '#shared/domain/time/day.ts';
import { TIERS } from '#shared/entities/clients.ts';
import { mineOf, myClient } from './mine.ts';
import { daySettingsOf } from './settings.ts';

const KEPT = "CASE c.tier WHEN 'key' THEN @key WHEN 'a' THEN @a WHEN 'b' THEN @b ELSE @c END";

/** Silent ones in the order in which to turn to them: by tier, then the longest silence first. */
const QUIET = `
  SELECT c.id FROM client c
  WHERE c.deleted_at IS NULL AND ${isOwn('c.id')} AND c.status IN ('active', 'prospect') AND ${myClient('c')}
    AND (c.created_at < ${KEPT} OR EXISTS (
      SELECT 1 FROM interaction i WHERE i.client = c.id AND ${wasContact('i')} AND i.deleted_at IS NULL))
    AND NOT EXISTS (
      SELECT 1 FROM interaction i WHERE i.client = c.id AND i.happened_at >= ${KEPT} AND ${wasContact('i')}
        AND i.deleted_at IS NULL AND ${isNewest('i')})
    AND NOT EXISTS (
      SELECT 1 FROM merged g JOIN interaction i ON i.client = g.loser
      WHERE g.winner = c.id AND i.happened_at >= ${KEPT} AND ${wasContact('i')} AND i.deleted_at IS NULL
        AND ${isNewest('i')})
  ORDER BY CASE c.tier WHEN 'key' THEN 0 WHEN 'a' THEN 1 WHEN 'b' THEN 2 ELSE 3 END,
    COALESCE((SELECT MAX(i.happened_at) FROM interaction i WHERE i.client = c.id), c.created_at), c.id`;

interface Asked {
  day: string;
  zone: string;
}

const kept = new WeakMap<Base, Map<string, string[]>>();

/** Of 100,000 clients this takes a third of a second, so it is worked out anew only when one of what it reads changed. */
function keepUntilChanged(base: Base, question: string, answer: () => string[]): string[] {
  let answers = kept.get(base);
  if (!answers) {
    const known = new Map<string, string[]>();
    kept.set(base, (answers = known));
    base.events.listen(({ topics }) => {
      if (topics.includes('client') || topics.includes('interaction')) known.clear();
    });
  }
  const found = answers.get(question) ?? answer();
  answers.set(question, found);
  return found;
}

/** Ids of all of them. */
export function quietIds(base: Base, { day, zone }: Asked): string[] {
  const { rhythm } = daySettingsOf(base);
  const since = (tier: keyof Rhythm) => boundsOfDay(keptSince(rhythm, tier, day), zone).from;
  const params = {
    ...mineOf(base),
    ...Object.fromEntries(TIERS.map((tier) => [tier, since(tier)])),
  };
  return keepUntilChanged(base, JSON.stringify(params), () =>
    statement<{ id: string }>(base.reader, QUIET)
      .all(params)
      .map(({ id }) => id),
  );
}

/** A window of them, and how many there are. */
export function listQuiet(base: Base, asked: Asked & { offset: number; limit: number }) {
  const ids = quietIds(base, asked);
  return {
    total: ids.length,
    rows: quietRows(base, ids.slice(asked.offset, asked.offset + asked.limit), asked),
  };
}

interface Row extends Omit<QuietClient, 'lastContactAt' | 'overdue'> {
  createdAt: number;
}

export function quietRows(base: Base, ids: readonly string[], { day, zone }: Asked): QuietClient[] {
  const { rhythm } = daySettingsOf(base);
  const found = statement<Row>(
    base.reader,
    `SELECT id, name, tier, town, created_at AS createdAt FROM client
     WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids));
  const rows = new Map(found.map((row) => [row.id, row]));
  const contacts = lastContacts(base, ids);
  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (!row) return [];
    const { createdAt, ...client } = row;
    const lastContactAt = contacts.get(id) ?? null;
    const overdue = daysOverdue(rhythm, client.tier, todayIn(zone, lastContactAt ?? createdAt), day);
    return [{ ...client, lastContactAt, overdue }];
  });
}
