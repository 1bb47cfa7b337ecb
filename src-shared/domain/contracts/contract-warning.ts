/** What a contract asks to be looked at for: the rule of the client desk and of the brief. */
import { daysBetween } from '../time/day.ts';

export interface ContractDates {
  status: string;
  endsOn: string | null;
  noticeDeadline: string | null;
}

export type ContractWarning =
  | { what: 'ended'; day: string }
  /** `days` from today on, 0 to `NOTICE_NEAR`. */
  | { what: 'notice'; day: string; days: number }
  | { what: 'ends'; day: string; days: number };

/** A last day for notice, or an end, is near from this many days before it. */
export const NOTICE_NEAR = 60;

/**
 * Of a contract that runs: it has ended and nobody said so; its last day for notice is near; or it ends soon, with
 * nothing to be done by a day before. Null where there is nothing to say. Days are `YYYY-MM-DD`.
 */
export function contractWarning(
  { status, endsOn, noticeDeadline }: ContractDates,
  today: string,
): ContractWarning | null {
  if (status !== 'inForce' && status !== 'signed') return null;
  if (endsOn && endsOn < today) return { what: 'ended', day: endsOn };
  if (noticeDeadline && isNear(noticeDeadline, today))
    return { what: 'notice', day: noticeDeadline, days: daysBetween(today, noticeDeadline) };
  if (endsOn && noticeDeadline === null && isNear(endsOn, today))
    return { what: 'ends', day: endsOn, days: daysBetween(today, endsOn) };
  return null;
}

function isNear(day: string, today: string): boolean {
  const days = daysBetween(today, day);
  return days >= 0 && days <= NOTICE_NEAR;
}
