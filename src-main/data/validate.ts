/** Values against their entity, with one problem per field in the words of the contract. */
import type { ZodError } from 'zod';
import type { Problem } from '#shared/contract/base.ts';
import { problemOf } from '#shared/contract/field-problem.ts';
import type { Entity } from '#shared/entities/define.ts';
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
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '');
    if (!byField.has(field)) byField.set(field, problemOf(entity.fields[field], issue));
  }
  return [...byField].map(([field, problem]) => ({ field, problem }));
}
