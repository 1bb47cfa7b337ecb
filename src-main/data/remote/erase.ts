/** Erasure: personal data of a record is taken out of everything that this device keeps, also of what was typed here. */
import type { Entity } from '#shared/entities/define.ts';
import { columnOf, derivedColumns, readRecord, type Row } from '../codec.ts';
import { indexRecord } from '../search-index.ts';
import { statement } from '../statement.ts';
import { blankLabels } from './labels.ts';
import type { RemoteTransaction } from './remote-transaction.ts';

/** The record itself stays, without its personal fields; the server's own state of it comes with the next page. */
export function eraseRecord(tx: RemoteTransaction, entity: Entity, id: string): void {
  const { db } = tx;
  blankLabels(db, id, personalTexts(tx, entity, id));
  blankRow(tx, entity, id);
  statement(db, 'DELETE FROM history WHERE record = ?').run(id);
  statement(db, 'DELETE FROM shadow WHERE entity = ? AND record = ?').run(entity.name, id);
  statement(db, 'DELETE FROM parked_remote WHERE entity = ? AND record = ?').run(entity.name, id);
  statement(db, 'DELETE FROM rejected WHERE record = ?').run(id);
  statement(db, 'DELETE FROM draft WHERE record = ?').run(id);
  // A change keeps its number, or the server would miss it; it answers that its values are dropped.
  statement(db, `UPDATE change SET units = '{}' WHERE record = ? AND kind = 'set'`).run(id);
  statement(db, 'UPDATE conflict SET before = NULL, kept = NULL, lost = NULL WHERE record = ?').run(id);
  tx.touched(entity, id);
  tx.entities.add('conflict');
}

/** What names the record in labels of actions: its short personal texts, as they are and as they were. */
function personalTexts({ db }: RemoteTransaction, entity: Entity, id: string): string[] {
  const states: Row[] = [(readRecord(db, entity, id) ?? {}) as Row];
  const history = statement<{ before: string; value: string }>(
    db,
    `SELECT before, value FROM history WHERE record = ? AND unit <> '$deleted'`,
  );
  for (const { before, value } of history.all(id))
    states.push(JSON.parse(before) as Row, JSON.parse(value) as Row);
  const fields = Object.entries(entity.fields).filter(
    ([, { personal, kind }]) => personal && kind === 'text',
  );
  const texts = states.flatMap((state) => fields.map(([field]) => state[field]));
  return [...new Set(texts.filter((text) => typeof text === 'string'))];
}

function blankRow({ db }: RemoteTransaction, entity: Entity, id: string): void {
  const record = readRecord(db, entity, id) as Row | undefined;
  if (!record) return;
  const blanks: Row = {};
  for (const [field, { personal, required }] of Object.entries(entity.fields))
    if (personal) blanks[field] = required ? '' : null;
  const next = { ...record, ...blanks };
  const row: Row = { ...derivedColumns(entity, next) };
  for (const [field, value] of Object.entries(blanks)) row[columnOf(field)] = value;
  const set = Object.keys(row).map((column) => `"${column}" = ?`);
  if (set.length > 0)
    statement(db, `UPDATE "${entity.table}" SET ${set.join(', ')} WHERE id = ?`).run(
      ...Object.values(row),
      id,
    );
  indexRecord(db, entity, id, record['deletedAt'] === null ? next : null);
}
