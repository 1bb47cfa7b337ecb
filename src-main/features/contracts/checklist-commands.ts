/** What the user does to a checklist as a whole. */
import { generateNKeysBetween } from 'fractional-indexing';
import { notFound, refused } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { type Transaction, type Written, write } from '#main/data/write.ts';
import { client } from '#shared/entities/clients.ts';
import { checklist, checklistItem, contract } from '#shared/entities/contracts.ts';
import { removeChecklist } from './steps.ts';
import { listTemplates } from './templates.ts';

interface Start {
  id: string;
  client: string;
  contract: string | null;
  template: string;
}

/** Copies the template, so that changing it later leaves running checklists as they are. */
export function startChecklist(base: Base, start: Start): Written {
  const template = listTemplates(base).find((offer) => offer.id === start.template);
  if (!template) throw notFound('checklistTemplate', start.template);
  return write(base, { key: 'checklistStarted', params: { name: template.name } }, (tx) => {
    if (readRecord(tx.db, checklist, start.id)) return;
    checkSubject(tx, start);
    tx.create(checklist, start.id, { client: start.client, contract: start.contract, name: template.name });
    const ranks = generateNKeysBetween(null, null, template.items.length);
    for (const [at, text] of template.items.entries())
      tx.create(checklistItem, tx.newId(), {
        client: start.client,
        checklist: start.id,
        text,
        rank: ranks[at] ?? '',
      });
  });
}

function checkSubject(tx: Transaction, start: Start): void {
  if (!tx.read(client, start.client)) throw notFound('client', start.client);
  if (start.contract === null) return;
  const subject = tx.read(contract, start.contract);
  if (!subject) throw notFound('contract', start.contract);
  if (subject.client !== start.client) throw refused('otherClient');
}

export function renameChecklist(base: Base, id: string, name: string): Written {
  return write(base, { key: 'checklistRenamed', params: { name } }, (tx) => tx.edit(checklist, id, { name }));
}

export function removeOneChecklist(base: Base, id: string): Written {
  const name = readRecord(base.reader, checklist, id)?.name ?? '';
  return write(base, { key: 'checklistRemoved', params: { name } }, (tx) => removeChecklist(tx, id));
}
