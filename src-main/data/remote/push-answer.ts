/** What the server answered to a push: each change acknowledged or set aside, and the records as they are now. */
import { entityNamed } from '#shared/entities/index.ts';
import type { ChangeResult, WireRecord } from '#shared/sync/wire.ts';
import { readMeta, writeMeta } from '../record-meta.ts';
import { statement } from '../statement.ts';
import { applyRecords } from './apply-records.ts';
import { eraseRecord } from './erase.ts';
import { type OutboxRow, setAside } from './reject.ts';
import { removeRecord } from './remove.ts';
import { settle } from './show.ts';
import type { RemoteTransaction } from './remote-transaction.ts';

/** A result of a change that is acknowledged already, or not known here, says nothing new. */
export function applyPushAnswer(
  tx: RemoteTransaction,
  results: readonly ChangeResult[],
  records: readonly WireRecord[],
): void {
  const { db } = tx;
  const answered = results.flatMap((result) => {
    const change = statement<OutboxRow>(db, 'SELECT * FROM change WHERE id = ? AND seq IS NULL').get(
      result.id,
    );
    return change ? [{ result, change }] : [];
  });
  for (const { result, change } of answered) takeResult(tx, result, change);
  // Also where the record is no newer than the one here: the changes that stood before it are decided.
  applyRecords(tx, records, { again: true });
  for (const { result, change } of answered) {
    const entity = entityNamed(change.entity);
    // The server knows the record and did not send it: the next pull brings it.
    if (change.kind === 'create' && result.seq !== null && !readMeta(db, change.entity, change.record))
      writeMeta(db, change.entity, change.record, 0, {});
    settle(tx, entity, change.record);
  }
}

/** The server was not even asked: the changes are set aside as if it had refused them. */
export function refuseHere(tx: RemoteTransaction, changes: readonly { id: string }[]): void {
  const results = changes.map(
    ({ id }): ChangeResult => ({ id, status: 'rejected', seq: null, reason: 'void' }),
  );
  applyPushAnswer(tx, results, []);
}

function takeResult(tx: RemoteTransaction, { status, reason, seq }: ChangeResult, change: OutboxRow): void {
  const { db } = tx;
  const entity = entityNamed(change.entity);
  if (status === 'erased') {
    statement(db, 'DELETE FROM change WHERE id = ?').run(change.id);
    eraseRecord(tx, entity, change.record);
  } else if (status !== 'rejected')
    statement(db, 'UPDATE change SET seq = ? WHERE id = ?').run(seq ?? 0, change.id);
  else if (change.kind === 'create' && !readMeta(db, change.entity, change.record))
    // Nothing of it is anywhere else: what was written on it since goes with it.
    removeRecord(tx, entity, change.record, reason ?? 'invalid');
  else setAside(tx, change, reason ?? 'invalid');
}
