/** What the person does with changes that the server set aside: write them again, or let them go. */
import type { Entity, NewValues } from '#shared/entities/define.ts';
import { entityNamed } from '#shared/entities/index.ts';
import { notFound } from '../data/app-error.ts';
import type { Base } from '../data/base.ts';
import type { Units } from '../data/change-log.ts';
import { statement } from '../data/statement.ts';
import { type Transaction, write, type Written } from '../data/write.ts';
import type { RejectedRow } from './listings.ts';

/** As a new action, sent anew. Throws what the door throws; nothing is let go of then. */
export function retryRejected(base: Base, txn: string): Written {
  const { writer } = base;
  const rows = statement<RejectedRow>(writer, 'SELECT * FROM rejected WHERE txn = ? ORDER BY rowid').all(txn);
  if (rows.length === 0) throw notFound('rejected', txn);
  return write(base, { key: 'rejectedRetried', params: { count: rows.length } }, (tx) => {
    for (const row of rows) writeAgain(tx, row);
    statement(tx.db, 'DELETE FROM rejected WHERE txn = ?').run(txn);
  });
}

function writeAgain(tx: Transaction, { entity: name, record, kind, units }: RejectedRow): void {
  const entity = entityNamed(name);
  const values = Object.assign({}, ...Object.values(JSON.parse(units ?? '{}') as Units)) as Record<
    string,
    unknown
  >;
  if (kind === 'create') tx.create(entity, record, values as NewValues<Entity>);
  else if (kind === 'set') tx.edit(entity, record, values);
  else if (kind === 'delete') tx.remove(entity, record);
  else tx.restore(entity, record);
}

export function discardRejected({ writer, events }: Base, txn: string): void {
  statement(writer, 'DELETE FROM rejected WHERE txn = ?').run(txn);
  events.emit({ topics: ['sync'], ids: null });
}
