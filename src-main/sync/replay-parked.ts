/** A newer version knows more: what an older one did not understand is looked at again when it is first opened. */
import type { Base } from '../data/base.ts';
import { applyRecords } from '../data/remote/apply-records.ts';
import { fieldsKnown, parkedRecords } from '../data/remote/park.ts';
import { statement } from '../data/statement.ts';
import { readSync, writeSync } from '../data/sync-store.ts';
import { writeRemote } from '../data/write.ts';

export function replayParked(base: Base): void {
  const known = fieldsKnown();
  if (!statement(base.writer, 'SELECT 1 FROM parked_remote LIMIT 1').get()) return;
  if (readSync(base.writer, 'knownFields') === known) return;
  writeRemote(base, (tx) => {
    applyRecords(tx, parkedRecords(tx), { again: true });
    writeSync(tx.db, 'knownFields', known);
  });
}
