/** Whether a colleague stands in on a day, and until when. */
import { todayIn } from '../time/day.ts';

export type HandoverStanding = 'ahead' | 'running' | 'over';

/** By the day on this device; both its first and its last day belong to it, and it may be ended early. */
export function handoverStanding(
  { startsOn, endsOn, endedAt }: { startsOn: string; endsOn: string; endedAt: number | null },
  today: string,
): HandoverStanding {
  if (endedAt !== null || endsOn < today) return 'over';
  return startsOn > today ? 'ahead' : 'running';
}

/** Its last day; of one that was ended before, the day in the zone on which it was. */
export function lastDayOf(
  { startsOn, endsOn, endedAt }: { startsOn: string; endsOn: string; endedAt: number | null },
  zone: string,
): string {
  const ended = endedAt === null || todayIn(zone, endedAt) > endsOn ? endsOn : todayIn(zone, endedAt);
  return ended < startsOn ? startsOn : ended;
}
