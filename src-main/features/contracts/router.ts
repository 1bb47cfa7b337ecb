/** Procedures of contracts and of checklists. */
import { implement } from '@orpc/server';
import type { EngineContext } from '#main/data/context.ts';
import { checklists, contracts } from '#shared/contract/contracts.ts';
import { removeOneChecklist, renameChecklist, startChecklist } from './checklist-commands.ts';
import { createContract, editContract, removeOneContract } from './commands.ts';
import { addItem, editItem, moveItem, removeItem, tickItem } from './item-commands.ts';
import { getContract, listContracts } from './queries.ts';
import { listTemplates, removeTemplate, saveTemplate } from './templates.ts';

const ofContracts = implement(contracts).$context<EngineContext>();

export const contractsRouter = ofContracts.router({
  list: ofContracts.list.handler(({ input, context }) => listContracts(context.engine.base, input)),
  get: ofContracts.get.handler(({ input, context }) => getContract(context.engine.base, input.id)),
  create: ofContracts.create.handler(({ input, context }) =>
    createContract(context.engine.base, input.id, input.values),
  ),
  edit: ofContracts.edit.handler(({ input, context }) =>
    editContract(context.engine.base, input.id, input.values),
  ),
  remove: ofContracts.remove.handler(({ input, context }) =>
    removeOneContract(context.engine.base, input.id),
  ),
});

const ofLists = implement(checklists).$context<EngineContext>();

export const checklistsRouter = ofLists.router({
  templates: ofLists.templates.handler(({ context }) => listTemplates(context.engine.base)),
  saveTemplate: ofLists.saveTemplate.handler(({ input, context }) =>
    saveTemplate(context.engine.base, input.id, input.values),
  ),
  removeTemplate: ofLists.removeTemplate.handler(({ input, context }) =>
    removeTemplate(context.engine.base, input.id),
  ),
  start: ofLists.start.handler(({ input, context }) => startChecklist(context.engine.base, input)),
  remove: ofLists.remove.handler(({ input, context }) => removeOneChecklist(context.engine.base, input.id)),
  addItem: ofLists.addItem.handler(({ input, context }) =>
    addItem(context.engine.base, input.id, input.checklist, input.text),
  ),
  tick: ofLists.tick.handler(({ input, context }) => tickItem(context.engine.base, input.id, input.done)),
  editItem: ofLists.editItem.handler(({ input, context }) => {
    const { id, ...values } = input;
    return editItem(context.engine.base, id, values);
  }),
  moveItem: ofLists.moveItem.handler(({ input, context }) =>
    moveItem(context.engine.base, input.id, input.after),
  ),
  removeItem: ofLists.removeItem.handler(({ input, context }) => removeItem(context.engine.base, input.id)),
  rename: ofLists.rename.handler(({ input, context }) =>
    renameChecklist(context.engine.base, input.id, input.name),
  ),
});
