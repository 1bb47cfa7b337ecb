/** What the user does to a checklist as a whole. */
import { notFound, refused } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { winnerId } from '#main/data/merged.ts';
import { type Transaction, type Written, write } from '#main/data/write.ts';
import { client } from '#shared/entities/clients.ts';
import { checklist, contract } from '#shared/entities/contracts.ts';
import { meeting } from '#shared/entities/meetings.ts';
import { copyTemplate, removeChecklist } from './steps.ts';
import { listTemplates } from './templates.ts';

interface Start {
  id: string;
  client: string;
  contract: string | null;
  meeting: string | null;
  template: string;
}

export function startChecklist(base: Base, start: Start): Written {
  const template = listTemplates(base).find((offer) => offer.id === start.template);
  if (!template) throw notFound('checklistTemplate', start.template);
  return write(base, { key: 'checklistStarted', params: { name: template.name } }, (tx) => {
    if (readRecord(tx.db, checklist, start.id)) return;
    copyTemplate(tx, start.id, { ...start, client: ownerOf(tx, start) }, template);
  });
}

/** The client that it stands on: that of its contract or meeting, also where that is shown at another one. */
function ownerOf(tx: Transaction, start: Start): string {
  if (!tx.read(client, start.client)) throw notFound('client', start.client);
  let owner = start.client;
  for (const entity of [contract, meeting]) {
    const of = start[entity.name as 'contract' | 'meeting'];
    if (of === null) continue;
    const subject = tx.read<typeof contract | typeof meeting>(entity, of);
    if (!subject) throw notFound(entity.name, of);
    if (winnerId(tx.db, subject.client) !== winnerId(tx.db, start.client)) throw refused('otherClient');
    owner = subject.client;
  }
  return owner;
}

export function renameChecklist(base: Base, id: string, name: string): Written {
  return write(base, { key: 'checklistRenamed', params: { name } }, (tx) => tx.edit(checklist, id, { name }));
}

export function removeOneChecklist(base: Base, id: string): Written {
  const name = readRecord(base.reader, checklist, id)?.name ?? '';
  return write(base, { key: 'checklistRemoved', params: { name } }, (tx) => removeChecklist(tx, id));
}
