/** What the user does to an item of a checklist. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { type Transaction, type Written, write } from '#main/data/write.ts';
import { headOf } from '#shared/domain/text/head-of.ts';
import { checklist, checklistItem } from '#shared/entities/contracts.ts';
import { rankAtEnd, ranksBehind } from './item-ranks.ts';

export function addItem(base: Base, id: string, listId: string, text: string): Written {
  return write(base, { key: 'checklistItemAdded', params: { name: headOf(text) } }, (tx) => {
    const list = tx.read(checklist, listId);
    if (!list) throw notFound('checklist', listId);
    const rank = rankAtEnd(tx, listId);
    tx.create(checklistItem, id, { client: list.client, checklist: listId, text, rank });
  });
}

/** Ticking what is ticked already keeps who did it and when. */
export function tickItem(base: Base, id: string, isDone: boolean): Written {
  return change(base, id, isDone ? 'checklistItemTicked' : 'checklistItemUnticked', (tx) => {
    const item = tx.read(checklistItem, id);
    if (!item) throw notFound('checklistItem', id);
    if ((item.doneAt !== null) === isDone) return;
    tx.edit(checklistItem, id, {
      doneAt: isDone ? tx.now : null,
      doneBy: isDone ? tx.member : null,
    });
  });
}

export function editItem(
  base: Base,
  id: string,
  values: { text?: string | undefined; note?: string | null | undefined },
): Written {
  return change(base, id, 'checklistItemEdited', (tx) => tx.edit(checklistItem, id, values));
}

/** Behind the item `after` of the same checklist, or first when it is null. */
export function moveItem(base: Base, id: string, after: string | null): Written {
  return change(base, id, 'checklistItemMoved', (tx) => {
    const item = tx.read(checklistItem, id);
    if (!item) throw notFound('checklistItem', id);
    const ranks = ranksBehind(tx, item.checklist, id, after);
    if (!ranks) throw notFound('checklistItem', after ?? id);
    for (const [moved, rank] of ranks) tx.edit(checklistItem, moved, { rank });
  });
}

export function removeItem(base: Base, id: string): Written {
  return change(base, id, 'checklistItemRemoved', (tx) => tx.remove(checklistItem, id));
}

function change(base: Base, id: string, key: string, work: (tx: Transaction) => void): Written {
  const name = headOf(readRecord(base.reader, checklistItem, id)?.text ?? '');
  return write(base, { key, params: { name } }, work);
}
