/** Whether the pages of a file hang together: every stored table with its indexes. */
import type { Database } from 'better-sqlite3';

/**
 * Table by table, because the check of the whole file also compares every full-text index with its documents: ten
 * times as long, for something that can be built anew. The tables that hold the full-text indexes are checked.
 */
export function passesQuickCheck(db: Database): boolean {
  const tables = db.prepare(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`,
  );
  return (tables.pluck().all() as string[]).every((table) => {
    const [first] = db.pragma(`quick_check("${table}")`) as { quick_check: string }[];
    return first?.quick_check === 'ok';
  });
}
