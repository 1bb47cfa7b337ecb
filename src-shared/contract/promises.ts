/** Promises of both sides, and what our departments were asked for. */
import { z } from 'zod';
import { DUE_GROUPS } from '#shared/domain/promises/standing.ts';
import { departmentRequest, promise } from '#shared/entities/promises.ts';
import { byId, command, done, id, query, windowOf } from './base.ts';

const { fields } = promise;
const { fields: asked } = departmentRequest;
/** Today on the device, by which what is late is told. */
const today = z.iso.date();
const text = z.string().max(200).optional();

/** A promise heard in a visit or made at the desk; what is left out of the optional ones is null. */
export const newPromise = z.strictObject({
  client: id,
  side: fields.side.schema,
  text: fields.text.schema,
  contact: fields.contact.schema.optional(),
  /** Left out: the local member. */
  member: fields.member.schema.optional(),
  department: fields.department.schema.optional(),
  /** Left out: now. */
  promisedAt: fields.promisedAt.schema.optional(),
  dueOn: fields.dueOn.schema.optional(),
  interaction: fields.interaction.schema.optional(),
  meeting: fields.meeting.schema.optional(),
  note: fields.note.schema.optional(),
});
export type NewPromise = z.infer<typeof newPromise>;

/** A promise written together with an interaction, which gives it client, time, interaction and meeting. */
export const heardPromise = newPromise
  .omit({ client: true, promisedAt: true, interaction: true, meeting: true })
  .extend({ id });
export type HeardPromise = z.infer<typeof heardPromise>;

/** A promise with the names around it. Days are `YYYY-MM-DD`, instants UTC milliseconds. */
export const promiseRow = z.object({
  id,
  client: id,
  clientName: z.string(),
  side: z.string(),
  text: z.string(),
  contact: id.nullable(),
  contactName: z.string().nullable(),
  member: id.nullable(),
  memberName: z.string().nullable(),
  department: z.string().nullable(),
  promisedAt: z.int(),
  dueOn: z.string().nullable(),
  state: z.string(),
  closedAt: z.int().nullable(),
  snoozedUntil: z.string().nullable(),
  snoozeReason: z.string().nullable(),
  interaction: id.nullable(),
  /** Days past the last day, today in the device's zone; 0 where it is not late. */
  daysLate: z.int(),
});
export type PromiseRow = z.infer<typeof promiseRow>;

/** A request to one of our departments with the names around it. */
export const requestRow = z.object({
  id,
  client: id,
  clientName: z.string(),
  promise: id.nullable(),
  promiseText: z.string().nullable(),
  department: z.string(),
  text: z.string(),
  askedBy: id,
  askedByName: z.string().nullable(),
  askedAt: z.int(),
  answerBy: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: z.int().nullable(),
  /** Days past the day it should have been answered; of an answered one 0. */
  daysLate: z.int(),
});
export type RequestRow = z.infer<typeof requestRow>;

export const promiseFilter = z.object({
  text,
  client: id.optional(),
  side: fields.side.schema.optional(),
  state: z.array(fields.state.schema).max(4).optional(),
  /** Only what the local member answers for or waits for. */
  mine: z.boolean().optional(),
  /** Open ones past their last day, not snoozed beyond today. */
  late: z.boolean().optional(),
  /** First and last of the days on which open ones ask for attention. */
  dueFrom: z.iso.date().optional(),
  dueTo: z.iso.date().optional(),
});
export type PromiseFilter = z.infer<typeof promiseFilter>;

export const requestFilter = z.object({
  text,
  client: id.optional(),
  promise: id.optional(),
  department: z.array(z.string()).max(50).optional(),
  state: z.enum(['open', 'answered']).optional(),
  mine: z.boolean().optional(),
  late: z.boolean().optional(),
});
export type RequestFilter = z.infer<typeof requestFilter>;

const groupCounts = z.array(z.object({ group: z.enum(DUE_GROUPS), count: z.int() }));
const requestText = asked.text.schema;

