/** What this version does not understand is kept as it came, and looked at again by the next version. */
import { entities } from '#shared/entities/index.ts';
import type { WireRecord } from '#shared/sync/wire.ts';
import { statement } from '../statement.ts';
import type { RemoteTransaction } from './remote-transaction.ts';

export function park({ db }: RemoteTransaction, record: WireRecord): void {
  statement(
    db,
    `INSERT INTO parked_remote (entity, record, seq, item) VALUES (?, ?, ?, ?)
     ON CONFLICT (entity, record) DO UPDATE SET seq = excluded.seq, item = excluded.item WHERE excluded.seq >= seq`,
  ).run(record.entity, record.id, record.seq, JSON.stringify(record));
}

export function unpark({ db }: RemoteTransaction, entity: string, id: string): void {
  statement(db, 'DELETE FROM parked_remote WHERE entity = ? AND record = ?').run(entity, id);
}

export function parkedRecords({ db }: RemoteTransaction): WireRecord[] {
  return statement<{ item: string }>(db, 'SELECT item FROM parked_remote ORDER BY seq')
    .all()
    .map(({ item }) => JSON.parse(item) as WireRecord);
}

/** Names every entity and field that this version knows. */
export function fieldsKnown(): string {
  return Object.values(entities)
    .map(({ name, fields }) => `${name}(${Object.keys(fields).join(' ')})`)
    .join(' ');
}
