/** Contracts, checklists and their templates. */
import { z } from 'zod';
import { checklist, checklistItem, checklistTemplate, contract } from '#shared/entities/contracts.ts';
import { byId, command, done, id, query, windowOf } from './base.ts';

const several = z.array(z.string()).max(50).optional();

export const contractFilter = z.object({
  text: z.string().max(200).optional(),
  client: id.optional(),
  status: several,
  type: several,
  /** Only contracts whose last day for notice is on or before this day. */
  noticeBefore: z.iso.date().optional(),
});
export type ContractFilter = z.infer<typeof contractFilter>;

export const checklistProgress = z.object({
  id,
  name: z.string(),
  contract: id.nullable(),
  meeting: id.nullable(),
  done: z.int(),
  items: z.array(
    z.object({
      id,
      text: z.string(),
      doneAt: z.int().nullable(),
      doneBy: z.string().nullable(),
      doneByName: z.string().nullable(),
      note: z.string().nullable(),
      rank: z.string(),
    }),
  ),
});
export type ChecklistProgress = z.infer<typeof checklistProgress>;

export const contractRow = z.object({
  id,
  client: id,
  clientName: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  type: z.string().nullable(),
  status: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  noticeDeadline: z.string().nullable(),
  done: z.int(),
  items: z.int(),
});
export type ContractRow = z.infer<typeof contractRow>;

/** A template offered for a client, a contract or a meeting; built-in ones come in the language of the screen. */
export const templateOffer = z.object({
  id: z.string(),
  builtIn: z.boolean(),
  name: z.string(),
  subject: checklistTemplate.fields.subject.schema,
  contractType: z.string().nullable(),
  meetingType: z.string().nullable(),
  items: z.array(z.string()),
});
export type TemplateOffer = z.infer<typeof templateOffer>;

export const contracts = {
  list: query('contract', 'client', 'checklist', 'checklistItem')
    .input(windowOf(contractFilter).extend({ sort: z.enum(['title', 'deadline']).default('deadline') }))
    .output(z.object({ total: z.int(), rows: z.array(contractRow) })),
  get: query('contract', 'client', 'checklist', 'checklistItem', 'member')
    .input(byId)
    .output(
      z.object({
        contract: contract.record,
        clientName: z.string(),
        noticeDeadline: z.string().nullable(),
        checklists: z.array(checklistProgress),
      }),
    ),
  create: command()
    .input(z.object({ id, values: contract.create }))
    .output(done),
  edit: command()
    .input(z.object({ id, values: contract.edit }))
    .output(done),
  remove: command().input(byId).output(done),
};

export const checklists = {
  templates: query('checklistTemplate', 'setting').input(z.object({})).output(z.array(templateOffer)),
  saveTemplate: command()
    .input(z.object({ id, values: checklistTemplate.create }))
    .output(done),
  removeTemplate: command().input(byId).output(done),
  /** Starts a checklist on a client, or on one of its contracts or meetings, with the template's items. */
  start: command()
    .input(
      z.object({
        id,
        client: id,
        contract: id.nullable().default(null),
        meeting: id.nullable().default(null),
        template: z.string(),
      }),
    )
    .output(done),
  remove: command().input(byId).output(done),
  addItem: command()
    .input(z.object({ id, checklist: id, text: checklistItem.fields.text.schema }))
    .output(done),
  /** `done: true` stamps now and the local member. */
  tick: command()
    .input(z.object({ id, done: z.boolean() }))
    .output(done),
  editItem: command()
    .input(
      z.object({
        id,
        text: checklistItem.fields.text.schema.optional(),
        note: checklistItem.fields.note.schema.optional(),
      }),
    )
    .output(done),
  /** Moves an item behind another one, or first when `after` is null. */
  moveItem: command()
    .input(z.object({ id, after: id.nullable() }))
    .output(done),
  removeItem: command().input(byId).output(done),
  rename: command()
    .input(z.object({ id, name: checklist.fields.name.schema }))
    .output(done),
};
