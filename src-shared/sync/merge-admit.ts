/** Whether a change may be merged at all: its values against the statement of its entity. */
import { type Entity, rootOf } from '#shared/entities/define.ts';
import { canonicalJson } from './canonical-json.ts';
import { type RecordState, type UnitValue, unitValue } from './merge-state.ts';
import type { RejectReason, WireChange } from './wire.ts';

/** {unit: value}, checked and whole. */
export type AdmittedUnits = Readonly<Record<string, UnitValue>>;
type Admission = { readonly units: AdmittedUnits } | { readonly reason: RejectReason };

/** The values of a `create` or `set`; fields that an older device does not know keep what the record has. */
export function admitValues(entity: Entity, change: WireChange, record: RecordState | null): Admission {
  const given = flatten(entity, change.units);
  if (!given) return { reason: 'invalid' };
  const isNew = change.kind === 'create';
  const parsed = (isNew ? entity.create : entity.edit).safeParse(given);
  if (!parsed.success) return { reason: 'invalid' };
  const values = emptyToNull(parsed.data as UnitValue);
  if (isNew && rootOf(entity, change.record, values) !== change.root) return { reason: 'invalid' };
  if (isNew && !record && change.id !== change.record) return { reason: 'invalid' };
  const next: UnitValue = { ...record?.data, ...values };
  if (record) {
    const altered = Object.keys(given).filter((field) => !isSame(values[field], record.data[field]));
    if (entity.insertOnly && (altered.length > 0 || !isNew)) return { reason: 'sealed' };
    if (altered.some((field) => entity.fields[field]?.fixed)) return { reason: 'fixedField' };
  }
  const names = isNew ? Object.keys(entity.units) : Object.keys(change.units ?? {});
  return { units: Object.fromEntries(names.map((unit) => [unit, valueOf(entity, unit, next)])) };
}

/** Whether a value can stand in a record: a union of two sets may have grown too long. */
export function isValid(entity: Entity, value: UnitValue): boolean {
  return entity.edit.safeParse(value).success;
}

export function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function valueOf(entity: Entity, unit: string, data: UnitValue): UnitValue {
  return unitValue(entity.units[unit] ?? [], data);
}

/** {field: value} out of {unit: {field: value}}; null when a field does not belong where it stands. */
function flatten(entity: Entity, units: WireChange['units']): Record<string, unknown> | null {
  if (!units || Object.keys(units).length === 0) return null;
  const given: Record<string, unknown> = {};
  for (const [unit, values] of Object.entries(units)) {
    const fields = Object.hasOwn(entity.units, unit) ? entity.units[unit] : undefined;
    if (!fields || Object.keys(values).some((field) => !fields.includes(field))) return null;
    Object.assign(given, values);
  }
  return given;
}

/** A list without elements is a missing value, on every side. */
function emptyToNull(values: UnitValue): UnitValue {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      Array.isArray(value) && value.length === 0 ? null : value,
    ]),
  );
}
