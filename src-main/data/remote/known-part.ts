/** What this version understands of a record: fields it knows, with values that it can store and show. */
import type { Entity } from '#shared/entities/define.ts';
import type { Field } from '#shared/entities/field.ts';
import type { WireRecord } from '#shared/sync/wire.ts';
import type { Row } from '../codec.ts';

export interface KnownPart {
  values: Row;
  /** Nothing was left out. */
  whole: boolean;
}

/** Null when the record cannot be shown at all: something that must not be missing is. */
export function knownPart(entity: Entity, { data }: WireRecord): KnownPart | null {
  const values: Row = {};
  let whole = true;
  for (const name in entity.fields) {
    const field = entity.fields[name] as Field;
    const value = data[name] ?? null;
    if (value !== null && fits(field, value)) values[name] = value;
    else if (field.required) return null;
    else {
      whole &&= value === null;
      values[name] = null;
    }
  }
  for (const name in data) if (!(name in entity.fields)) whole = false;
  return { values, whole };
}

/** A choice that a newer version added is text all the same, and is shown as it stands. */
function fits({ kind, storage, schema }: Field, value: unknown): boolean {
  if (storage === 'text') return typeof value === 'string';
  if (kind === 'flag') return typeof value === 'boolean';
  if (storage === 'integer') return Number.isSafeInteger(value);
  return schema.safeParse(value).success;
}
