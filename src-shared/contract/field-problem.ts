/** What is wrong with a value that its field's schema refused; the same words in the window and in the engine. */
import type { z } from 'zod';
import type { Field, FieldKind } from '#shared/entities/field.ts';
import type { Problem } from './base.ts';

const BY_KIND: Partial<Record<FieldKind, Problem>> = {
  choice: 'notAChoice',
  day: 'notADay',
  emails: 'notAnEmail',
  integer: 'notANumber',
};

type Issue = Pick<z.core.$ZodIssue, 'code'> & { origin?: string | undefined };

/** `issue` is the first that the schema named. */
export function problemOf(field: Field | undefined, { code, origin }: Issue): Problem {
  if (code === 'too_big' && origin === 'array') return 'tooMany';
  if (field?.kind === 'integer' && (code === 'too_big' || code === 'too_small')) return 'outOfRange';
  if (code === 'too_big') return 'tooLong';
  const byKind = field && BY_KIND[field.kind];
  if (byKind) return byKind;
  return code === 'too_small' || (code === 'invalid_type' && field?.required) ? 'required' : 'invalid';
}
