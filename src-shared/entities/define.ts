/**
 * An entity is stated once, here and in the file of its feature; validation, storage, merge units, the search
 * index, import and export columns and the history view are all read from the statement.
 */
import { z } from 'zod';
import { type Field, idSchema } from './field.ts';

export type Fields = Record<string, Field>;
/** A value derived from a record: kept in a column beside it for sorting and matching, never synchronised. */
export type Derived = Record<string, (record: Record<string, unknown>) => string | null>;

export interface EntityStatement<F extends Fields> {
  /** Singular, as in the change log and the contract. */
  name: string;
  /** Table in the local base. */
  table: string;
  /** `self`, `workspace`, or the field that names the client on which permission stands. */
  root: 'self' | 'workspace' | (keyof F & string);
  /** Sealed when written: edits are refused, a correction is a new record. */
  insertOnly?: boolean;
  fields: F;
  derived?: Derived;
  /** Present when the entity is found by the one search; `parts` adds an index of any three letters in a row. */
  search?: { parts: boolean };
}

export interface EntityOf<F extends Fields> extends EntityStatement<F> {
  readonly create: z.ZodType<Values<F>>;
  readonly edit: z.ZodType<Partial<Values<F>>>;
  /** A stored record, as queries return it. */
  readonly record: z.ZodType<Values<F> & Stored>;
  /** Unit names and the fields each holds. */
  readonly units: Readonly<Record<string, readonly string[]>>;
}

/** An entity known by name only: nothing is said of the types of its values. */
export interface Entity extends Omit<EntityStatement<Fields>, 'root'> {
  root: string;
  readonly create: z.ZodType;
  readonly edit: z.ZodType;
  readonly record: z.ZodType;
  readonly units: Readonly<Record<string, readonly string[]>>;
}

export type Values<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer V> ? V : never };
type Optional<T> = { [K in keyof T as null extends T[K] ? K : never]?: T[K] };
type Needed<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] };
/** What a new record needs: required fields; the others may be left out. */
export type NewValues<E extends Entity> = Needed<Values<E['fields']>> & Optional<Values<E['fields']>>;
export type EditValues<E extends Entity> = Partial<Values<E['fields']>>;
/** A stored record. `createdAt` and `deletedAt` are UTC milliseconds. */
export type RecordOf<E extends Entity> = Values<E['fields']> & Stored;
/** What every record has beside its own fields. */
export interface Stored {
  id: string;
  createdAt: number;
  createdBy: string | null;
  deletedAt: number | null;
}

const stored = {
  id: idSchema,
  createdAt: z.int(),
  createdBy: z.string().nullable(),
  deletedAt: z.int().nullable(),
};

export function defineEntity<const F extends Fields>(statement: EntityStatement<F>): EntityOf<F> {
  const shape: Record<string, z.ZodType> = {};
  const patch: Record<string, z.ZodType> = {};
  const units: Record<string, string[]> = {};
  for (const [name, field] of Object.entries(statement.fields)) {
    shape[name] = field.required ? field.schema : field.schema.default(null);
    patch[name] = field.schema.optional();
    (units[field.unit ?? name] ??= []).push(name);
  }
  return {
    ...statement,
    create: z.strictObject(shape) as unknown as z.ZodType<Values<F>>,
    edit: z.strictObject(patch) as unknown as z.ZodType<Partial<Values<F>>>,
    record: z.object({ ...stored, ...shapeOfRecord(statement.fields) }) as unknown as z.ZodType<
      Values<F> & Stored
    >,
    units,
  };
}

/** Stored values are checked only loosely on the way out: what is in the base must stay readable. */
function shapeOfRecord(fields: Fields): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, looseSchema(field)]));
}

function looseSchema(field: Field): z.ZodType {
  if (field.storage === 'json') return field.schema;
  if (field.kind === 'flag') return z.boolean().nullable();
  return (field.storage === 'integer' ? z.number() : z.string()).nullable();
}

/** The unit that a field belongs to. */
export function unitOf(entity: Entity, field: string): string {
  return entity.fields[field]?.unit ?? field;
}

/** The record on which permission stands: null for the workspace. */
export function rootOf(entity: Entity, id: string, values: Readonly<Record<string, unknown>>): string | null {
  if (entity.root === 'workspace') return null;
  return entity.root === 'self' ? id : ((values[entity.root] ?? null) as string | null);
}
