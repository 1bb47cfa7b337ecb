/** Keeps the search documents and their full-text tables in step with the records, inside the same transaction. */
import type { Database } from 'better-sqlite3';
import type { Entity } from '#shared/entities/define.ts';
import { type SearchDocument, searchDocument } from './search-document.ts';
import { statement } from './statement.ts';

type Stored = SearchDocument & { doc: number };
type Column = keyof SearchDocument;

interface Index {
  name: string;
  columns: Column[];
}

function indexesOf({ table, search }: Entity): Index[] {
  const words: Index = { name: `${table}_word`, columns: ['name', 'detail', 'code'] };
  return search?.parts ? [words, { name: `${table}_part`, columns: ['name', 'code'] }] : [words];
}

/** Writes the record's document as it is now, or removes it when `record` is null. */
export function indexRecord(
  db: Database,
  entity: Entity,
  id: string,
  record: Record<string, unknown> | null,
): void {
  if (!entity.search) return;
  const { table } = entity;
  const old = statement<Stored>(db, `SELECT doc, name, detail, code FROM ${table}_doc WHERE id = ?`).get(id);
  const next = record && searchDocument(entity, record);
  // An index that holds none of what changed is left alone: any three letters of a name cost a hundred entries.
  const touched = indexesOf(entity).filter(
    ({ columns }) => !old || !next || columns.some((column) => old[column] !== next[column]),
  );
  if (old) for (const index of touched) takeOut(db, index, old);
  const doc = writeDocument(db, table, id, old, next);
  if (next && doc !== null) for (const index of touched) putIn(db, index, { ...next, doc });
}

/** Returns the number of the document, null when there is none. */
function writeDocument(
  db: Database,
  table: string,
  id: string,
  old: Stored | undefined,
  next: SearchDocument | null,
): number | bigint | null {
  if (!next) {
    if (old) statement(db, `DELETE FROM ${table}_doc WHERE doc = ?`).run(old.doc);
    return null;
  }
  const { name, detail, code } = next;
  if (!old) {
    const sql = `INSERT INTO ${table}_doc (id, name, detail, code) VALUES (?, ?, ?, ?)`;
    return statement(db, sql).run(id, name, detail, code).lastInsertRowid;
  }
  if (old.name !== name || old.detail !== detail || old.code !== code) {
    const sql = `UPDATE ${table}_doc SET name = ?, detail = ?, code = ? WHERE doc = ?`;
    statement(db, sql).run(name, detail, code, old.doc);
  }
  return old.doc;
}

type Row = SearchDocument & { doc: number | bigint };

function putIn(db: Database, { name, columns }: Index, row: Row): void {
  const places = columns.map(() => '?').join(', ');
  statement(db, `INSERT INTO ${name} (rowid, ${columns.join(', ')}) VALUES (?, ${places})`).run(
    row.doc,
    ...columns.map((column) => row[column]),
  );
}

/** An index over outside content must be told exactly what it holds, or it stays behind. */
function takeOut(db: Database, { name, columns }: Index, row: Row): void {
  const places = columns.map(() => '?').join(', ');
  statement(
    db,
    `INSERT INTO ${name} (${name}, rowid, ${columns.join(', ')}) VALUES ('delete', ?, ${places})`,
  ).run(row.doc, ...columns.map((column) => row[column]));
}
