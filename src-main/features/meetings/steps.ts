/** Writes that other features make to interactions inside their own action. */
import { statement } from '#main/data/statement.ts';
import type { Transaction } from '#main/data/write.ts';
import { interaction } from '#shared/entities/meetings.ts';

/** Removes every interaction of a client, corrected versions too; its objections are removed on their own. */
export function removeInteractionsOf(tx: Transaction, clientId: string): void {
  const all = 'SELECT id FROM interaction WHERE client = ? AND deleted_at IS NULL';
  for (const { id } of statement<{ id: string }>(tx.db, all).all(clientId)) tx.remove(interaction, id);
}
