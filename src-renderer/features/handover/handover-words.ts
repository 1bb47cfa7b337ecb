/** Words of a hand-over that the list, the page and the client's desk share. */
import type { Format } from '#renderer/lib/format.ts';
import { say } from '#renderer/lib/i18n.ts';
import type { HandoverRow } from '#shared/contract/handover.ts';
import { daysBetween } from '#shared/domain/time/day.ts';

/** `Zastupujete: Eva Malá`, `Zastupuje: Eva Malá`, or both names where it is between two others. */
export function whoWords(
  { fromMember, fromName, toMember, toName }: HandoverRow,
  me: string | undefined,
): string {
  if (toMember === me) return say('handover.forMe', { name: fromName });
  if (fromMember === me) return say('handover.byOther', { name: toName });
  return say('handover.pair', { from: fromName, to: toName });
}

/** How long it still lasts, or when it begins; nothing of one that is over. */
export function lengthWords(
  { standing, startsOn, endsOn }: Pick<HandoverRow, 'standing' | 'startsOn' | 'endsOn'>,
  today: string,
  format: Format,
): string | null {
  if (standing === 'over') return null;
  const count = daysBetween(today, standing === 'running' ? endsOn : startsOn);
  if (standing === 'running' && count === 0) return say('handover.lastDay');
  const params = { count, number: format.number(count) };
  return say(standing === 'running' ? 'handover.ends' : 'handover.begins', params);
}

export function periodWords(
  { startsOn, endsOn }: Pick<HandoverRow, 'startsOn' | 'endsOn'>,
  format: Format,
): string {
  return say('handover.period', { from: format.day(startsOn), to: format.day(endsOn) });
}
