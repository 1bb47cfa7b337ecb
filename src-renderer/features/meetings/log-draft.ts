/**
 * What the composer holds while somebody types: an entry of the timeline with the objections heard in it, or an
 * objection alone. It is a draft, so every field may still be empty; the functions below turn it into a command.
 */
import type { InputOf } from '#renderer/lib/live.ts';
import type { TimelineEntry } from '#shared/contract/meetings.ts';
import type { INTERACTION_KINDS } from '#shared/entities/meetings.ts';
import type { OBJECTION_KINDS, OBJECTION_OUTCOMES } from '#shared/entities/objections.ts';

export type InteractionKind = (typeof INTERACTION_KINDS)[number];
export type ObjectionKind = (typeof OBJECTION_KINDS)[number];
export type Outcome = (typeof OBJECTION_OUTCOMES)[number];

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

export interface LogDraft {
  kind: InteractionKind;
  summary: string;
  people: string[];
  /** UTC milliseconds; null means the moment of writing. */
  happenedAt: number | null;
  nextStep: string;
  nextStepOn: string | null;
  objections: ObjectionDraft[];
}

export interface ObjectionAloneDraft {
  objection: ObjectionDraft;
  contact: string | null;
  raisedAt: number | null;
}

type LogInput = InputOf<'meetings', 'log'>;

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

export function emptyLog(kind: InteractionKind): LogDraft {
  return { kind, summary: '', people: [], happenedAt: null, nextStep: '', nextStepOn: null, objections: [] };
}

export function emptyObjectionAlone(id: string): ObjectionAloneDraft {
  return { objection: emptyObjection(id), contact: null, raisedAt: null };
}

/** The composer filled with an entry that is being corrected. */
export function logOf(entry: TimelineEntry): LogDraft {
  const written = entry.interaction;
  return {
    kind: written.kind,
    summary: written.summary ?? '',
    people: written.people ?? [],
    happenedAt: written.happenedAt,
    nextStep: written.nextStep ?? '',
    nextStepOn: written.nextStepOn,
    objections: [],
  };
}

/** Nothing has been said yet that would be worth keeping. */
export function isEmptyLog(draft: LogDraft): boolean {
  return !draft.summary.trim() && !draft.nextStep.trim() && draft.objections.every((one) => !one.text.trim());
}

export function valuesOfLog(draft: LogDraft, client: string, now: number, zone: string): LogInput['values'] {
  return {
    client,
    kind: draft.kind,
    happenedAt: draft.happenedAt ?? now,
    zone,
    people: draft.people.length > 0 ? draft.people : null,
    summary: orNull(draft.summary),
    nextStep: orNull(draft.nextStep),
    nextStepOn: draft.nextStepOn,
  };
}

/** Objections without a text were only opened, not heard. */
export function objectionsOfLog(draft: LogDraft): NonNullable<LogInput['objections']> {
  return draft.objections.filter((one) => one.text.trim()).map(valuesOfObjection);
}

export function valuesOfObjection(one: ObjectionDraft) {
  return {
    id: one.id,
    text: one.text.trim(),
    kind: one.kind,
    product: orNull(one.product),
    competitor: orNull(one.competitor),
    answer: orNull(one.answer),
    outcome: one.outcome,
    followUp: orNull(one.followUp),
    followUpOn: one.followUpOn,
  };
}

/** The zone of this device, as an interaction keeps it. */
export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** What "Späť" would take back, in a few words. */
export function nameOfLog(draft: LogDraft): string {
  return firstWords(draft.summary || draft.objections.find((one) => one.text.trim())?.text || draft.nextStep);
}

const FEW_WORDS = 48;

export function firstWords(text: string): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  return line.length > FEW_WORDS ? `${line.slice(0, FEW_WORDS).trimEnd()}…` : line;
}

function orNull(text: string): string | null {
  return text.trim() || null;
}
