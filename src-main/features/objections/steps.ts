/** Writes that other features make to objections inside their own action. */
import { notFound } from '#main/data/app-error.ts';
import { readRecord } from '#main/data/codec.ts';
import { statement } from '#main/data/statement.ts';
import type { Transaction } from '#main/data/write.ts';
import { client } from '#shared/entities/clients.ts';
import type { NewValues } from '#shared/entities/define.ts';
import { objection, objectionEvent } from '#shared/entities/objections.ts';

/**
 * Writes an objection and the event with the outcome and answer it was logged with. Repeating it with an id that
 * exists adds neither. Throws NOT_FOUND when the client is gone.
 */
export function raiseObjection(tx: Transaction, id: string, values: NewValues<typeof objection>): void {
  if (readRecord(tx.db, objection, id)) return;
  if (!tx.read(client, values.client)) throw notFound('client', values.client);
  tx.create(objection, id, values);
  tx.create(objectionEvent, tx.newId(), {
    client: values.client,
    objection: id,
    outcome: values.outcome,
    answer: values.answer ?? null,
    happenedAt: values.raisedAt,
    author: tx.member,
  });
}

/** Removes an objection with the events of its outcomes. */
export function removeObjection(tx: Transaction, id: string): void {
  const events = 'SELECT id FROM objection_event WHERE objection = ? AND deleted_at IS NULL';
  for (const event of statement<{ id: string }>(tx.db, events).all(id)) tx.remove(objectionEvent, event.id);
  tx.remove(objection, id);
}
