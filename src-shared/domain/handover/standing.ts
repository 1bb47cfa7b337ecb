/** Whether a colleague stands in on a day. */

export type HandoverStanding = 'ahead' | 'running' | 'over';

/** By the day on this device; both its first and its last day belong to it, and it may be ended early. */
export function handoverStanding(
  { startsOn, endsOn, endedAt }: { startsOn: string; endsOn: string; endedAt: number | null },
  today: string,
): HandoverStanding {
  if (endedAt !== null || endsOn < today) return 'over';
  return startsOn > today ? 'ahead' : 'running';
}