export const promises = {
  /**
   * Open ones (`state: ['open']`, `late` or a day given) late first, then by the day they ask for attention, undated
   * last; all others by when they were promised, newest first.
   */
  list: query('promise', 'client', 'contact', 'member')
    .input(windowOf(promiseFilter).extend({ today }))
    .output(z.object({ total: z.int(), rows: z.array(promiseRow) })),
  /** How many open ones each group of the due list holds, in its order. */
  groups: query('promise')
    .input(z.object({ filter: promiseFilter, today }))
    .output(groupCounts),
  get: query('promise', 'departmentRequest', 'client', 'contact', 'member')
    .input(byId)
    .output(
      z.object({
        promise: promise.record,
        clientName: z.string(),
        contactName: z.string().nullable(),
        memberName: z.string().nullable(),
        requests: z.array(requestRow),
      }),
    ),
  /** The open promises and requests of a client, late first. */
  ofClient: query('promise', 'departmentRequest', 'client', 'contact', 'member')
    .input(z.object({ client: id }))
    .output(z.object({ promises: z.array(promiseRow), requests: z.array(requestRow) })),
  /** How many promises and requests of the local member are late, of both sides. */
  late: query('promise', 'departmentRequest')
    .input(z.object({ today }))
    .output(z.object({ promises: z.int(), requests: z.int() })),
  /** Departments named before, the most used first. */
  departments: query('promise', 'departmentRequest').input(z.object({})).output(z.array(z.string())),
  /** With `request` the department is asked in the same action, for what was promised. */
  create: command()
    .input(
      z.object({
        id,
        values: newPromise,
        request: z.object({ id, answerBy: asked.answerBy.schema }).nullable().default(null),
      }),
    )
    .output(done),
  /** A new last day ends the snooze. */
  edit: command()
    .input(
      z.object({ id, values: newPromise.omit({ client: true, interaction: true, meeting: true }).partial() }),
    )
    .output(done),
  keep: command().input(byId).output(done),
  break: command().input(byId).output(done),
  /** Neither kept nor broken: it no longer matters. */
  withdraw: command().input(byId).output(done),
  reopen: command().input(byId).output(done),
  /** REFUSED `promiseClosed`, `promiseUndated` or `snoozeNotAhead`: only what has a last day can be put off, to a day ahead. */
  snooze: command()
    .input(
      z.object({
        id,
        until: z.iso.date(),
        reason: z.string().trim().min(1).max(300),
      }),
    )
    .output(done),
  unsnooze: command().input(byId).output(done),
};

export const departmentRequests = {
  /** Open ones (`state: 'open'` or `late`) by the day of the answer; all others newest first. */
  list: query('departmentRequest', 'promise', 'client', 'member')
    .input(windowOf(requestFilter).extend({ today }))
    .output(z.object({ total: z.int(), rows: z.array(requestRow) })),
  get: query('departmentRequest', 'promise', 'client', 'member').input(byId).output(requestRow),
  /** Asked now by the local member. With a promise the client is the promise's. */
  create: command()
    .input(
      z.object({
        id,
        client: id,
        promise: id.nullable().default(null),
        department: asked.department.schema,
        text: requestText,
        answerBy: asked.answerBy.schema.default(null),
      }),
    )
    .output(done),
  edit: command()
    .input(
      z.object({
        id,
        values: z
          .strictObject({
            department: asked.department.schema,
            text: requestText,
            answerBy: asked.answerBy.schema,
            answer: asked.answer.schema,
          })
          .partial(),
      }),
    )
    .output(done),
  answer: command()
    .input(z.object({ id, answer: requestText }))
    .output(done),
  /** What was answered is kept until there is another answer. */
  reopen: command().input(byId).output(done),
  /** Per department over requests of the last 365 days; most requests first. */
  statistics: query('departmentRequest')
    .input(z.object({ today }))
    .output(
      z.array(
        z.object({
          department: z.string(),
          requests: z.int(),
          answered: z.int(),
          /** Calendar days from the question to the answer; null while nothing is answered. */
          medianDays: z.number().nullable(),
          /** Of those with a day: answered after it or still waiting past it. */
          late: z.int(),
          withDay: z.int(),
        }),
      ),
    ),
};
