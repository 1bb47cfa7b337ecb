/** Writes that other features make to contracts and checklists inside their own action. */
import { generateNKeysBetween } from 'fractional-indexing';
import { statement } from '#main/data/statement.ts';
import type { Transaction } from '#main/data/write.ts';
import type { TemplateOffer } from '#shared/contract/contracts.ts';
import { checklist, checklistItem, contract } from '#shared/entities/contracts.ts';

/** Starts a checklist with the template's items: changing the template later leaves it as it is. */
export function copyTemplate(
  tx: Transaction,
  id: string,
  on: { client: string; contract?: string | null; meeting?: string | null },
  template: Pick<TemplateOffer, 'name' | 'items'>,
): void {
  const { client, contract: ofContract = null, meeting = null } = on;
  tx.create(checklist, id, { client, contract: ofContract, meeting, name: template.name });
  const ranks = generateNKeysBetween(null, null, template.items.length);
  for (const [at, text] of template.items.entries())
    tx.create(checklistItem, tx.newId(), { client, checklist: id, text, rank: ranks[at] ?? '' });
}

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
