/**
 * The brief: what one page says about a client before a meeting. The engine says what and where it comes from; the
 * window puts it into words, in the language that the page is in.
 */
import { z } from 'zod';
import { entityNames } from '#shared/entities/index.ts';
import { meeting } from '#shared/entities/meetings.ts';
import { id, query } from './base.ts';

/** In the order of a page for no type of meeting in particular. */
export const BRIEF_SECTIONS = [
  'changes',
  'promises',
  'objections',
  'likely',
  'needs',
  'contracts',
  'people',
  'checklist',
] as const;
export type BriefSectionId = (typeof BRIEF_SECTIONS)[number];

/** A day `YYYY-MM-DD`, or an instant in UTC milliseconds, written as the page's language writes it. */
const written = z.union([
  z.string(),
  z.number(),
  z.object({ day: z.string() }),
  z.object({ at: z.number() }),
]);

export const briefWord = z.discriminatedUnion('is', [
  /** As somebody typed it. */
  z.object({ is: z.literal('text'), text: z.string() }),
  z.object({ is: z.literal('day'), day: z.string() }),
  /** The day of an instant in the zone of the reader. */
  z.object({ is: z.literal('instant'), at: z.int() }),
  z.object({ is: z.literal('phone'), phone: z.string() }),
  /** The name of a choice. */
  z.object({ is: z.literal('choice'), entity: z.string(), field: z.string(), value: z.string() }),
  /** The name of a field with what stands in it; null: nothing any more. */
  z.object({
    is: z.literal('value'),
    entity: z.string(),
    field: z.string(),
    value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  }),
  /** A sentence of the catalogue. */
  z.object({ is: z.literal('message'), key: z.string(), params: z.record(z.string(), written) }),
]);
export type BriefWord = z.infer<typeof briefWord>;

export const briefLine = z.object({
  /** The record that the line is read from. */
  source: z.object({ entity: z.enum(entityNames), id }),
  /** Lines of one group stand together below it. */
  group: briefWord.optional(),
  /** Before it: the day. */
  lead: briefWord.optional(),
  /** What the line says; each word is a text of its own. */
  words: z.array(briefWord),
  /** Beside it, less loud. */
  facts: z.array(briefWord).default([]),
  /** Below it: the answers that worked. */
  under: z.array(z.array(briefWord)).default([]),
  tone: z.enum(['plain', 'look', 'late']).default('plain'),
  /** Not for the client's eyes. */
  internal: z.boolean().default(false),
  /** Facts that are not for the client's eyes on a line that is. */
  internalFacts: z.array(briefWord).default([]),
});
export type BriefLine = z.infer<typeof briefLine>;

export const briefSection = z.object({
  id: z.enum(BRIEF_SECTIONS),
  /** Not for the client's eyes. */
  internal: z.boolean(),
  lines: z.array(briefLine),
  /** How many lines there are beside these. */
  more: z.int(),
});
export type BriefSection = z.infer<typeof briefSection>;

const named = z.object({ id, name: z.string() });

export const brief = z.object({
  client: z.object({
    id,
    name: z.string(),
    status: z.string().nullable(),
    tier: z.string().nullable(),
    ownerName: z.string().nullable(),
    town: z.string().nullable(),
    language: z.string().nullable(),
  }),
  /** Null for the brief of a client as such. */
  meeting: z
    .object({
      id,
      type: meeting.fields.type.schema,
      status: meeting.fields.status.schema,
      title: z.string().nullable(),
      startsAt: z.int(),
      endsAt: z.int(),
      zone: z.string(),
      place: z.string().nullable(),
      stand: z.string().nullable(),
      people: z.array(named),
      ours: z.array(named),
      aims: z.array(z.string()),
      agenda: z.string().nullable(),
      /** Not for the client's eyes, as are aims and notes. */
      plan: z.object({
        aim: z.string().nullable(),
        limit: z.string().nullable(),
        concessions: z.string().nullable(),
      }),
      notes: z.string().nullable(),
    })
    .nullable(),
  /** The type of meeting that orders the sections. */
  type: z.string().nullable(),
  /** When somebody of ours last met the client; changes are counted from then. Null: never so far. */
  since: z.object({ at: z.int(), interaction: id }).nullable(),
  /** The most pressing first. Not for the client's eyes. */
  warnings: z.array(briefLine),
  sections: z.array(briefSection),
  /** When it was made, UTC milliseconds. */
  madeAt: z.int(),
});
export type Brief = z.infer<typeof brief>;

const READS = [
  'client',
  'contact',
  'position',
  'interaction',
  'meeting',
  'promise',
  'objection',
  'objectionEvent',
  'contract',
  'checklist',
  'checklistItem',
  'member',
  'setting',
] as const;

export const briefs = {
  /** Before or at a planned meeting, and after it. */
  ofMeeting: query(...READS)
    .input(z.object({ id }))
    .output(brief),
  /** Before anything else with a client: a visit on the way, a call. */
  ofClient: query(...READS)
    .input(z.object({ client: id, type: meeting.fields.type.schema.optional() }))
    .output(brief),
};
