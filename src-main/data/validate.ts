/** Values against their entity, with one problem per field in the words of the contract. */
import type { ZodError } from 'zod';
import type { Problem } from '#shared/contract/base.ts';
import type { Entity } from '#shared/entities/define.ts';
import type { FieldKind } from '#shared/entities/field.ts';
import { type FieldProblem, invalid } from './app-error.ts';

/** A new record's values, complete and trimmed; throws INVALID. */
export function validCreate(entity: Entity, values: Record<string, unknown>): Record<string, unknown> {
  const result = entity.create.safeParse(blanksToNull(values));
  if (!result.success) throw invalid(problemsOf(entity, result.error));
  return result.data as Record<string, unknown>;
}

/** The given fields only; throws INVALID. */
export function validEdit(entity: Entity, values: Record<string, unknown>): Record<string, unknown> {
  const result = entity.edit.safeParse(blanksToNull(values));
  if (!result.success) throw invalid(problemsOf(entity, result.error));
  return result.data as Record<string, unknown>;
}

/** An emptied line of a form is a missing value. */
function blanksToNull(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, isBlank(value) ? null : value]),
  );
}

function isBlank(value: unknown): boolean {
  return (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}

function problemsOf(entity: Entity, error: ZodError): FieldProblem[] {
  const byField = new Map<string, Problem>();
  for (const { path, code } of error.issues) {
    const field = String(path[0] ?? '');
    if (!byField.has(field)) byField.set(field, problemOf(entity, field, code));
  }
  return [...byField].map(([field, problem]) => ({ field, problem }));
}

const BY_KIND: Partial<Record<FieldKind, Problem>> = {
  choice: 'notAChoice',
  day: 'notADay',
  emails: 'notAnEmail',
  integer: 'notANumber',
};

function problemOf(entity: Entity, field: string, code: string): Problem {
  const statement = entity.fields[field];
  if (code === 'too_big') return statement?.kind === 'integer' ? 'notANumber' : 'tooLong';
  const byKind = statement && BY_KIND[statement.kind];
  if (byKind) return byKind;
  return code === 'too_small' || (code === 'invalid_type' && statement?.required) ? 'required' : 'invalid';
}
