/** Prepared statements, kept per handle: preparing costs more than most of them run. */
import type { Database, Statement } from 'better-sqlite3';

const KEPT = 400;
const cache = new WeakMap<Database, Map<string, Statement>>();

/** The prepared statement of this text on this handle. */
export function statement<Row = unknown>(db: Database, sql: string): Statement<unknown[], Row> {
  let statements = cache.get(db);
  if (!statements) cache.set(db, (statements = new Map()));
  let found = statements.get(sql);
  if (!found) {
    if (statements.size >= KEPT) statements.clear();
    found = db.prepare(sql);
    statements.set(sql, found);
  }
  return found as Statement<unknown[], Row>;
}
