/** Writes that other features make to meetings inside their own action. */
import { invalid, notFound } from '#main/data/app-error.ts';
import type { Transaction } from '#main/data/write.ts';
import type { MeetingPlan } from '#shared/contract/meeting-plans.ts';
import { timeProblems } from '#shared/domain/meetings/meeting-times.ts';
import { client } from '#shared/entities/clients.ts';
import { meeting } from '#shared/entities/meetings.ts';

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

/** A meeting that is written up took place, also one that had been called off. Throws NOT_FOUND. */
export function holdMeeting(tx: Transaction, id: string): void {
  tx.edit(meeting, id, { status: 'held' });
}
