/** The objection log. */
import { z } from 'zod';
import { objection, objectionEvent } from '#shared/entities/objections.ts';
import { byId, command, done, id, query, windowOf } from './base.ts';

const several = z.array(z.string()).max(50).optional();

export const objectionFilter = z.object({
  text: z.string().max(200).optional(),
  client: id.optional(),
  outcome: several,
  kind: several,
  product: several,
  competitor: several,
});
export type ObjectionFilter = z.infer<typeof objectionFilter>;

export const objectionRow = z.object({
  id,
  client: id,
  clientName: z.string(),
  contactName: z.string().nullable(),
  raisedAt: z.int(),
  text: z.string(),
  kind: z.string().nullable(),
  product: z.string().nullable(),
  competitor: z.string().nullable(),
  answer: z.string().nullable(),
  outcome: z.string(),
  followUp: z.string().nullable(),
  followUpOn: z.string().nullable(),
});
export type ObjectionRow = z.infer<typeof objectionRow>;

export const objections = {
  list: query('objection', 'client', 'contact')
    .input(windowOf(objectionFilter))
    .output(z.object({ total: z.int(), rows: z.array(objectionRow) })),
  get: query('objection', 'objectionEvent', 'client', 'contact', 'member')
    .input(byId)
    .output(
      z.object({
        objection: objection.record,
        clientName: z.string(),
        contactName: z.string().nullable(),
        events: z.array(z.object({ event: objectionEvent.record, authorName: z.string().nullable() })),
      }),
    ),
  /** How many objections of each kind ended how, for the plot above the log. */
  summary: query('objection')
    .input(z.object({ filter: objectionFilter }))
    .output(z.array(z.object({ kind: z.string().nullable(), outcome: z.string(), count: z.int() }))),
  suggest: query('objection')
    .input(z.object({ field: z.enum(['product', 'competitor']), text: z.string().max(100) }))
    .output(z.array(z.string())),
  create: command()
    .input(z.object({ id, values: objection.create }))
    .output(done),
  /** A change of outcome also appends an event with the answer used. */
  edit: command()
    .input(z.object({ id, values: objection.edit }))
    .output(done),
  remove: command().input(byId).output(done),
};
