/** From what was typed into the composer to the command that writes it. */
import type { InputOf } from '#renderer/lib/live.ts';
import type { LogDraft, ObjectionDraft } from './log-draft.ts';

type LogInput = InputOf<'meetings', 'log'>;

const MINUTE = 60_000;

/** Nothing has been said yet that would be worth keeping. */
export function isEmptyLog(draft: LogDraft): boolean {
  const { summary, needs, nextStep, objections, promises, attachments } = draft;
  const said = [summary, needs, nextStep, ...[...objections, ...promises].map(({ text }) => text)];
  return said.every((text) => !text.trim()) && attachments.length === 0;
}

export function valuesOfLog(draft: LogDraft, client: string, now: number, zone: string): LogInput['values'] {
  const length = draft.minutes === null ? null : Math.round(draft.minutes * MINUTE);
  const happenedAt = draft.happenedAt ?? now - (length ?? 0);
  return {
    client,
    kind: draft.kind,
    happenedAt,
    endedAt: length === null ? null : happenedAt + length,
    zone: draft.zone ?? zone,
    meeting: draft.meeting,
    people: draft.people.length > 0 ? draft.people : null,
    place: orNull(draft.place),
    summary: orNull(draft.summary),
    needs: orNull(draft.needs),
    result: draft.kind === 'call' ? draft.result : null,
    nextStep: orNull(draft.nextStep),
    nextStepOn: draft.nextStepOn,
  };
}

/** Objections without a text were only opened, not heard. */
export function objectionsOfLog(draft: LogDraft): NonNullable<LogInput['objections']> {
  return draft.objections.filter((one) => one.text.trim()).map(valuesOfObjection);
}

/** Promises without a text were only opened, not heard. */
export function promisesOfLog(draft: LogDraft): NonNullable<LogInput['promises']> {
  return draft.promises
    .filter((one) => one.text.trim())
    .map((one) => ({ id: one.id, side: one.side, text: one.text.trim(), dueOn: one.dueOn }));
}

/** `purpose` as the tax office wants it said. */
export function tripOfLog({ trip }: LogDraft, purpose: string): LogInput['trip'] {
  if (!trip || trip.kilometres === null) return undefined;
  return {
    id: trip.id,
    kilometres: trip.kilometres,
    fromPlace: orNull(trip.fromPlace),
    toPlace: orNull(trip.toPlace),
    purpose,
    vehicle: orNull(trip.vehicle),
  };
}

export function attachmentsOfLog({ attachments }: LogDraft): NonNullable<LogInput['attachments']> {
  return attachments.map(({ id, duration }) => ({ id, duration }));
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

/** What "Späť" would take back, in a few words. */
export function nameOfLog(draft: LogDraft): string {
  const { summary, needs, nextStep, objections, promises, attachments } = draft;
  const heard = [...objections, ...promises].map(({ text }) => text);
  return firstWords(
    [summary, ...heard, needs, nextStep, ...attachments.map(({ name }) => name)].find((text) =>
      text.trim(),
    ) ?? '',
  );
}

const FEW_WORDS = 48;

export function firstWords(text: string): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  return line.length > FEW_WORDS ? `${line.slice(0, FEW_WORDS).trimEnd()}…` : line;
}

function orNull(text: string): string | null {
  return text.trim() || null;
}
