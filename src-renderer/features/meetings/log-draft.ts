/**
 * What the composer holds while somebody types: an entry of the timeline with what was heard in it, or an objection
 * alone. It is a draft, so every field may still be empty; `log-values.ts` turns it into a command.
 */
import type { PendingAttachment } from '#renderer/pickers/attachments-input.tsx';
import type { MeetingPage } from '#shared/contract/meeting-plans.ts';
import type { TimelineEntry } from '#shared/contract/meetings.ts';
import type { CALL_RESULTS, INTERACTION_KINDS } from '#shared/entities/meetings.ts';
import type { OBJECTION_KINDS, OBJECTION_OUTCOMES } from '#shared/entities/objections.ts';
import type { PROMISE_SIDES } from '#shared/entities/promises.ts';

export type InteractionKind = (typeof INTERACTION_KINDS)[number];
export type ObjectionKind = (typeof OBJECTION_KINDS)[number];
export type Outcome = (typeof OBJECTION_OUTCOMES)[number];
export type PromiseSide = (typeof PROMISE_SIDES)[number];
export type CallResult = (typeof CALL_RESULTS)[number];

export interface ObjectionDraft {
  id: string;
  text: string;
  kind: ObjectionKind | null;
  product: string;
  competitor: string;
  answer: string;
  outcome: Outcome;
  followUp: string;
  followUpOn: string | null;
}

export interface PromiseDraft {
  id: string;
  side: PromiseSide;
  text: string;
  dueOn: string | null;
}

export interface TripDraft {
  id: string;
  /** Without kilometres nothing was driven. */
  kilometres: number | null;
  fromPlace: string;
  toPlace: string;
  vehicle: string;
}

export interface LogDraft {
  kind: InteractionKind;
  summary: string;
  people: string[];
  /** UTC milliseconds; null means the moment of writing. */
  happenedAt: number | null;
  /** How long it took; what happened now has then just ended. */
  minutes: number | null;
  /** Null is the zone of this device. */
  zone: string | null;
  /** The planned meeting that this is the record of. */
  meeting: string | null;
  place: string;
  needs: string;
  result: CallResult | null;
  nextStep: string;
  nextStepOn: string | null;
  objections: ObjectionDraft[];
  promises: PromiseDraft[];
  trip: TripDraft | null;
  /** Their bytes wait with the engine. */
  attachments: readonly PendingAttachment[];
}

export interface ObjectionAloneDraft {
  objection: ObjectionDraft;
  contact: string | null;
  raisedAt: number | null;
}

export function emptyObjection(id: string): ObjectionDraft {
  return {
    id,
    text: '',
    kind: null,
    product: '',
    competitor: '',
    answer: '',
    outcome: 'open',
    followUp: '',
    followUpOn: null,
  };
}

/** A promise is mostly ours: it is we who write. */
export function emptyPromise(id: string): PromiseDraft {
  return { id, side: 'ours', text: '', dueOn: null };
}

export function emptyLog(kind: InteractionKind): LogDraft {
  return {
    kind,
    summary: '',
    people: [],
    happenedAt: null,
    minutes: null,
    zone: null,
    meeting: null,
    place: '',
    needs: '',
    result: null,
    nextStep: '',
    nextStepOn: null,
    objections: [],
    promises: [],
    trip: null,
    attachments: [],
  };
}

/** The composer filled with what a planned meeting says; one that lies ahead was held now. */
export function logAt({ meeting }: Pick<MeetingPage, 'meeting'>, now: number): LogDraft {
  const hasBegun = meeting.startsAt <= now;
  return {
    ...emptyLog('visit'),
    meeting: meeting.id,
    people: meeting.people ?? [],
    place: meeting.place ?? '',
    zone: meeting.zone,
    happenedAt: hasBegun ? meeting.startsAt : null,
    minutes: hasBegun ? (meeting.endsAt - meeting.startsAt) / MINUTE : null,
  };
}

const MINUTE = 60_000;

export function emptyObjectionAlone(id: string): ObjectionAloneDraft {
  return { objection: emptyObjection(id), contact: null, raisedAt: null };
}

/** The composer filled with an entry that is being corrected. */
export function logOf(entry: TimelineEntry): LogDraft {
  const written = entry.interaction;
  return {
    ...emptyLog(written.kind),
    summary: written.summary ?? '',
    people: written.people ?? [],
    happenedAt: written.happenedAt,
    minutes: written.endedAt === null ? null : (written.endedAt - written.happenedAt) / MINUTE,
    zone: written.zone,
    meeting: written.meeting,
    place: written.place ?? '',
    needs: written.needs ?? '',
    result: written.result,
    nextStep: written.nextStep ?? '',
    nextStepOn: written.nextStepOn,
  };
}
