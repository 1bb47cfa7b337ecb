/** Procedures of clients, contacts and positions. */
import { implement } from '@orpc/server';
import type { EngineContext } from '#main/data/context.ts';
import { clients, contacts, positions } from '#shared/contract/clients.ts';
import { createClient, editClient, removeClient } from './client-commands.ts';
import { readClientDesk } from './client-desk.ts';
import { listClients } from './client-list.ts';
import { clientFacets, suggestValues } from './client-values.ts';
import {
  createContact,
  createPosition,
  editContact,
  editPosition,
  removeContact,
  removePosition,
} from './contact-commands.ts';
import { eraseContact } from './erase-contact.ts';
import { listContacts, readContact } from './contact-queries.ts';
import { mergeRecords, unmergeRecord } from './merge-commands.ts';
import { similarClients } from './similar-clients.ts';

const ofClients = implement(clients).$context<EngineContext>();
const ofContacts = implement(contacts).$context<EngineContext>();
const ofPositions = implement(positions).$context<EngineContext>();

export const clientsRouter = ofClients.router({
  list: ofClients.list.handler(({ input, context }) => listClients(context.engine.base, input)),
  facets: ofClients.facets.handler(({ input, context }) => clientFacets(context.engine.base, input.filter)),
  desk: ofClients.desk.handler(({ input, context }) => readClientDesk(context.engine.base, input.id)),
  similar: ofClients.similar.handler(({ input, context }) => similarClients(context.engine.base, input)),
  suggest: ofClients.suggest.handler(({ input, context }) =>
    suggestValues(context.engine.base, input.field, input.text),
  ),
  create: ofClients.create.handler(({ input, context }) =>
    createClient(context.engine.base, input.id, input.values),
  ),
  edit: ofClients.edit.handler(({ input, context }) =>
    editClient(context.engine.base, input.id, input.values),
  ),
  remove: ofClients.remove.handler(({ input, context }) => removeClient(context.engine.base, input.id)),
  merge: ofClients.merge.handler(({ input, context }) => mergeRecords(context.engine.base, 'client', input)),
  unmerge: ofClients.unmerge.handler(({ input, context }) =>
    unmergeRecord(context.engine.base, 'client', input.id),
  ),
});

export const contactsRouter = ofContacts.router({
  list: ofContacts.list.handler(({ input, context }) => listContacts(context.engine.base, input)),
  get: ofContacts.get.handler(({ input, context }) => readContact(context.engine.base, input.id)),
  create: ofContacts.create.handler(({ input, context }) =>
    createContact(context.engine.base, input.id, input.values, input.position),
  ),
  edit: ofContacts.edit.handler(({ input, context }) =>
    editContact(context.engine.base, input.id, input.values),
  ),
  remove: ofContacts.remove.handler(({ input, context }) => removeContact(context.engine.base, input.id)),
  merge: ofContacts.merge.handler(({ input, context }) =>
    mergeRecords(context.engine.base, 'contact', input),
  ),
  unmerge: ofContacts.unmerge.handler(({ input, context }) =>
    unmergeRecord(context.engine.base, 'contact', input.id),
  ),
  erase: ofContacts.erase.handler(({ input, context }) => eraseContact(context.engine.base, input)),
});

export const positionsRouter = ofPositions.router({
  create: ofPositions.create.handler(({ input, context }) =>
    createPosition(context.engine.base, input.id, input.values),
  ),
  edit: ofPositions.edit.handler(({ input, context }) =>
    editPosition(context.engine.base, input.id, input.values),
  ),
  remove: ofPositions.remove.handler(({ input, context }) => removePosition(context.engine.base, input.id)),
});
