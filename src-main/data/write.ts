/**
 * The one door for writes. One action of the user is one synchronous SQLite transaction: the rows, their search
 * documents, their history, their change rows and the clock; events leave after the commit (docs/sync.md).
 */
import type { ActionLabel } from '#shared/contract/records.ts';
import { TXN_BYTES, TXN_CHANGES } from '#shared/sync/change.ts';
import { environmentError, tooLarge } from './app-error.ts';
import type { Base } from './base.ts';
import { IDS_IN_EVENT } from './events.ts';
import { Transaction } from './transaction.ts';

export type { Transaction } from './transaction.ts';

export interface Written {
  /** Names the action for undo; null when nothing changed. */
  action: string | null;
}

/** Runs `work` as one action and one transaction; throws NOT_SAVED when the machine refuses it. */
export function write(base: Base, label: ActionLabel, work: (tx: Transaction) => void): Written {
  return commit(base, label, base.newId(), (tx) => {
    work(tx);
    if (tx.changes > TXN_CHANGES || tx.bytes > TXN_BYTES) throw tooLarge(tx.changes, tx.bytes);
  });
}

/** The same for bulk work and undo: no limit, every record a transaction of its own for the server. */
export function commit(
  base: Base,
  label: ActionLabel,
  action: string,
  work: (tx: Transaction) => void,
): Written {
  const tx = new Transaction(base, action);
  const { writer, clock } = base;
  try {
    writer
      .transaction(() => {
        tx.begin(label);
        work(tx);
        tx.finish();
      })
      .immediate();
  } catch (error) {
    clock.reload();
    throw environmentError(error);
  }
  if (!tx.wrote) return { action: null };
  tellAfterCommit(base, tx);
  return { action };
}

function tellAfterCommit({ events }: Base, tx: Transaction): void {
  const ids = tx.writtenIds && tx.writtenIds.length <= IDS_IN_EVENT ? tx.writtenIds : null;
  events.emit({ topics: [...tx.entities, 'undo', 'status'], ids });
}
