/** Entries that may mean the same: which, why, and what speaks for each. Merging itself is `clients.merge`, `contacts.merge`. */
import { z } from 'zod';
import { DUPLICATE_REASONS } from '#shared/domain/join/duplicates.ts';
import { command, id, query } from './base.ts';

export const duplicateKind = z.enum(['client', 'contact']);
export type DuplicateKind = z.infer<typeof duplicateKind>;

const entry = z.object({
  id,
  title: z.string(),
  /** Town and IČO of a client, firms of a person. */
  detail: z.string(),
});

export const duplicatePair = z.object({
  one: entry,
  other: entry,
  /** The strongest first. */
  why: z.array(z.enum(DUPLICATE_REASONS)),
});
export type DuplicatePair = z.infer<typeof duplicatePair>;

const side = entry.extend({
  /** {field: value} of the record. */
  values: z.record(z.string(), z.unknown()),
  createdAt: z.int(),
  /** How many visits, calls and letters are shown with it. */
  interactions: z.int(),
});
export type DuplicateSide = z.infer<typeof side>;

const pairOf = z.object({ kind: duplicateKind, one: id, other: id });

export const duplicates = {
  /** Pairs that nobody has called different on this device, the surest first. */
  list: query('client', 'contact', 'position', 'setting')
    .input(z.object({ kind: duplicateKind, limit: z.int().min(1).max(500).default(200) }))
    .output(z.object({ total: z.int(), pairs: z.array(duplicatePair) })),
  /** Two records side by side; `choices` are the units that both fill otherwise, as lists of fields. Throws NOT_FOUND. */
  compare: query('client', 'contact', 'position', 'interaction')
    .input(pairOf)
    .output(z.object({ one: side, other: side, choices: z.array(z.array(z.string())) })),
  /** Remembers on this device that the two are not the same, or forgets it. */
  tellApart: command()
    .input(pairOf.omit({ kind: true }).extend({ apart: z.boolean() }))
    .output(z.object({})),
};
