/** Taking a side of a conflict: an ordinary edit of the record, and of the conflict that it settles. */
import { conflict } from '#shared/entities/conflicts.ts';
import { entityNamed } from '#shared/entities/index.ts';
import type { RecordOf } from '#shared/entities/define.ts';
import { DELETED_UNIT } from '#shared/sync/change.ts';
import type { Base } from '#main/data/base.ts';
import { notFound } from '#main/data/app-error.ts';
import { type Transaction, write, type Written } from '#main/data/write.ts';

/** Settles them all in one action; those that are settled already stay as they are. Throws NOT_FOUND. */
export function resolveConflicts(base: Base, ids: readonly string[], choice: 'kept' | 'restored'): Written {
  return write(base, { key: 'conflictResolved', params: { count: ids.length } }, (tx) => {
    for (const id of ids) {
      const found = tx.read(conflict, id);
      if (!found) throw notFound('conflict', id);
      if (found.resolvedAt !== null) continue;
      if (choice === 'restored') putBack(tx, found);
      tx.edit(conflict, id, { choice, resolvedBy: base.member(), resolvedAt: tx.now });
    }
  });
}

/** A lost value is null where it was a deletion; a lost value of a record deleted since needs it back first. */
function putBack(tx: Transaction, { entity: name, record, unit, lost }: RecordOf<typeof conflict>): void {
  const entity = entityNamed(name);
  if (lost === null) {
    tx.remove(entity, record);
    return;
  }
  tx.restore(entity, record);
  if (unit !== DELETED_UNIT) tx.edit(entity, record, lost);
}
