/** How urgent the last day for notice is, read as colour: amber while one must look, red once it is lost. */
import { daysBetween } from '#shared/domain/time/day.ts';

export type NoticeTone = 'calm' | 'soon' | 'late';

export const SOON_DAYS = 60;

/** A draft binds nobody yet, and a terminated contract is past caring. */
const BINDING = new Set(['signed', 'inForce']);

export interface NoticeOf {
  status: string;
  noticeDeadline: string | null;
}

/** `left` counts the days to the deadline, negative once it has passed; both days are `YYYY-MM-DD`. */
export function noticeTone(contract: NoticeOf, today: string): { tone: NoticeTone; left: number | null } {
  if (!contract.noticeDeadline) return { tone: 'calm', left: null };
  const left = daysBetween(today, contract.noticeDeadline);
  if (!BINDING.has(contract.status) || left > SOON_DAYS) return { tone: 'calm', left };
  return { tone: left < 0 ? 'late' : 'soon', left };
}
