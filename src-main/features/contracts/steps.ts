/** Writes that other features make to contracts and checklists inside their own action. */
import { statement } from '#main/data/statement.ts';
import type { Transaction } from '#main/data/write.ts';
import { checklist, checklistItem, contract } from '#shared/entities/contracts.ts';

function removeEach(
  tx: Transaction,
  sql: string,
  id: string,
  remove: (tx: Transaction, id: string) => void,
): void {
  for (const row of statement<{ id: string }>(tx.db, sql).all(id)) remove(tx, row.id);
}

/** Removes a checklist with its items. */
export function removeChecklist(tx: Transaction, id: string): void {
  removeEach(tx, 'SELECT id FROM checklist_item WHERE checklist = ? AND deleted_at IS NULL', id, (_, item) =>
    tx.remove(checklistItem, item),
  );
  tx.remove(checklist, id);
}

/** Removes a contract with its checklists. */
export function removeContract(tx: Transaction, id: string): void {
  removeEach(tx, 'SELECT id FROM checklist WHERE contract = ? AND deleted_at IS NULL', id, removeChecklist);
  tx.remove(contract, id);
}
