/** Writes what a push came to, one statement per table. */
import { MESSAGE_BYTES, type RejectReason, type WireChange } from '#shared/sync/wire.ts';
import type { Tx } from '../data/transaction.ts';
import type { Caller } from './caller.ts';
import type { Counter } from './counter.ts';
import { eraseValues } from './erase.ts';
import type { Ledger, LogRow } from './ledger.ts';
import { type Held, rowOf } from './record-row.ts';
import { refreshSight } from './sight.ts';

export interface Written {
  /** Conflicts that did not exist before. */
  conflicts: Held[];
  /** Records got newer numbers than the ledger has. */
  isRenumbered: boolean;
}

export async function writeLedger(
  tx: Tx,
  caller: Caller,
  counter: Counter,
  ledger: Ledger,
): Promise<Written> {
  const { workspace } = caller;
  const conflicts = [...ledger.conflicts.values()].map(
    ({ id, record, seq }): Held => ({ entity: 'conflict', id, seq, state: record }),
  );
  spreadNumbers(counter, ledger.records);
  await writeRecords(tx, workspace, [...ledger.records.values()]);
  const added = await addRecords(tx, workspace, conflicts);
  await writeHistory(tx, workspace, ledger);
  await writeLog(tx, caller, ledger.log);
  for (const erased of ledger.erased.values()) await eraseValues(tx, caller, erased);
  const isRenumbered =
    ledger.clients.size + ledger.contacts.size + ledger.handed.size > 0
      ? await refreshSight(tx, counter, ledger)
      : false;
  return { conflicts: conflicts.filter(({ id }) => added.has(id)), isRenumbered };
}

/** A page of a pull is cut between numbers: a txn whose records do not fit into one takes several. */
const BYTES_PER_NUMBER = MESSAGE_BYTES / 2;

function spreadNumbers(counter: Counter, records: Map<string, Held>): void {
  const filled = new Map<number, { seq: number; bytes: number }>();
  for (const [key, held] of records) {
    const bytes = Buffer.byteLength(JSON.stringify(held.state.data));
    const present = filled.get(held.seq) ?? { seq: held.seq, bytes: 0 };
    const isFull = present.bytes > 0 && present.bytes + bytes > BYTES_PER_NUMBER;
    const place = isFull
      ? { seq: counter.next(), bytes }
      : { seq: present.seq, bytes: present.bytes + bytes };
    filled.set(held.seq, place);
    if (place.seq !== held.seq) records.set(key, { ...held, seq: place.seq });
  }
}

const RECORD = `entity text, id uuid, root uuid, seq bigint, data jsonb, units jsonb,
  "createdAt" bigint, "createdBy" uuid, "deletedAt" bigint`;
const INSERT_RECORDS = `INSERT INTO sync.record
    (workspace_id, entity, id, root_id, seq, data, units, created_at, created_by, deleted_at)
  SELECT $1, x.* FROM json_to_recordset($2::json) AS x (${RECORD})`;

async function writeRecords(tx: Tx, workspace: string, records: readonly Held[]): Promise<void> {
  if (records.length === 0) return;
  await tx.query(
    `${INSERT_RECORDS} ON CONFLICT (workspace_id, entity, id) DO UPDATE SET seq = excluded.seq,
       data = excluded.data, units = excluded.units, deleted_at = excluded.deleted_at`,
    [workspace, JSON.stringify(records.map(rowOf))],
  );
}

/** Returns the ids of those that were not there yet. */
async function addRecords(tx: Tx, workspace: string, records: readonly Held[]): Promise<Set<string>> {
  if (records.length === 0) return new Set();
  const { rows } = await tx.query<{ id: string }>(`${INSERT_RECORDS} ON CONFLICT DO NOTHING RETURNING id`, [
    workspace,
    JSON.stringify(records.map(rowOf)),
  ]);
  return new Set(rows.map(({ id }) => id));
}

async function writeHistory(tx: Tx, workspace: string, { history }: Ledger): Promise<void> {
  if (history.size === 0) return;
  await tx.query(
    `INSERT INTO sync.history (workspace_id, entity, id, unit, change, value, hlc, seq, actor)
     SELECT $1, x.* FROM json_to_recordset($2::json)
       AS x (entity text, id uuid, unit text, change uuid, value jsonb, hlc text, seq bigint, actor uuid)
     ON CONFLICT DO NOTHING`,
    [workspace, JSON.stringify([...history.values()])],
  );
}

async function writeLog(
  tx: Tx,
  { workspace, device, member }: Caller,
  log: readonly LogRow[],
): Promise<void> {
  if (log.length === 0) return;
  const rows = log.map(({ change, n, seq, status, reason, root, content }) => {
    const { id, entity, record, kind, hlc, at, txn, action } = change;
    return { id, n, seq, status, reason, entity, record, root, kind, hlc, at, txn, action, content };
  });
  await tx.query(
    `INSERT INTO sync.change_log (workspace_id, device_id, actor, change_id, n, seq, status, reason, entity, record_id,
       root_id, kind, hlc, at, txn, action, content)
     SELECT $1, $2, $3, x.* FROM json_to_recordset($4::json) AS x (id uuid, n bigint, seq bigint, status text,
       reason text, entity text, record uuid, root uuid, kind text, hlc text, at bigint, txn uuid, action uuid,
       content text)`,
    [workspace, device, member, JSON.stringify(rows)],
  );
}

/** Custody: what could not be accepted is kept whole, and its number is used. */
export async function keepRejected(
  tx: Tx,
  caller: Caller,
  reason: RejectReason,
  log: readonly LogRow[],
  isErased: (change: WireChange) => boolean,
): Promise<void> {
  await writeLog(tx, caller, log);
  const { workspace, device, member } = caller;
  const rows = log.map(({ change }) => ({
    id: change.id,
    entity: change.entity,
    record: change.record,
    change: isErased(change) ? null : JSON.stringify(change),
  }));
  await tx.query(
    `INSERT INTO sync.rejected_change (workspace_id, device_id, member_id, reason, rejected_at, change_id, entity,
       record_id, change)
     SELECT $1, $2, $3, $4, $5, x.* FROM json_to_recordset($6::json)
       AS x (id uuid, entity text, record uuid, change text)`,
    [workspace, device, member, reason, Date.now(), JSON.stringify(rows)],
  );
}
