/** What a call leaves behind at its place on the list. */
import type { CALL_RESULTS, CALL_STATES } from '#shared/entities/meetings.ts';

export type CallResult = (typeof CALL_RESULTS)[number];
export type CallState = (typeof CALL_STATES)[number];

/** `givenUp`: nobody was reached, and there is to be no further attempt. */
export function stateAfter(result: CallResult, givenUp: boolean): CallState {
  switch (result) {
    case 'appointed':
      return 'appointed';
    case 'refused':
      return 'refused';
    case 'informed':
      return 'done';
    case 'callBack':
      return 'waiting';
    case 'notReached':
      return givenUp ? 'unreachable' : 'waiting';
  }
}

/** The parts of a queue, in its order: to be called now, at a later time, and what is settled. */
export const QUEUE_GROUPS = ['due', 'later', 'settled'] as const;
export type QueueGroup = (typeof QUEUE_GROUPS)[number];

/** `now` in UTC milliseconds. */
export function queueGroup(
  { state, nextAttemptAt }: { state: string; nextAttemptAt: number | null },
  now: number,
): QueueGroup {
  if (state !== 'waiting') return 'settled';
  return nextAttemptAt !== null && nextAttemptAt > now ? 'later' : 'due';
}
