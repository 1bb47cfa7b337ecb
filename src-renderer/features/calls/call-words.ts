/** How what stands on call lists is said. */
import { choiceLabel } from '#renderer/lib/i18n.ts';
import type { CallCounts, CallListRow } from '#shared/contract/calls.ts';
import type { CallResult } from '#shared/domain/calls/call-outcome.ts';

export const SETTLED = [
  'appointed',
  'done',
  'refused',
  'unreachable',
] as const satisfies (keyof CallCounts)[];

/** Clients whom nobody has to call any more. */
export function settledOf({ total, counts }: Pick<CallListRow, 'total' | 'counts'>): number {
  return total - counts.due - counts.later;
}

/** `Dohodnuté stretnutie`, as it will stand in the timeline. */
export function resultName(result: CallResult): string {
  const words = choiceLabel('interaction', 'result', result);
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** The minute that it is, UTC milliseconds: what falls due falls due with it. */
export function thisMinute(): number {
  return Math.floor(Date.now() / 60_000) * 60_000;
}
