/** The timeline of a client, and the one command that logs what happened. */
import { z } from 'zod';
import { attachment } from '#shared/entities/attachments.ts';
import { interaction } from '#shared/entities/meetings.ts';
import { objection } from '#shared/entities/objections.ts';
import { byId, command, done, id, query } from './base.ts';
import { heardPromise, promiseRow } from './promises.ts';
import { tripDetails } from './trips.ts';

/** An objection heard during the interaction; client, contact and time are taken from the interaction. */
export const loggedObjection = z.object({
  id,
  text: z.string().trim().min(1).max(20_000),
  kind: objection.fields.kind.schema.optional(),
  product: objection.fields.product.schema.optional(),
  competitor: objection.fields.competitor.schema.optional(),
  answer: objection.fields.answer.schema.optional(),
  outcome: objection.fields.outcome.schema.optional(),
  followUp: objection.fields.followUp.schema.optional(),
  followUpOn: objection.fields.followUpOn.schema.optional(),
});

/** The way to the interaction; day, client and driver are taken from it. */
const loggedTrip = tripDetails.extend({ id });

/** Bytes that were sent before under this id (`attachments.begin`, `send`, `finish`). */
const loggedAttachment = z.object({
  id,
  caption: attachment.fields.caption.schema.optional(),
  duration: attachment.fields.duration.schema.optional(),
});

/** `author` is the local member; it is set by the engine. A correction keeps what it does not name. */
const logValues = z.object({
  client: id,
  kind: interaction.fields.kind.schema,
  happenedAt: interaction.fields.happenedAt.schema,
  zone: interaction.fields.zone.schema,
  endedAt: interaction.fields.endedAt.schema.optional(),
  meeting: interaction.fields.meeting.schema.optional(),
  people: interaction.fields.people.schema.optional(),
  place: interaction.fields.place.schema.optional(),
  summary: interaction.fields.summary.schema.optional(),
  needs: interaction.fields.needs.schema.optional(),
  result: interaction.fields.result.schema.optional(),
  callTarget: interaction.fields.callTarget.schema.optional(),
  nextStep: interaction.fields.nextStep.schema.optional(),
  nextStepOn: interaction.fields.nextStepOn.schema.optional(),
});

export const timelineEntry = z.object({
  /** The newest version of the entry. */
  interaction: interaction.record,
  /** The versions it corrects, newest first. */
  corrected: z.array(interaction.record),
  authorName: z.string().nullable(),
  people: z.array(z.object({ id, name: z.string() })),
  objections: z.array(z.object({ id, text: z.string(), kind: z.string().nullable(), outcome: z.string() })),
  promises: z.array(promiseRow),
  /** The meeting that it is the record of. */
  meeting: z.object({ id, type: z.string(), title: z.string().nullable(), startsAt: z.int() }).nullable(),
  trip: z.object({ id, kilometres: z.int() }).nullable(),
  /** How many photos, memos and files belong to it. */
  attachments: z.int(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

const ENTRY = [
  'interaction',
  'objection',
  'promise',
  'meeting',
  'trip',
  'attachment',
  'contact',
  'member',
] as const;

export const meetings = {
  timeline: query(...ENTRY)
    .input(
      z.object({
        client: id.optional(),
        contact: id.optional(),
        kinds: z.array(z.string()).max(20).optional(),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ total: z.int(), entries: z.array(timelineEntry) })),
  get: query(...ENTRY)
    .input(byId)
    .output(timelineEntry),
  /**
   * Logs a visit, call, letter or note, with the objections and promises heard in it, the way there, its photos, memos
   * and files, as one action; a planned meeting that it is the record of is then held.
   */
  log: command()
    .input(
      z.object({
        id,
        values: logValues,
        objections: z.array(loggedObjection).max(20).default([]),
        promises: z.array(heardPromise).max(20).default([]),
        trip: loggedTrip.optional(),
        attachments: z.array(loggedAttachment).max(50).default([]),
      }),
    )
    .output(done),
  /** Writes a corrected version; the sealed one stays in history. */
  correct: command()
    .input(z.object({ id, corrects: id, values: logValues }))
    .output(done),
};
