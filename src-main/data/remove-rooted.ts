/** Removing what stands on a client, whatever entity it is of. */
import { entities } from '#shared/entities/index.ts';
import { statement } from './statement.ts';
import type { Transaction } from './write.ts';

/** Removes every record that stands on the client; the client himself stays. */
export function removeRootedAt(tx: Transaction, clientId: string): void {
  for (const entity of Object.values(entities)) {
    if (entity.root !== 'client') continue;
    const all = `SELECT id FROM ${entity.table} WHERE client = ? AND deleted_at IS NULL`;
    for (const { id } of statement<{ id: string }>(tx.db, all).all(clientId)) tx.remove(entity, id);
  }
}
