/** Records as rows of their tables and back, for the tables that an import writes. */
import { columnOf } from '#main/data/codec.ts';
import { client, contact, position } from '#shared/entities/clients.ts';
import type { Entity } from '#shared/entities/define.ts';
import type { Published } from './staging-base.ts';

export const ENTITIES = { client, contact, position } as unknown as Record<Published, Entity>;

export type Values = Record<string, unknown>;

interface Column {
  readonly field: string;
  readonly name: string;
  readonly isJson: boolean;
}

/** Fields and derived columns of an entity with the names of their columns. */
function tableColumns(entity: Published): readonly Column[] {
  const { fields, derived = {} } = ENTITIES[entity];
  return [
    ...Object.entries(fields).map(([field, { storage }]) => ({
      field,
      name: columnOf(field),
      isJson: storage === 'json',
    })),
    ...Object.keys(derived).map((field) => ({ field, name: columnOf(field), isJson: false })),
  ];
}

const COLUMNS: Record<Published, readonly Column[]> = {
  client: tableColumns('client'),
  contact: tableColumns('contact'),
  position: tableColumns('position'),
};

/** A value that is text where it is filled. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** `INSERT INTO …` with all columns of a new record, in the order of `rowOf`. */
export function insertSql(entity: Published): string {
  const names = [
    'id',
    'created_at',
    'created_by',
    'deleted_at',
    ...COLUMNS[entity].map((column) => column.name),
  ];
  return `INSERT INTO ${entity} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
}

export function updateSql(entity: Published): string {
  return `UPDATE ${entity} SET ${COLUMNS[entity].map((column) => `${column.name} = ?`).join(', ')} WHERE id = ?`;
}

/** Values of the columns behind the four that every record has, derived ones included. */
export function columnValues(entity: Published, values: Values): unknown[] {
  const derived = ENTITIES[entity].derived ?? {};
  return COLUMNS[entity].map(({ field, isJson }) => {
    const value = derived[field] ? derived[field](values) : values[field];
    if (value === null || value === undefined) return null;
    return isJson ? JSON.stringify(value) : value;
  });
}

/** The fields of a stored row; derived columns are left out. */
export function valuesOf(entity: Published, row: Record<string, unknown>): Values {
  const values: Values = {};
  for (const { field, name, isJson } of COLUMNS[entity]) {
    if (!(field in ENTITIES[entity].fields)) continue;
    const value = row[name];
    values[field] = isJson && typeof value === 'string' ? JSON.parse(value) : (value ?? null);
  }
  return values;
}
