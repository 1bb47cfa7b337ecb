/** Keeps the search documents and their full-text tables in step with the records, inside the same transaction. */
import type { Database } from 'better-sqlite3';
import type { Entity } from '#shared/entities/define.ts';
import { type SearchDocument, searchDocument } from './search-document.ts';
import { statement } from './statement.ts';

type Stored = SearchDocument & { doc: number };

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
  if (old && next && old.name === next.name && old.detail === next.detail && old.code === next.code) return;
  if (old) {
    removeFromIndex(db, entity, old);
    statement(db, `DELETE FROM ${table}_doc WHERE doc = ?`).run(old.doc);
  }
  if (!next) return;
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO ${table}_doc (id, name, detail, code) VALUES (?, ?, ?, ?)`,
  ).run(id, next.name, next.detail, next.code);
  statement(db, `INSERT INTO ${table}_word (rowid, name, detail, code) VALUES (?, ?, ?, ?)`).run(
    lastInsertRowid,
    next.name,
    next.detail,
    next.code,
  );
  if (entity.search.parts)
    statement(db, `INSERT INTO ${table}_part (rowid, name, code) VALUES (?, ?, ?)`).run(
      lastInsertRowid,
      next.name,
      next.code,
    );
}

function removeFromIndex(db: Database, { table, search }: Entity, old: Stored): void {
  statement(
    db,
    `INSERT INTO ${table}_word (${table}_word, rowid, name, detail, code) VALUES ('delete', ?, ?, ?, ?)`,
  ).run(old.doc, old.name, old.detail, old.code);
  if (search?.parts)
    statement(
      db,
      `INSERT INTO ${table}_part (${table}_part, rowid, name, code) VALUES ('delete', ?, ?, ?)`,
    ).run(old.doc, old.name, old.code);
}
