/**
 * What every procedure of the contract shares: the entities a query reads (a change to one of them makes the
 * screen ask again), and the errors that are expected and therefore declared.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { EntityName } from '#shared/entities/index.ts';

/** Local, never synchronised things that a screen also follows. */
export type LocalTopic = 'draft' | 'undo' | 'setting' | 'status' | 'backup' | 'sync' | 'blob' | 'reminder';
export type Topic = EntityName | LocalTopic;

export interface ProcedureMeta {
  kind: 'query' | 'command' | 'stream';
  /** Entities and local topics whose change makes the answer stale. */
  reads: readonly Topic[];
}

export const PROBLEMS = [
  'required',
  'tooLong',
  'tooMany',
  'notAChoice',
  'notADay',
  'notAnEmail',
  'notANumber',
  'outOfRange',
  'icoLength',
  'icoCheckDigit',
  'dicInvalid',
  'vatIdInvalid',
  'endsBeforeStart',
  'invalid',
] as const;

export type Problem = (typeof PROBLEMS)[number];

/** One thing wrong with one field; the screen turns `problem` into a sentence. */
export const fieldProblem = z.object({ field: z.string(), problem: z.enum(PROBLEMS) });

export const errors = {
  INVALID: { data: z.object({ problems: z.array(fieldProblem) }) },
  NOT_FOUND: { data: z.object({ entity: z.string(), id: z.string() }) },
  SEALED: { data: z.object({ entity: z.string(), id: z.string() }) },
  TOO_LARGE: { data: z.object({ changes: z.int(), bytes: z.int() }) },
  NOT_SAVED: { data: z.object({ reason: z.enum(['diskFull', 'readOnly', 'busy', 'damaged']) }) },
  REFUSED: { data: z.object({ reason: z.string() }) },
} as const;

const base = oc.$meta<ProcedureMeta>({ kind: 'query', reads: [] }).errors(errors);

export function query(...reads: Topic[]) {
  return base.meta({ kind: 'query', reads });
}

export function command() {
  return base.meta({ kind: 'command', reads: [] });
}

export function stream() {
  return base.meta({ kind: 'stream', reads: [] });
}

export const id = z.uuid();
export const byId = z.object({ id });
export const done = z.object({ action: z.string().nullable() });

/** A window of a list: rows `offset` to `offset + limit - 1` of the filtered, sorted whole. */
export const windowOf = <S extends z.ZodType>(filter: S) =>
  z.object({
    filter,
    offset: z.int().min(0).default(0),
    limit: z.int().min(1).max(500).default(100),
  });
