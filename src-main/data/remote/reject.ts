/** Changes that the server set aside, or that can no longer reach it: kept with the reason, out of the outbox. */
import type { Database } from 'better-sqlite3';
import type { Entity } from '#shared/entities/define.ts';
import { entityNamed } from '#shared/entities/index.ts';
import { DELETED_UNIT } from '#shared/sync/change.ts';
import { hlcFromHex } from '#shared/sync/hlc.ts';
import type { RejectReason } from '#shared/sync/wire.ts';
import type { Units } from '../change-log.ts';
import { readRecord, type Row } from '../codec.ts';
import { statement } from '../statement.ts';
import { pick } from './show.ts';
import type { RemoteTransaction } from './remote-transaction.ts';

export interface OutboxRow {
  ord: number;
  id: string;
  entity: string;
  record: string;
  root: string | null;
  kind: string;
  units: string | null;
  base: string | null;
  hlc: Buffer;
  txn: string;
  action: number;
  n: number | null;
  seq: number | null;
  seen: number | null;
}

/** Not acknowledged, oldest first. */
export function pendingChangesOf(db: Database, record: string): OutboxRow[] {
  return statement<OutboxRow>(
    db,
    `SELECT * FROM change WHERE seq IS NULL AND ord IN (
       SELECT ord FROM change WHERE id = ? UNION SELECT ord FROM change WHERE record = ? AND kind <> 'create')
     ORDER BY ord`,
  ).all(record, record);
}

/** Moves the change to the rejected ones with the values it carried. */
export function setAside({ db, now }: RemoteTransaction, change: OutboxRow, reason: RejectReason): void {
  const { id, txn, entity, record, root, kind, units, hlc } = change;
  const values = kind === 'create' ? JSON.stringify(unitsOfCreate(db, entityNamed(entity), record)) : units;
  statement(
    db,
    `INSERT OR REPLACE INTO rejected (change, txn, entity, record, root, kind, units, reason, written_at, rejected_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, txn, entity, record, root, kind, values, reason, hlcFromHex(hlc.toString('hex')).ms, now);
  statement(db, 'DELETE FROM change WHERE id = ?').run(id);
}

/**
 * The payload of a `create`: every unit with a value, as its row had it when it was first sent, so that sending it again
 * says the same. What was written into it before that bears its own id in history, everything later another one.
 */
export function unitsOfCreate(db: Database, entity: Entity, id: string): Units {
  const record = readRecord(db, entity, id) as Row | undefined;
  if (!record) return {};
  const later = statement<{ unit: string; before: string }>(
    db,
    'SELECT unit, before FROM history WHERE record = ? AND change <> ? ORDER BY id DESC',
  ).all(id, id);
  for (const { unit, before } of later) if (unit !== DELETED_UNIT) Object.assign(record, JSON.parse(before));
  const units: Units = {};
  for (const [unit, fields] of Object.entries(entity.units)) {
    const value = pick(record, fields);
    if (Object.values(value).some((each) => each !== null)) units[unit] = value;
  }
  return units;
}
