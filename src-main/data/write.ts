/**
 * The one door for writes. One action of the user is one synchronous SQLite transaction: the rows, their search
 * documents, their history, their change rows and the clock; events leave after the commit (docs/sync.md).
 */
import type { ActionLabel } from '#shared/contract/records.ts';
import { TXN_BYTES, TXN_CHANGES } from '#shared/sync/change.ts';
import { environmentError, tooLarge } from './app-error.ts';
import type { Base } from './base.ts';
import { IDS_IN_EVENT } from './events.ts';
import { RemoteTransaction } from './remote/remote-transaction.ts';
import { Transaction } from './transaction.ts';

export type { RemoteTransaction } from './remote/remote-transaction.ts';
export type { Transaction } from './transaction.ts';

export interface Written {
  /** Names the action for undo; null when nothing changed. */
  action: string | null;
}

/** Runs `work` as one action and one transaction; throws NOT_SAVED when the machine refuses it. */
export function write(base: Base, label: ActionLabel, work: (tx: Transaction) => void): Written {
  return commit(base, new Transaction(base, base.newId(), 'together'), label, (tx) => {
    work(tx);
    if (tx.changes > TXN_CHANGES || tx.bytes > TXN_BYTES) throw tooLarge(tx.changes, tx.bytes);
  });
}

/**
 * Runs bulk work as one action and one transaction here, of any size; for the server every record is a transaction of
 * its own. `action` may be chosen before, so that whoever asked for the work knows how to take it back.
 */
export function writeInBulk(
  base: Base,
  label: ActionLabel,
  work: (tx: Transaction) => void,
  action = base.newId(),
): Written {
  return commit(base, new Transaction(base, action, 'one by one'), label, work);
}

/**
 * Writes what the server said, as one transaction: confirmed records, answers to what was sent, what leaves or is
 * erased (`remote/`), and single values of the exchange beside them. No action: undo takes back only what was done here.
 */
export function writeRemote<T>(base: Base, work: (tx: RemoteTransaction) => T): T {
  const tx = new RemoteTransaction(base);
  let result: T;
  try {
    result = base.writer.transaction(() => work(tx)).immediate();
  } catch (error) {
    throw environmentError(error);
  }
  const ids = tx.ids.size <= IDS_IN_EVENT ? [...tx.ids] : null;
  base.events.emit({ topics: [...tx.entities, 'status', 'sync'], ids });
  return result;
}

/** What was removed for good stands in the write-ahead log until that is written back. */
export function emptyLog({ writer }: Base): void {
  writer.pragma('wal_checkpoint(TRUNCATE)');
}

function commit(base: Base, tx: Transaction, label: ActionLabel, work: (tx: Transaction) => void): Written {
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
  return { action: tx.action };
}

function tellAfterCommit({ events }: Base, tx: Transaction): void {
  const ids = tx.writtenIds && tx.writtenIds.length <= IDS_IN_EVENT ? tx.writtenIds : null;
  events.emit({ topics: [...tx.entities, 'undo', 'status'], ids });
}
