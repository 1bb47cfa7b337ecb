/** Between records, as the program knows them, and rows, as SQLite stores them. */
import type { Database } from 'better-sqlite3';
import type { Entity, RecordOf } from '#shared/entities/define.ts';
import { statement } from './statement.ts';

export type Row = Record<string, unknown>;

/** Column of a field: camelCase becomes snake_case. */
export function columnOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A stored value of one field from its value; lists become JSON, flags 0 or 1. */
export function toColumn(entity: Entity, field: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const { storage, kind } = entity.fields[field] ?? {};
  if (storage === 'json') return JSON.stringify(value);
  return kind === 'flag' ? Number(value) : value;
}

function fromColumn(storage: string, kind: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (storage === 'json') return JSON.parse(value as string) as unknown;
  return kind === 'flag' ? value === 1 : value;
}

/** A record from a row that has all of the entity's columns. */
export function fromRow<E extends Entity>(entity: E, row: Row): RecordOf<E> {
  const record: Row = {
    id: row['id'],
    createdAt: row['created_at'],
    createdBy: row['created_by'],
    deletedAt: row['deleted_at'],
  };
  for (const [name, field] of Object.entries(entity.fields))
    record[name] = fromColumn(field.storage, field.kind, row[columnOf(name)]);
  return record as RecordOf<E>;
}

/** The columns of the derived values of a record. */
export function derivedColumns(entity: Entity, record: Row): Row {
  return Object.fromEntries(
    Object.entries(entity.derived ?? {}).map(([name, derive]) => [columnOf(name), derive(record)]),
  );
}

/** One record, deleted or not; undefined when there is none. */
export function readRecord<E extends Entity>(db: Database, entity: E, id: string): RecordOf<E> | undefined {
  const row = statement<Row>(db, `SELECT * FROM "${entity.table}" WHERE id = ?`).get(id);
  return row && fromRow(entity, row);
}
