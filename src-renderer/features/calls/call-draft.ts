/** What is typed while one calls: kept as it is typed, and offered again when the client comes up once more. */
import { deviceZone, today } from '#renderer/lib/format.ts';
import type { CallMade, CallPage } from '#shared/contract/calls.ts';
import { callBackTimes } from '#shared/domain/calls/next-attempt.ts';
import { type MeetingType, usualEnd } from '#shared/domain/meetings/meeting-times.ts';
import { instantAt } from '#shared/domain/time/instants.ts';
import { nextWorkingDay } from '#shared/domain/time/working-days.ts';

/** The results that need to be told more. */
export type CallForm = 'appointed' | 'callBack' | 'notReached';

export interface CallDraft {
  note: string;
  form: CallForm | null;
  type: MeetingType;
  startsAt: number;
  endsAt: number;
  place: string;
  callBackAt: number;
}

/** A meeting next morning where the client is; a call back the next working day. */
export function emptyDraft({ client }: Pick<CallPage, 'client'>, now: number): CallDraft {
  const zone = deviceZone();
  const type = client.status === 'prospect' ? 'firstContact' : 'needs';
  const startsAt = instantAt(nextWorkingDay(today(new Date(now))), '09:00', zone);
  return {
    note: '',
    form: null,
    type,
    startsAt,
    endsAt: usualEnd(startsAt, type),
    place: client.town ?? '',
    callBackAt: callBackTimes(now, zone).tomorrow,
  };
}

/** Nothing was typed or chosen, whichever form is open. */
export function isUntouched({ form: _, ...values }: CallDraft, empty: CallDraft): boolean {
  return Object.entries(values).every(([name, value]) => empty[name as keyof CallDraft] === value);
}

type Told<R> = R extends { result: infer N }
  ? { result: N } & Omit<R, 'id' | 'target' | 'zone' | 'happenedAt' | 'contact' | 'summary'>
  : never;

/** The result with what belongs to it. */
export type Outcome = Told<CallMade>;
