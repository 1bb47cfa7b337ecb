/** Writes that other features make to promises inside their own action. */
import { notFound } from '#main/data/app-error.ts';
import { readRecord } from '#main/data/codec.ts';
import type { Transaction } from '#main/data/write.ts';
import type { NewPromise } from '#shared/contract/promises.ts';
import { client } from '#shared/entities/clients.ts';
import type { NewValues } from '#shared/entities/define.ts';
import { departmentRequest, promise } from '#shared/entities/promises.ts';

/**
 * Writes an open promise: the local member's unless `member` is given (null: nobody's), promised now unless
 * `promisedAt` is. Repeating it with an id that exists does nothing. Throws NOT_FOUND when the client is gone, INVALID.
 */
export function makePromise(tx: Transaction, id: string, values: NewPromise): void {
  if (readRecord(tx.db, promise, id)) return;
  if (!tx.read(client, values.client)) throw notFound('client', values.client);
  const { member = tx.member, promisedAt = tx.now, ...rest } = values;
  tx.create(promise, id, { ...rest, member, promisedAt, state: 'open' });
}

/**
 * Closes a promise as kept, broken or withdrawn, now; a snooze ends with it. Nothing happens to one that stands so
 * already. Throws NOT_FOUND.
 */
export function closePromise(tx: Transaction, id: string, state: 'kept' | 'broken' | 'withdrawn'): void {
  const before = tx.read(promise, id);
  if (!before) throw notFound('promise', id);
  if (before.state === state) return;
  tx.edit(promise, id, { state, closedAt: tx.now, snoozedUntil: null, snoozeReason: null });
}

export type NewRequest = Pick<
  NewValues<typeof departmentRequest>,
  'client' | 'promise' | 'department' | 'text' | 'answerBy'
>;

/**
 * Asks a department on a client's behalf, now and in the local member's name; one about a promise stands on the
 * promise's client. Repeating it with an id that exists does nothing. Throws NOT_FOUND, INVALID.
 */
export function makeRequest(tx: Transaction, id: string, values: NewRequest): void {
  if (readRecord(tx.db, departmentRequest, id)) return;
  const about = values.promise ? tx.read(promise, values.promise) : undefined;
  if (values.promise && !about) throw notFound('promise', values.promise);
  const root = about?.client ?? values.client;
  if (!tx.read(client, root)) throw notFound('client', root);
  tx.create(departmentRequest, id, { ...values, client: root, askedBy: tx.member, askedAt: tx.now });
}
