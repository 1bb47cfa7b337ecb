/** Whether one person can be at two meetings. What comes of it is shown and never stops anybody. */
import { foldWords } from '../text/fold.ts';

export interface MeetingTime {
  /** UTC milliseconds. */
  startsAt: number;
  endsAt: number;
  /** One way. */
  travelMinutes: number | null;
  place: string | null;
}

/** `overlap`: both at once; `travel`: one after the other, but the way between them takes longer. */
export type TimeConflict = 'overlap' | 'travel';

const MINUTE = 60_000;

/**
 * Between two meetings lies the way back from the first and the way to the second, which is the most it can take;
 * none where both are at the same place.
 */
export function timeConflict(one: MeetingTime, other: MeetingTime): TimeConflict | null {
  if (one.startsAt < other.endsAt && other.startsAt < one.endsAt) return 'overlap';
  const [first, second] = one.startsAt <= other.startsAt ? [one, other] : [other, one];
  return second.startsAt - first.endsAt < travelBetween(first, second) ? 'travel' : null;
}

function travelBetween(first: MeetingTime, second: MeetingTime): number {
  if (isSamePlace(first.place, second.place)) return 0;
  return ((first.travelMinutes ?? 0) + (second.travelMinutes ?? 0)) * MINUTE;
}

function isSamePlace(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && foldWords(one).join(' ') === foldWords(other).join(' ');
}
