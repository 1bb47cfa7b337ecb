/** Telephone arrangement: lists of clients to be called, and each attempt with its result. */
import { z } from 'zod';
import { callList, callTarget, interaction, meeting } from '#shared/entities/meetings.ts';
import { phoneSchema } from '#shared/entities/field.ts';
import { byId, command, done, id, query, windowOf } from './base.ts';
import { clientFilter } from './clients.ts';
import { promiseRow } from './promises.ts';

/** UTC milliseconds, by which what is to be called is told from what waits. */
const now = z.int();
const instant = z.int().nullable();

/** How many clients of a list stand how; `due` and `later` together are those that wait for a call. */
export const callCounts = z.object({
  due: z.int(),
  later: z.int(),
  appointed: z.int(),
  done: z.int(),
  refused: z.int(),
  unreachable: z.int(),
});
export type CallCounts = z.infer<typeof callCounts>;

export const callListRow = z.object({
  id,
  name: z.string(),
  createdAt: z.int(),
  closedAt: instant,
  counts: callCounts,
  total: z.int(),
  /** Calls made by this list, also those that reached nobody. */
  attempts: z.int(),
});
export type CallListRow = z.infer<typeof callListRow>;

export const callListFilter = z.object({
  text: z.string().max(200).optional(),
  /** Left out: both. */
  closed: z.boolean().optional(),
});

/** A client on a list, in its queue. */
export const queueRow = z.object({
  id,
  client: id,
  clientName: z.string(),
  town: z.string().nullable(),
  contactName: z.string().nullable(),
  state: z.string(),
  nextAttemptAt: instant,
  /** Of the newest attempt. */
  lastResult: z.string().nullable(),
  attempts: z.int(),
});
export type QueueRow = z.infer<typeof queueRow>;

export const callPerson = z.object({
  id,
  name: z.string(),
  jobTitle: z.string().nullable(),
  phones: z.array(phoneSchema),
});

export const callAttempt = z.object({
  id,
  at: z.int(),
  result: z.string().nullable(),
  summary: z.string().nullable(),
  authorName: z.string().nullable(),
});

/** Everything that one sees while calling. */
export const callPage = z.object({
  target: callTarget.record,
  list: callList.record,
  client: z.object({
    id,
    name: z.string(),
    status: z.string(),
    town: z.string().nullable(),
    phones: z.array(phoneSchema),
  }),
  /** People with a current place at the client, as they are called by name. */
  people: z.array(callPerson),
  /** The one to ask for: who was chosen, else who is best asked for and has a number. */
  person: callPerson.nullable(),
  /** Newest first. */
  attempts: z.array(callAttempt),
  /** Attempts since anybody was reached. */
  missed: z.int(),
  lastContact: z
    .object({
      at: z.int(),
      kind: z.string(),
      summary: z.string().nullable(),
      nextStep: z.string().nullable(),
    })
    .nullable(),
  promises: z.array(promiseRow),
  meeting: z
    .object({
      id,
      type: z.string(),
      status: z.string(),
      startsAt: z.int(),
      endsAt: z.int(),
      zone: z.string(),
    })
    .nullable(),
  /** The next one of the list to be called now, after this one; null when there is none. */
  next: id.nullable(),
});
export type CallPage = z.infer<typeof callPage>;

/** Clients chosen by hand, or everybody whom the filter of the client list shows. */
const whom = z.union([
  z.strictObject({ clients: z.array(id).min(1).max(500) }),
  z.strictObject({ filter: clientFilter }),
]);
export type Whom = z.infer<typeof whom>;

const appointment = z.strictObject({
  id,
  /** Id for its preparation, which begins with the meeting. */
  checklist: id,
  type: meeting.fields.type.schema,
  startsAt: meeting.fields.startsAt.schema,
  endsAt: meeting.fields.endsAt.schema,
  zone: meeting.fields.zone.schema,
  place: meeting.fields.place.schema.default(null),
});

const said = {
  /** Of the entry in the timeline. */
  id,
  target: id,
  zone: interaction.fields.zone.schema,
  /** Left out: now. */
  happenedAt: interaction.fields.happenedAt.schema.optional(),
  /** Whom one spoke with, or wanted to. */
  contact: id.nullable().default(null),
  summary: interaction.fields.summary.schema.default(null),
};

/** What came of one call; only what belongs to the result can be given with it. */
export const callMade = z.discriminatedUnion('result', [
  z.strictObject({ ...said, result: z.literal('appointed'), meeting: appointment }),
  z.strictObject({ ...said, result: z.literal('callBack'), nextAttemptAt: z.int() }),
  /** Null: there will be no further attempt, the client cannot be reached. */
  z.strictObject({ ...said, result: z.literal('notReached'), nextAttemptAt: instant }),
  z.strictObject({ ...said, result: z.literal('refused') }),
  z.strictObject({ ...said, result: z.literal('informed') }),
]);
export type CallMade = z.infer<typeof callMade>;

const listValues = { name: callList.fields.name.schema, script: callList.fields.script.schema };

const added = done.extend({
  added: z.int(),
  /** On the list already. */
  known: z.int(),
});

export const calls = {
  /** Open ones first, the newest first. */
  lists: query('callList', 'callTarget', 'client', 'interaction')
    .input(windowOf(callListFilter).extend({ now }))
    .output(z.object({ total: z.int(), rows: z.array(callListRow) })),
  /** With the first one to be called now. */
  get: query('callList', 'callTarget', 'client', 'interaction')
    .input(byId.extend({ now }))
    .output(z.object({ list: callList.record, row: callListRow, first: id.nullable() })),
  /** Due ones first, those promised an hour before the rest; then by the time of the next attempt; then the settled. */
  queue: query('callTarget', 'client', 'contact', 'interaction')
    .input(windowOf(z.object({ callList: id })).extend({ now }))
    .output(z.object({ total: z.int(), rows: z.array(queueRow) })),
  target: query(
    'callTarget',
    'callList',
    'client',
    'contact',
    'position',
    'interaction',
    'promise',
    'meeting',
    'member',
  )
    .input(byId.extend({ now }))
    .output(callPage),
  /** A list, with the clients that are to be on it from the start. REFUSED `callListTooLong`. */
  create: command()
    .input(z.object({ id, values: z.strictObject(listValues), whom: whom.optional() }))
    .output(added),
  edit: command()
    .input(z.object({ id, values: z.strictObject(listValues).partial() }))
    .output(done),
  /** Nobody on it is due any more; what was said stays. */
  close: command().input(byId).output(done),
  reopen: command().input(byId).output(done),
  /** A client is on a list once, however often he is added. REFUSED `callListClosed`, `callListTooLong`. */
  add: command().input(z.object({ id, whom })).output(added),
  /** The client leaves the list; what was said with him stays in his timeline. */
  remove: command().input(byId).output(done),
  /** Whom to ask for, or when to try again. */
  plan: command()
    .input(
      z.object({
        id,
        values: z
          .strictObject({ contact: callTarget.fields.contact.schema, nextAttemptAt: instant })
          .partial(),
      }),
    )
    .output(done),
  /** A settled client is to be called again. */
  again: command().input(byId).output(done),
  /** One call: its entry in the timeline, what becomes of the client on the list, and the meeting that was arranged. */
  attempt: command().input(callMade).output(done),
};
