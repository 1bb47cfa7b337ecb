/** What an entity's statement promises of its tables, and whether the schema and a migrated base keep it. */
import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { columnOf } from '#main/data/codec.ts';
import type { Entity } from '#shared/entities/define.ts';

export interface Column {
  name: string;
  /** `text`, `integer` or `blob`. */
  type: string;
  notNull: boolean;
  primary: boolean;
}

const STORAGE_TYPE = { text: 'text', json: 'text', integer: 'integer' } as const;
const column = (name: string, type: string, notNull = false, primary = false): Column => ({
  name,
  type,
  notNull,
  primary,
});

const STANDARD = [
  column('id', 'text', true, true),
  column('created_at', 'integer', true),
  column('created_by', 'text'),
  column('deleted_at', 'integer'),
];
const DOCUMENT = [
  column('doc', 'integer', true, true),
  column('id', 'text', true),
  column('name', 'text', true),
  column('detail', 'text', true),
  column('code', 'text', true),
];

/** Sentences about everything in which the entity and its tables differ; none when they agree. */
export function findDisagreements(entity: Entity, tables: readonly SQLiteTable[]): string[] {
  const table = tables.find((one) => getTableName(one) === entity.table);
  const documents = tables.find((one) => getTableName(one) === `${entity.table}_doc`);
  if (!table) return [`${entity.name}: no table ${entity.table}`];
  const findings = compare(entity.table, promisedColumns(entity), columnsOf(table), derivedNames(entity));
  for (const field of Object.keys({ ...entity.fields, ...entity.derived })) {
    const found = getTableColumns(table)[field];
    if (found && found.name !== columnOf(field))
      findings.push(`${entity.table}: ${field} stands in ${found.name}`);
  }
  if (entity.search && !documents)
    findings.push(`${entity.table}: searched, but without ${entity.table}_doc`);
  if (!entity.search && documents)
    findings.push(`${entity.table}: has ${entity.table}_doc, but is not searched`);
  if (entity.search && documents)
    findings.push(...compare(`${entity.table}_doc`, DOCUMENT, columnsOf(documents), []));
  return findings;
}

/** Tables that belong neither to an entity nor to the bookkeeping. */
export function findStrayTables(
  entities: readonly Entity[],
  tables: readonly SQLiteTable[],
  bookkeeping: readonly string[],
): string[] {
  const known = new Set([...bookkeeping, ...entities.flatMap(({ table }) => [table, `${table}_doc`])]);
  return tables.map((table) => getTableName(table)).filter((name) => !known.has(name));
}

export function columnsOf(table: SQLiteTable): Column[] {
  return getTableConfig(table).columns.map((one) =>
    column(one.name, one.getSQLType(), one.notNull || one.primary, one.primary),
  );
}

/** Differences between two lists of columns; of those in `loose` it does not matter whether they may be empty. */
export function compare(
  table: string,
  promised: readonly Column[],
  found: readonly Column[],
  loose: readonly string[],
): string[] {
  const findings: string[] = [];
  for (const wanted of promised) {
    const there = found.find(({ name }) => name === wanted.name);
    if (!there) findings.push(`${table}: no column ${wanted.name}`);
    else if (there.type !== wanted.type)
      findings.push(`${table}: ${wanted.name} is ${there.type}, not ${wanted.type}`);
    else if (there.primary !== wanted.primary)
      findings.push(`${table}: ${wanted.name} differs in the primary key`);
    else if (there.notNull !== wanted.notNull && !loose.includes(wanted.name))
      findings.push(`${table}: ${wanted.name} must${wanted.notNull ? ' not' : ''} take null`);
  }
  for (const { name } of found)
    if (!promised.some((wanted) => wanted.name === name))
      findings.push(`${table}: ${name} is in no statement`);
  return findings;
}

function promisedColumns(entity: Entity): Column[] {
  const fields = Object.entries(entity.fields).map(([name, field]) =>
    column(columnOf(name), STORAGE_TYPE[field.storage], field.required ?? false),
  );
  return [...STANDARD, ...fields, ...derivedNames(entity).map((name) => column(name, 'text'))];
}

function derivedNames(entity: Entity): string[] {
  return Object.keys(entity.derived ?? {}).map(columnOf);
}
