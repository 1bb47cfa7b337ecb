/**
 * The field types an entity is made of. Each factory returns everything the rest of the program needs to know
 * about a field: how it is validated, stored, searched, exported and merged. A missing value is always `null`.
 */
import { z } from 'zod';

export type StorageClass = 'text' | 'integer' | 'json';

export interface FieldOptions {
  /** Refuses `null`. */
  required?: boolean;
  /** Fields with the same unit win or lose a conflict together; without it a field is a unit of its own. */
  unit?: string;
  /** A lost value of this field goes to the conflict desk, not only to history. */
  important?: boolean;
  /** Personal data: erased on request, never logged. */
  personal?: boolean;
  /** Where the field stands in the search index: `name` ranks before `detail`; `code` is found by any part. */
  search?: 'name' | 'detail' | 'code';
  /** Never changes after the record was created (parents, authors). */
  fixed?: boolean;
}

export interface Field<V = unknown> extends FieldOptions {
  readonly kind: FieldKind;
  readonly storage: StorageClass;
  /** Validates a value or `null`; a required field refuses `null`. */
  readonly schema: z.ZodType<V>;
  /** Allowed values of a choice. */
  readonly values?: readonly string[];
  /** Entity that a reference points to. */
  readonly to?: string;
  /** Greatest length in characters. */
  readonly max?: number;
}

export type FieldKind =
  | 'text'
  | 'longText'
  | 'choice'
  | 'day'
  | 'instant'
  | 'integer'
  | 'flag'
  | 'reference'
  | 'references'
  | 'phones'
  | 'emails'
  | 'addresses'
  | 'texts'
  | 'values';

type Value<O extends FieldOptions, V> = O extends { required: true } ? V : V | null;

function field<V, const O extends FieldOptions>(
  kind: FieldKind,
  storage: StorageClass,
  schema: z.ZodType<V>,
  options: O,
  extra: Partial<Pick<Field, 'values' | 'to' | 'max'>> = {},
): Field<Value<O, V>> {
  const full = options.required ? schema : schema.nullable();
  return { ...options, ...extra, kind, storage, schema: full as unknown as z.ZodType<Value<O, V>> };
}

// control characters are exactly what a line must not hold
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** One line of text, trimmed, 1 to `max` characters. */
export function text<const O extends FieldOptions & { max?: number }>(options: O) {
  const max = options.max ?? 200;
  const schema = z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !CONTROL.test(value) && !/[\r\n]/.test(value), { error: 'line' });
  return field<string, O>('text', 'text', schema, options, { max });
}

/** Text of several lines, up to 20,000 characters; merged word by word when two people edit it. */
export function longText<const O extends FieldOptions>(options: O) {
  const schema = z
    .string()
    .trim()
    .min(1)
    .max(20_000)
    .refine((value) => !CONTROL.test(value), { error: 'line' });
  return field<string, O>('longText', 'text', schema, options, { max: 20_000 });
}

export function choice<const T extends readonly string[], const O extends FieldOptions>(
  values: T,
  options: O,
) {
  return field<T[number], O>(
    'choice',
    'text',
    z.enum(values as unknown as [string, ...string[]]) as unknown as z.ZodType<T[number]>,
    options,
    { values },
  );
}

/** A calendar day without zone, `YYYY-MM-DD`, that exists. */
export function day<const O extends FieldOptions>(options: O) {
  return field<string, O>('day', 'text', z.iso.date(), options);
}

/** An instant as UTC milliseconds. */
export function instant<const O extends FieldOptions>(options: O) {
  return field<number, O>('instant', 'integer', z.int().min(0).max(8.64e15), options);
}

export function integer<const O extends FieldOptions & { min?: number; max?: number }>(options: O) {
  const { min = 0, max = 1_000_000 } = options;
  return field<number, O>('integer', 'integer', z.int().min(min).max(max), options);
}

export function flag<const O extends FieldOptions>(options: O) {
  return field<boolean, O>('flag', 'integer', z.boolean(), options);
}

export const idSchema = z.uuid();

/** The id of one record of another entity; the record may arrive later than the reference. */
export function reference<const O extends FieldOptions>(to: string, options: O) {
  return field<string, O>('reference', 'text', idSchema, options, { to });
}

/** Ids of several records of another entity, in order, without repetition; at most `max`, or 100. */
export function references<const O extends FieldOptions & { max?: number }>(to: string, options: O) {
  const { max = 100 } = options;
  return field<string[], O>('references', 'json', z.array(idSchema).max(max), options, { to });
}

export const PHONE_KINDS = ['mobile', 'work', 'home', 'fax', 'other'] as const;
export const EMAIL_KINDS = ['work', 'home', 'other'] as const;
export const ADDRESS_KINDS = ['billing', 'delivery', 'branch', 'other'] as const;

export const phoneSchema = z.object({ value: z.string().trim().min(1).max(60), kind: z.enum(PHONE_KINDS) });
export const emailSchema = z.object({
  value: z
    .string()
    .trim()
    .min(3)
    .max(254)
    .regex(/^[^\s@]+@[^\s@]+$/),
  kind: z.enum(EMAIL_KINDS),
});
export const addressSchema = z.object({
  kind: z.enum(ADDRESS_KINDS),
  street: z.string().trim().max(200).nullable(),
  postcode: z.string().trim().max(20).nullable(),
  town: z.string().trim().max(120).nullable(),
  country: z.string().length(2).nullable(),
});

export type Phone = z.infer<typeof phoneSchema>;
export type Email = z.infer<typeof emailSchema>;
export type Address = z.infer<typeof addressSchema>;

/** Telephone numbers, E.164 where recognised, else as written; merged number by number. */
export function phones<const O extends FieldOptions>(options: O) {
  return field<Phone[], O>('phones', 'json', z.array(phoneSchema).max(20), options);
}

/** E-mail addresses; merged address by address. */
export function emails<const O extends FieldOptions>(options: O) {
  return field<Email[], O>('emails', 'json', z.array(emailSchema).max(20), options);
}

export function addresses<const O extends FieldOptions>(options: O) {
  return field<Address[], O>('addresses', 'json', z.array(addressSchema).max(20), options);
}

/** Lines of text in order; at most `max`, or 200. */
export function texts<const O extends FieldOptions & { max?: number }>(options: O) {
  const { max = 200 } = options;
  return field<string[], O>('texts', 'json', z.array(z.string().trim().min(1).max(500)).max(max), options);
}

/** The fields of one unit of any entity, by name. */
export function values<const O extends FieldOptions>(options: O) {
  return field<Record<string, unknown>, O>('values', 'json', z.record(z.string(), z.unknown()), options);
}
