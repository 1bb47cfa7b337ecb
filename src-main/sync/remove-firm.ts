/**
 * Somebody ended this device: the firm's data go from it, with every trace. What was typed here and is not acknowledged is
 * kept sealed among the rejected changes, and one's own name stays. What was begun is gone on with after a crash.
 */
import type { Base } from '../data/base.ts';
import { sweepBlobs } from '../data/blobs/sweep.ts';
import { removeRecord } from '../data/remote/remove.ts';
import { statement } from '../data/statement.ts';
import { readSync, writeSync } from '../data/sync-store.ts';
import { emptyLog, writeRemote } from '../data/write.ts';
import type { Entity } from '#shared/entities/define.ts';
import { entities } from '#shared/entities/index.ts';

const AT_ONCE = 200;
const all = Object.values(entities) as Entity[];

export function isRemovingFirm({ writer }: Base): boolean {
  return readSync(writer, 'removingFirm') !== null;
}

/** Ends early when the base is closed meanwhile. */
export async function removeFirm(base: Base): Promise<void> {
  const { writer } = base;
  writeSync(writer, 'removingFirm', true);
  const own = base.member();
  for (const entity of all) {
    const some = statement<{ id: string }>(
      writer,
      `SELECT id FROM "${entity.table}" WHERE id <> ? LIMIT ${AT_ONCE}`,
    );
    for (let rows = some.all(own); rows.length > 0; rows = some.all(own)) {
      writeRemote(base, (tx) => {
        for (const { id } of rows) removeRecord(tx, entity, id, 'notVisible');
      });
      await new Promise((resolve) => setImmediate(resolve));
      if (!writer.open) return;
    }
  }
  writeRemote(base, ({ db }) => {
    db.exec(
      `DELETE FROM draft; DELETE FROM incoming; DELETE FROM parked_remote; DELETE FROM snapshot_progress; DELETE FROM snapshot_seen;
       DELETE FROM history WHERE action NOT IN (SELECT action FROM change WHERE seq IS NULL);
       DELETE FROM change WHERE seq IS NOT NULL;
       DELETE FROM action WHERE no NOT IN (SELECT action FROM change)`,
    );
    // The next sign-in takes a first copy.
    for (const key of ['epoch', 'access', 'cursor', 'durableSeq', 'lastVerifiedAt', 'sweepFrom'] as const)
      writeSync(db, key, null);
    writeSync(db, 'joinedUpTo', null);
    writeSync(db, 'removingFirm', null);
  });
  sweepBlobs(base);
  emptyLog(base);
}
