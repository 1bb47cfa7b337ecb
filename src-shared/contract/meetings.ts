/** The timeline of a client, and the one command that logs what happened. */
import { z } from 'zod';
import { interaction } from '#shared/entities/meetings.ts';
import { objection } from '#shared/entities/objections.ts';
import { byId, command, done, id, query } from './base.ts';

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

/** `author` is the local member; it is set by the engine. */
const logValues = z.object({
  client: id,
  kind: interaction.fields.kind.schema,
  happenedAt: interaction.fields.happenedAt.schema,
  zone: interaction.fields.zone.schema,
  people: interaction.fields.people.schema.optional(),
  summary: interaction.fields.summary.schema.optional(),
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
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const meetings = {
  timeline: query('interaction', 'objection', 'contact', 'member')
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
  get: query('interaction', 'objection', 'contact', 'member').input(byId).output(timelineEntry),
  /** Logs a visit, call, letter or note, with the objections heard in it, as one action. */
  log: command()
    .input(z.object({ id, values: logValues, objections: z.array(loggedObjection).max(20).default([]) }))
    .output(done),
  /** Writes a corrected version; the sealed one stays in history. */
  correct: command()
    .input(z.object({ id, corrects: id, values: logValues }))
    .output(done),
};
