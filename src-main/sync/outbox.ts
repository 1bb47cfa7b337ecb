/** The changes that wait, in the order and in the portions in which they are sent. */
import { entityNamed } from '#shared/entities/index.ts';
import { hlcFromHex } from '#shared/sync/hlc.ts';
import { MESSAGE_BYTES, PUSH_CHANGES, type WireChange } from '#shared/sync/wire.ts';
import type { Base } from '../data/base.ts';
import type { Units } from '../data/change-log.ts';
import { type OutboxRow, unitsOfCreate } from '../data/remote/reject.ts';
import { statement } from '../data/statement.ts';
import { readSync, writeSync } from '../data/sync-store.ts';

/** Places in the log of the changes that must be accepted together. */
export type Txn = readonly number[];

/** Leaves room for what a request says beside its changes. */
const BATCH_BYTES = MESSAGE_BYTES - 64 * 1024;

/** Those that were sent before come first, by their numbers, then the others as they were written. */
export function planOutbox({ writer }: Base): Txn[] {
  const rows = statement<{ ord: number; txn: string }>(
    writer,
    'SELECT ord, txn FROM change WHERE seq IS NULL ORDER BY n IS NULL, n, ord',
  ).all();
  return [...Map.groupBy(rows, ({ txn }) => txn).values()].map((group) => group.map(({ ord }) => ord));
}

export interface Batch {
  txns: Txn[];
  changes: WireChange[];
}

/**
 * As many of the first transactions as one push may hold, at least one, marked as being sent: each gets its number in
 * the same transaction. What was taken back meanwhile is left out.
 */
export function takeBatch(base: Base, plan: readonly Txn[], mostTxns = PUSH_CHANGES): Batch {
  const { writer } = base;
  return writer
    .transaction((): Batch => {
      const batch: Batch = { txns: [], changes: [] };
      let bytes = 0;
      let n = readSync(writer, 'lastN') ?? 0;
      for (const txn of plan.slice(0, mostTxns)) {
        const rows = txn.flatMap((ord) => unsentAt(base, ord) ?? []);
        if (batch.changes.length + rows.length > PUSH_CHANGES && batch.changes.length > 0) break;
        const changes = rows.map((row) => wireChange(base, row, row.n ?? 0));
        const size = changes.reduce((sum, change) => sum + Buffer.byteLength(JSON.stringify(change)) + 16, 0);
        if (bytes + size > BATCH_BYTES && batch.changes.length > 0) break;
        for (const [at, change] of changes.entries()) {
          if (change.n === 0) change.n = n += 1;
          statement(writer, 'UPDATE change SET n = ? WHERE ord = ?').run(change.n, rows[at]?.ord);
        }
        bytes += size;
        batch.txns.push(txn);
        batch.changes.push(...changes);
      }
      writeSync(writer, 'lastN', n);
      return batch;
    })
    .immediate();
}

interface Unsent extends OutboxRow {
  actionId: string;
  actor: string;
}

function unsentAt({ writer }: Base, ord: number): Unsent | undefined {
  return statement<Unsent>(
    writer,
    `SELECT c.*, a.id AS actionId, a.actor FROM change c JOIN action a ON a.no = c.action
     WHERE c.ord = ? AND c.seq IS NULL`,
  ).get(ord);
}

function wireChange({ writer }: Base, row: Unsent, n: number): WireChange {
  const { id, entity, record, root, kind, units, base, seen, txn, actor } = row;
  const hlc = row.hlc.toString('hex');
  return {
    id,
    entity,
    record,
    root,
    kind: kind as WireChange['kind'],
    units:
      kind === 'create'
        ? unitsOfCreate(writer, entityNamed(entity), record)
        : (JSON.parse(units ?? 'null') as Units | null),
    base: JSON.parse(base ?? 'null') as Record<string, string> | null,
    seen,
    hlc,
    at: hlcFromHex(hlc).ms,
    n,
    txn,
    action: row.actionId,
    actor,
  };
}

/** The server has fewer changes of this device than it thought: what is not acknowledged is counted on from there. */
export function renumber({ writer }: Base, lastN: number): void {
  statement(writer, 'UPDATE change SET n = NULL WHERE seq IS NULL AND n IS NOT NULL').run();
  writeSync(writer, 'lastN', lastN);
}

export function hasUnsent({ writer }: Base): boolean {
  return statement(writer, 'SELECT 1 FROM change WHERE seq IS NULL LIMIT 1').get() !== undefined;
}
