/** Which changes of a push are new, and whether their numbers follow on: a gap waits, a number used twice is a fork. */
import { createHash } from 'node:crypto';
import { asCopy, contentOf, overCopies } from '#shared/sync/derived-id.ts';
import type { ChangeResult, ChangeStatus, RejectReason, WireChange } from '#shared/sync/wire.ts';
import type { Tx } from '../data/transaction.ts';
import { SyncError } from './sync-error.ts';

export interface Arrived {
  /** Under the id of a copy when its own id stands for something else. */
  change: WireChange;
  /** As the device named it. */
  id: string;
  content: string;
}

export interface Sorted {
  fresh: Arrived[];
  /** By the device's id. */
  known: Map<string, ChangeResult>;
  lastN: number;
}

interface Known {
  id: string;
  content: string;
  seq: number;
  status: ChangeStatus;
  reason: RejectReason | null;
}

/** Stands for what an erased record's changes said: nothing is kept to compare with. */
export const ERASED = '';

/** Throws `gap`, `device_fork` or `invalid`. */
export async function sortArrivals(
  tx: Tx,
  workspace: string,
  changes: readonly WireChange[],
  lastN: number,
): Promise<Sorted> {
  const arrived = changes.map((change) => ({ change, id: change.id, content: hashOf(contentOf(change)) }));
  const found = await findKnown(
    tx,
    workspace,
    arrived.map(({ id }) => id),
  );
  const again = arrived.filter(({ change, id }) => change.n > lastN && found.get(id)?.status === 'rejected');
  await forgetRefused(
    tx,
    workspace,
    again.map(({ id }) => id),
  );
  for (const { id } of again) found.delete(id);
  const copies = arrived.filter(
    ({ id, content }) => ![undefined, ERASED, content].includes(found.get(id)?.content),
  );
  for (const one of copies) one.change = asCopy(one.change);
  const ids = new Map(copies.map(({ id, change }) => [id, change.id]));
  for (const one of arrived) one.change = overCopies(one.change, ids);
  const foundCopies = await findKnown(
    tx,
    workspace,
    copies.map(({ change }) => change.id),
  );
  const sorted: Sorted = { fresh: [], known: new Map(), lastN };
  let before = 0;
  for (const one of arrived) {
    const { n } = one.change;
    if (n <= before) throw new SyncError('invalid', { reason: 'order' });
    before = n;
    const known = found.get(one.change.id) ?? foundCopies.get(one.change.id);
    if (n <= lastN && !known) throw new SyncError('device_fork', { lastN });
    if (n > lastN && n !== sorted.lastN + 1) throw new SyncError('gap', { lastN });
    sorted.lastN = Math.max(sorted.lastN, n);
    if (known) sorted.known.set(one.id, { ...resultOf(known), id: one.id });
    else sorted.fresh.push(one);
  }
  if (new Set(sorted.fresh.map(({ change }) => change.id)).size !== sorted.fresh.length)
    throw new SyncError('invalid', { reason: 'repeated' });
  return sorted;
}

/** What was refused or erased stays so: an answer that was lost is given again. */
function resultOf({ id, seq, status, reason }: Known): ChangeResult {
  if (status === 'rejected') return { id, status, seq: null, reason };
  return { id, status: status === 'erased' ? 'erased' : 'duplicate', seq, reason: null };
}

/** A change that was refused is sent under a new number: it is tried again. */
async function forgetRefused(tx: Tx, workspace: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const table of ['change_log', 'rejected_change'])
    await tx.query(`DELETE FROM sync.${table} WHERE workspace_id = $1 AND change_id = ANY ($2::uuid[])`, [
      workspace,
      ids,
    ]);
}

async function findKnown(tx: Tx, workspace: string, ids: readonly string[]): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.query<Known>(
    `SELECT l.* FROM unnest($2::uuid[]) AS w (id) CROSS JOIN LATERAL (
       SELECT change_id AS id, content, seq, status, reason FROM sync.change_log
       WHERE workspace_id = $1 AND change_id = w.id OFFSET 0) l`,
    [workspace, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
