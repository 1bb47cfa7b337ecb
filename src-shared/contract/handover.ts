/** Handing clients over to a colleague who stands in, with what he needs to know of each, until a day. */
import { z } from 'zod';
import { handover as entity } from '#shared/entities/handover.ts';
import { byId, command, done, id, query } from './base.ts';
import { meetingRow } from './meeting-plans.ts';
import { promiseRow } from './promises.ts';

const { fields } = entity;

export const handoverRow = z.object({
  id,
  fromMember: id,
  fromName: z.string(),
  toMember: id,
  toName: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  standing: z.enum(['ahead', 'running', 'over']),
  clients: z.int(),
});
export type HandoverRow = z.infer<typeof handoverRow>;

/** One client of a pack: what the stand-in has to know without asking. Instants are UTC milliseconds. */
export const handedClient = z.object({
  id,
  /** What the hand-over names: of merged clients those that stand for this one. */
  handed: z.array(id),
  name: z.string(),
  town: z.string().nullable(),
  termsBrief: z.string().nullable(),
  people: z.array(
    z.object({ id, name: z.string(), jobTitle: z.string().nullable(), phone: z.string().nullable() }),
  ),
  promises: z.array(promiseRow),
  nextMeeting: meetingRow.nullable(),
  /** Contracts whose last day for notice or whose end falls into the time, or within 30 days of it. */
  deadlines: z.array(z.object({ id, title: z.string(), day: z.string(), kind: z.enum(['notice', 'end']) })),
  nextSteps: z.array(z.object({ text: z.string(), on: z.string().nullable() })),
  lastContactAt: z.int().nullable(),
});
export type HandedClient = z.infer<typeof handedClient>;

/** Who hands over is the member who writes it. */
const written = z.strictObject({
  toMember: fields.toMember.schema,
  clients: fields.clients.schema,
  startsOn: fields.startsOn.schema,
  endsOn: fields.endsOn.schema,
  note: fields.note.schema,
});

/** How much waits at a client that may be handed over. */
const suggestedClient = z.object({
  id,
  name: z.string(),
  town: z.string().nullable(),
  promises: z.int(),
  meetings: z.int(),
  /** Contracts whose notice or end falls into the time, or into the 30 days after. */
  deadlines: z.int(),
  /** Next steps of visits and calls with a day in the time. */
  steps: z.int(),
});
export type SuggestedClient = z.infer<typeof suggestedClient>;

const reads = ['handover', 'member', 'client', 'contact', 'position', 'promise', 'meeting'] as const;

export const handovers = {
  /** Running ones first, then those ahead, then those that are over, newest first. */
  list: query('handover', 'member').input(z.object({})).output(z.array(handoverRow)),
  /** The clients in the order in which they will need somebody. A client that is gone is left out. */
  pack: query(...reads, 'interaction', 'objection', 'contract', 'checklist', 'checklistItem')
    .input(byId)
    .output(
      z.object({
        handover: entity.record,
        fromName: z.string(),
        toName: z.string(),
        standing: handoverRow.shape.standing,
        clients: z.array(handedClient),
      }),
    ),
  /** Who stands in for the client's owner today; the hand-over that ends last, where there are several. */
  ofClient: query('handover', 'member', 'client')
    .input(z.object({ client: id }))
    .output(handoverRow.nullable()),
  /** Clients of the local member, those with something open or ahead in the time first; at most 1,000. */
  suggest: query(...reads, 'contract', 'interaction')
    .input(z.object({ startsOn: z.iso.date(), endsOn: z.iso.date() }))
    .output(z.array(suggestedClient)),
  create: command()
    .input(z.object({ id, values: written.partial({ note: true }) }))
    .output(done),
  edit: command()
    .input(z.object({ id, values: written.partial() }))
    .output(done),
  /** Ends it now, before its last day. */
  end: command().input(byId).output(done),
};
