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
    const known = value === null ? undefined : understood(field, value);
    if (known !== undefined) values[name] = known;
    else if (field.required) return null;
    else {
      whole &&= value === null;
      values[name] = null;
    }
  }
  for (const name in data) if (!(name in entity.fields)) whole = false;
  return { values, whole };
}

/**
 * Undefined when it is not. A choice that a newer version added is text all the same, and is shown as it stands; the
 * parts of a list come in whatever order the server's database likes, and are put into that of this program.
 */
function understood({ kind, storage, schema }: Field, value: unknown): unknown {
  if (storage === 'json') return schema.safeParse(value).data ?? undefined;
  const type = kind === 'flag' ? 'boolean' : storage === 'text' ? 'string' : 'number';
  const fits = typeof value === type && (type !== 'number' || Number.isSafeInteger(value));
  return fits ? value : undefined;
}
