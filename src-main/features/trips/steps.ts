/** Writes that other features make to the trip log inside their own action. */
import { notFound } from '#main/data/app-error.ts';
import { readRecord } from '#main/data/codec.ts';
import type { Transaction } from '#main/data/write.ts';
import { client } from '#shared/entities/clients.ts';
import type { NewValues } from '#shared/entities/define.ts';
import { trip } from '#shared/entities/meetings.ts';

/**
 * Writes a trip of the local member. Repeating it with an id that exists does nothing. Throws NOT_FOUND when the client
 * is gone, INVALID.
 */
export function writeTrip(tx: Transaction, id: string, values: Omit<NewValues<typeof trip>, 'member'>): void {
  if (readRecord(tx.db, trip, id)) return;
  if (values.client && !tx.read(client, values.client)) throw notFound('client', values.client);
  tx.create(trip, id, { ...values, member: tx.member });
}
