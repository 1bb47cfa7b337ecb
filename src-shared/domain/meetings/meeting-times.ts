/** How long a meeting lasts, and what is wrong with its times. */
import type { MEETING_TYPES } from '#shared/entities/meetings.ts';

export type MeetingType = (typeof MEETING_TYPES)[number];

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Minutes that a meeting of the type usually takes. */
export const USUAL_MINUTES: Record<MeetingType, number> = {
  firstContact: 30,
  needs: 60,
  presentation: 60,
  negotiation: 90,
  closing: 60,
  complaint: 45,
  renewal: 60,
  review: 90,
};

/** Whoever looks for meetings at a time need not look further back than this for one that still lasts. */
export const LONGEST_MEETING = 31 * DAY;

/** When a meeting of the type that starts at `startsAt` is expected to end; both in UTC milliseconds. */
export function usualEnd(startsAt: number, type: MeetingType): number {
  return startsAt + USUAL_MINUTES[type] * MINUTE;
}

/** The times of a meeting that is moved to another start: it takes as long as before; an hour where the end was wrong. */
export function movedTo(
  startsAt: number,
  before: { startsAt: number; endsAt: number },
): { startsAt: number; endsAt: number } {
  const lasts = before.endsAt - before.startsAt;
  return { startsAt, endsAt: startsAt + (lasts > 0 ? lasts : 60 * MINUTE) };
}

/** A meeting ends after it began, and within a month. */
export function timeProblems({ startsAt, endsAt }: { startsAt: number; endsAt: number }) {
  if (endsAt <= startsAt) return [{ field: 'endsAt', problem: 'endsBeforeStart' as const }];
  return endsAt - startsAt > LONGEST_MEETING ? [{ field: 'endsAt', problem: 'invalid' as const }] : [];
}
