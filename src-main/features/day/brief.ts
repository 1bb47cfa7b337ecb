/** What the day says in a brief: that the client has waited for a word longer than the rhythm of his tier. */
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { lastContacts } from '#main/features/meetings/facts.ts';
import type { BriefAsk, BriefPart } from '#shared/domain/brief/parts.ts';
import { briefLineOf, messageWord } from '#shared/domain/brief/words.ts';
import { daysOverdue } from '#shared/domain/day/rhythm.ts';
import { daysBetween, todayIn } from '#shared/domain/time/day.ts';
import { client } from '#shared/entities/clients.ts';
import { daySettingsOf } from './settings.ts';
import { zoneOf } from './zone.ts';

/** Of one who was never contacted the page says so anyway. */
export function briefOfSilence(base: Base, { client: id, today }: BriefAsk): BriefPart {
  const last = lastContacts(base, [id]).get(id);
  if (last === undefined) return {};
  const day = todayIn(zoneOf(base), last);
  const tier = readRecord(base.reader, client, id)?.tier ?? null;
  if (daysOverdue(daySettingsOf(base).rhythm, tier, day, today) <= 0) return {};
  const line = briefLineOf({
    source: { entity: 'client', id },
    words: [messageWord('brief.warnings.quiet', { count: daysBetween(day, today) })],
    tone: 'look',
  });
  return { warnings: [line] };
}
