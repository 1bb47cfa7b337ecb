/** Writes that other features make to promises inside their own action. */
import { notFound } from '#main/data/app-error.ts';
import { readRecord } from '#main/data/codec.ts';
import type { Transaction } from '#main/data/write.ts';
import type { NewPromise } from '#shared/contract/promises.ts';
import { client } from '#shared/entities/clients.ts';
import { promise } from '#shared/entities/promises.ts';

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
