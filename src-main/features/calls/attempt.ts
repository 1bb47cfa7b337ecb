/** One call by a list: what was said, what becomes of the client on the list, and the meeting that was arranged. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { winnerId } from '#main/data/merged.ts';
import { type Written, write } from '#main/data/write.ts';
import type { CallMade } from '#shared/contract/calls.ts';
import { stateAfter } from '#shared/domain/calls/call-outcome.ts';
import { callTarget, interaction } from '#shared/entities/meetings.ts';
import { preparationFor } from '../contracts/facts.ts';
import { planPrepared, writeCall } from '../meetings/steps.ts';
import { labelOfTarget } from './commands.ts';

/**
 * All of it is one action. A list that somebody closed during the call takes it too: what was said must not be lost.
 * Repeating it with the same id does nothing.
 */
export function makeAttempt(base: Base, made: CallMade): Written {
  const template = made.result === 'appointed' ? preparationFor(base, made.meeting.type) : undefined;
  return write(base, labelOfTarget(base, 'callMade', made.target), (tx) => {
    if (readRecord(tx.db, interaction, made.id)) return;
    const target = tx.read(callTarget, made.target);
    if (!target) throw notFound('callTarget', made.target);
    const client = winnerId(tx.db, target.client);
    const { zone, contact, summary, result } = made;
    const people = contact === null ? null : [contact];
    writeCall(tx, made.id, {
      client,
      happenedAt: made.happenedAt ?? tx.now,
      zone,
      people,
      summary,
      result,
      callTarget: target.id,
    });
    if (made.result === 'appointed') {
      const { id, checklist, ...values } = made.meeting;
      planPrepared(tx, { id, checklist, values: { ...values, client, people } }, template);
    }
    tx.edit(callTarget, target.id, {
      contact: contact ?? target.contact,
      state: stateAfter(result, result === 'notReached' && made.nextAttemptAt === null),
      nextAttemptAt: 'nextAttemptAt' in made ? made.nextAttemptAt : null,
      ...(made.result === 'appointed' && { meeting: made.meeting.id }),
    });
  });
}
