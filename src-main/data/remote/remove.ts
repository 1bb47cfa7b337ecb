/**
 * Records that leave this device: no longer visible to the member, or refused by the server. Every trace goes with
 * them, but for the member's own changes that were not acknowledged: those are kept among the rejected ones.
 */
import type { Entity } from '#shared/entities/define.ts';
import { entities } from '#shared/entities/index.ts';
import type { RejectReason } from '#shared/sync/wire.ts';
import { columnOf } from '../codec.ts';
import { indexRecord } from '../search-index.ts';
import { statement } from '../statement.ts';
import { blankLabels } from './labels.ts';
import { pendingChangesOf, setAside } from './reject.ts';
import type { RemoteTransaction } from './remote-transaction.ts';

const all = Object.values(entities) as Entity[];

/** The member lost sight of everything under this root. */
export function leaveRoot(tx: RemoteTransaction, root: string): void {
  const { db } = tx;
  for (const entity of all)
    for (const id of idsUnder(tx, entity, root)) removeRecord(tx, entity, id, 'notVisible');
  statement(db, 'DELETE FROM draft WHERE client = ?').run(root);
  statement(db, 'DELETE FROM incoming WHERE client = ?').run(root);
  statement(db, `DELETE FROM parked_remote WHERE json_extract(item, '$.root') = ?`).run(root);
}

function idsUnder({ db }: RemoteTransaction, { table, root }: Entity, id: string): string[] {
  if (root === 'workspace') return [];
  const column = root === 'self' ? 'id' : columnOf(root);
  return statement<{ id: string }>(db, `SELECT id FROM "${table}" WHERE "${column}" = ?`)
    .all(id)
    .map((row) => row.id);
}

export function removeRecord(tx: RemoteTransaction, entity: Entity, id: string, why: RejectReason): void {
  const { db } = tx;
  for (const change of pendingChangesOf(db, id)) setAside(tx, change, why);
  blankLabels(db, id);
  indexRecord(db, entity, id, null);
  statement(db, `DELETE FROM "${entity.table}" WHERE id = ?`).run(id);
  statement(db, 'DELETE FROM record_meta WHERE entity = ? AND record = ?').run(entity.name, id);
  statement(db, 'DELETE FROM shadow WHERE entity = ? AND record = ?').run(entity.name, id);
  statement(db, 'DELETE FROM parked_remote WHERE entity = ? AND record = ?').run(entity.name, id);
  statement(db, `DELETE FROM change WHERE record = ? AND kind <> 'create'`).run(id);
  statement(db, 'DELETE FROM change WHERE id = ?').run(id);
  statement(db, 'DELETE FROM history WHERE record = ?').run(id);
  statement(db, 'DELETE FROM draft WHERE record = ?').run(id);
  tx.touched(entity, id);
}
