/** Labels of actions name the records they touched; what must leave no trace is taken out of them. */
import type { Database } from 'better-sqlite3';
import { statement } from '../statement.ts';

/** Stands where a name stood. */
const GONE = '…';
/** Shorter texts stand in too many labels by chance. */
const TELLING = 4;

interface Labelled {
  no: number;
  label: string;
}

/** Those of every action that wrote the record, as far as its bookkeeping is here, and those that hold one of `texts`. */
export function blankLabels(db: Database, record: string, texts: readonly string[] = []): void {
  const touching = statement<Labelled>(
    db,
    `SELECT no, label FROM action WHERE no IN (
       SELECT action FROM change WHERE id = ?
       UNION SELECT action FROM change WHERE record = ? AND kind <> 'create'
       UNION SELECT action FROM history WHERE record = ?)`,
  ).all(record, record, record);
  for (const row of touching) blank(db, row);
  for (const text of texts.filter(({ length }) => length >= TELLING)) {
    const naming = statement<Labelled>(db, 'SELECT no, label FROM action WHERE instr(label, ?) > 0');
    for (const row of naming.all(text)) blank(db, row);
  }
}

function blank(db: Database, { no, label }: Labelled): void {
  const { key, params } = JSON.parse(label) as { key: string; params: Record<string, string | number> };
  const blanked = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? GONE : value,
  ]);
  statement(db, 'UPDATE action SET label = ? WHERE no = ?').run(
    JSON.stringify({ key, params: Object.fromEntries(blanked) as object }),
    no,
  );
}
