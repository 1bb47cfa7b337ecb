/**
 * Erasure that was asked for here: what is personal in a record goes out of everything that this device keeps, at once,
 * and a change says so to the server and through it to the others. A record that was never sent goes whole.
 */
import type { Entity } from '#shared/entities/define.ts';
import { refused } from './app-error.ts';
import { appendChange, subjectOf } from './change-log.ts';
import { readRecord, type Row } from './codec.ts';
import { eraseRecord } from './remote/erase.ts';
import { removeRecord } from './remote/remove.ts';
import { statement } from './statement.ts';
import type { Transaction } from './transaction.ts';

/** Cannot be undone. False when the record is not here. Throws REFUSED `beingSent`. */
export function eraseHere(tx: Transaction, entity: Entity, id: string): boolean {
  const { db } = tx;
  const record = readRecord(db, entity, id) as Row | undefined;
  if (!record) return false;
  // The server may have it already and would not know it again without its values.
  const isBeingSent = statement(
    db,
    'SELECT 1 FROM change WHERE record = ? AND seq IS NULL AND n IS NOT NULL',
  );
  if (isBeingSent.get(id)) throw refused('beingSent');
  const isOnlyHere = statement(db, `SELECT 1 FROM change WHERE id = ? AND kind = 'create' AND seq IS NULL`);
  const wasSent = isOnlyHere.get(id) === undefined;
  statement(db, `UPDATE "${entity.table}" SET deleted_at = coalesce(deleted_at, ?) WHERE id = ?`).run(
    tx.now,
    id,
  );
  const touched = () => tx.noted(entity, id);
  const remote = { db, now: tx.now, newId: () => tx.newId(), entities: tx.entities, ids: tx.ids, touched };
  eraseRecord(remote, entity, id);
  statement(db, `DELETE FROM change WHERE record = ? AND seq IS NULL AND kind <> 'create'`).run(id);
  if (wasSent) appendChange(db, subjectOf(entity, id, record), 'erase', tx.newId(), tx.stamp, null, null);
  else {
    statement(db, 'DELETE FROM change WHERE id = ?').run(id);
    removeRecord(remote, entity, id, 'void');
  }
  return true;
}
