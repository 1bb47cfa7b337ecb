/** Writes that other features make to meetings inside their own action. */
import { invalid, notFound } from '#main/data/app-error.ts';
import { readRecord } from '#main/data/codec.ts';
import type { Transaction } from '#main/data/write.ts';
import type { TemplateOffer } from '#shared/contract/contracts.ts';
import type { MeetingPlan } from '#shared/contract/meeting-plans.ts';
import { timeProblems } from '#shared/domain/meetings/meeting-times.ts';
import { client } from '#shared/entities/clients.ts';
import type { NewValues } from '#shared/entities/define.ts';
import { interaction, meeting } from '#shared/entities/meetings.ts';
import { copyTemplate } from '../contracts/steps.ts';

/** Plans a meeting; `ours` left out is the local member. Throws NOT_FOUND for the client, INVALID. */
export function planMeeting(
  tx: Transaction,
  id: string,
  values: MeetingPlan & { icalUid?: string | null },
): void {
  if (!tx.read(client, values.client)) throw notFound('client', values.client);
  const problems = timeProblems(values);
  if (problems.length > 0) throw invalid(problems);
  tx.create(meeting, id, { ...values, status: 'planned', ours: values.ours ?? [tx.member] });
}

/** Plans a meeting with its preparation; repeating it with an id that exists does nothing. Throws as `planMeeting`. */
export function planPrepared(
  tx: Transaction,
  { id, values, checklist }: { id: string; values: MeetingPlan; checklist: string | null },
  template: TemplateOffer | undefined,
): void {
  if (readRecord(tx.db, meeting, id)) return;
  planMeeting(tx, id, values);
  if (checklist && template) copyTemplate(tx, checklist, { client: values.client, meeting: id }, template);
}

/** Writes a call of the local member into the timeline. Throws NOT_FOUND for the client, INVALID. */
export function writeCall(
  tx: Transaction,
  id: string,
  values: Omit<NewValues<typeof interaction>, 'kind' | 'author'>,
): void {
  if (!tx.read(client, values.client)) throw notFound('client', values.client);
  tx.create(interaction, id, { ...values, kind: 'call', author: tx.member });
}

/** A meeting that is written up took place, also one that had been called off. Throws NOT_FOUND. */
export function holdMeeting(tx: Transaction, id: string): void {
  tx.edit(meeting, id, { status: 'held' });
}
