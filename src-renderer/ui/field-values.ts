/** Between what a field's input holds (`''`, half-typed lists) and what a record holds (`null`, tidy lists). */
import type { Problem } from '#shared/contract/base.ts';
import { entityNamed } from '#shared/entities/index.ts';
import type { Field } from '#shared/entities/field.ts';
import { problemOf } from '#shared/contract/field-problem.ts';

export function fieldOf(entity: string, field: string): Field {
  const found = entityNamed(entity).fields[field];
  if (!found) throw new Error(`no field ${entity}.${field}`);
  return found;
}

/** An untouched or emptied input is a missing value; empty lines of lists are left out. */
export function tidyValue(field: Field, value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (!Array.isArray(value)) return value ?? null;
  const kept = value.filter((item) => !isEmptyItem(item));
  return kept.length === 0 && !field.required ? null : kept;
}

function isEmptyItem(item: unknown): boolean {
  if (typeof item === 'string') return item.trim() === '';
  if (typeof item !== 'object' || item === null) return true;
  return Object.entries(item).every(
    ([name, part]) => name === 'kind' || part == null || String(part).trim() === '',
  );
}

export type Checked = { ok: true; value: unknown } | { ok: false; problem: Problem };

/** Checks one value by the statement of its entity, as every other door does. */
export function checkValue(field: Field, typed: unknown): Checked {
  const value = tidyValue(field, typed);
  if (value === null && field.required) return { ok: false, problem: 'required' };
  const parsed = field.schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue = { code: 'custom' as const }] = parsed.error.issues;
  return { ok: false, problem: problemOf(field, issue) };
}

export function sameValue(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
