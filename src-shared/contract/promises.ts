/** Promises of both sides, and what our departments were asked for. */
import { z } from 'zod';
import { promise } from '#shared/entities/promises.ts';
import { id } from './base.ts';

const { fields } = promise;

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
