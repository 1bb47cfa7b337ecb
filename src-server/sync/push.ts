/**
 * Takes a device's changes (docs/sync.md). One transaction: the workspace's counter first, then the device's numbers,
 * then its txns. All are computed in memory and written together; if the database refuses that, each txn is written
 * under a savepoint of its own, so that one that cannot be stored holds up nothing else.
 */
import type { MessageInput } from '#shared/sync/messages.ts';
import { restampAhead } from '#shared/sync/restamp.ts';
import {
  type ChangeResult,
  MESSAGE_BYTES,
  type RejectReason,
  type WireChange,
  type WireRecord,
} from '#shared/sync/wire.ts';
import type { Database } from '../data/database.ts';
import { inWorkspace, type Tx } from '../data/transaction.ts';
import type { Answer } from './answer.ts';
import type { Caller } from './caller.ts';
import { Counter } from './counter.ts';
import { fitting } from './fitting.ts';
import { Ledger, type LogRow } from './ledger.ts';
import { type Facts, readFacts, readRecords } from './push-facts.ts';
import { type Arrived, sortArrivals } from './push-order.ts';
import { runTxn, type TxnContext } from './push-txn.ts';
import { keepRejected, writeLedger } from './push-write.ts';
import { type Held, keyOf, rowOf } from './record-row.ts';
import { SyncError } from './sync-error.ts';
import type { TextMerger } from './text-merger.ts';
import { keysOf, readViewer, type Viewer } from './viewer.ts';

export type PushAnswer = Answer<'push'>;

/** What a device reads at most; records that do not fit reach it by a pull. */
const ANSWER_BYTES = 8 * MESSAGE_BYTES;
/** All texts of one push together; those of later ones overlap then. */
const TEXTS_MS = 2_000;

interface Work {
  tx: Tx;
  caller: Caller;
  counter: Counter;
  viewer: Viewer;
  keys: string[];
  epochSeq: number;
  serverNow: number;
  voided: ReadonlySet<string>;
  mergeTexts: TxnContext['mergeTexts'];
  hasNumbered: boolean;
}

interface Outcome {
  ledger: Ledger;
  facts: Facts;
  conflicts: Held[];
  rejected: LogRow[];
  isRenumbered: boolean;
}

/** Throws SyncError `epoch_changed`, `device_revoked`, `gap`, `device_fork`, `invalid`. */
export async function push(
  db: Database,
  texts: TextMerger,
  caller: Caller,
  input: MessageInput<'push'>,
): Promise<PushAnswer> {
  return inWorkspace(db, caller, async (tx) => {
    const counter = await Counter.take(tx, caller.workspace);
    const viewer = await readViewer(tx, caller, 'lock');
    const { epoch, epochSeq, durableSeq, clientScope } = counter.row;
    if (input.epoch !== epoch) throw new SyncError('epoch_changed', { epoch });
    const serverNow = Date.now();
    const changes = restampAhead(input.changes, serverNow).map((change) => written(change, caller.member));
    const { fresh, known, lastN } = await sortArrivals(tx, caller.workspace, changes, viewer.lastN);
    const mergeTexts = boundTexts(texts);
    const voided = new Set(input.void?.map((id) => id.toLowerCase()));
    const keys = keysOf(viewer, clientScope);
    const work: Work = {
      tx,
      caller,
      counter,
      viewer,
      keys,
      epochSeq,
      serverNow,
      voided,
      mergeTexts,
      hasNumbered: false,
    };
    const outcome = await accept(work, groupTxns(fresh), changes);
    await tx.query(
      'UPDATE sync.device SET last_n = $3, last_seen_at = $4 WHERE workspace_id = $1 AND id = $2',
      [caller.workspace, caller.device, lastN, serverNow],
    );
    await counter.keep(tx);
    return {
      epoch,
      head: counter.seq,
      durableSeq,
      lastN,
      results: resultsOf(changes, known, outcome),
      records: await touchedRecords(work, changes, outcome),
    };
  });
}

/** The token says who writes; ids are compared as PostgreSQL writes them. */
function written(change: WireChange, actor: string): WireChange {
  const { id, record, root, txn, action } = change;
  const lower = (value: string) => value.toLowerCase();
  return {
    ...change,
    id: lower(id),
    record: lower(record),
    root: root && lower(root),
    txn: lower(txn),
    action: lower(action),
    actor,
  };
}

function boundTexts(texts: TextMerger): TxnContext['mergeTexts'] {
  let left = TEXTS_MS;
  return async (task) => {
    if (left <= 0) return null;
    const start = performance.now();
    const merged = await texts.merge(task);
    left -= performance.now() - start;
    return merged;
  };
}

function groupTxns(fresh: readonly Arrived[]): Arrived[][] {
  const groups: Arrived[][] = [];
  for (const one of fresh) {
    const last = groups.at(-1);
    if (last?.[0]?.change.txn === one.change.txn) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

async function accept(
  work: Work,
  txns: readonly Arrived[][],
  changes: readonly WireChange[],
): Promise<Outcome> {
  const { tx } = work;
  await tx.query('SAVEPOINT together');
  try {
    return await runAndWrite(work, txns, changes);
  } catch (error) {
    if (!isAboutData(error)) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT together');
  }
  return acceptOneByOne(work, txns, changes);
}

async function acceptOneByOne(
  work: Work,
  txns: readonly Arrived[][],
  changes: readonly WireChange[],
): Promise<Outcome> {
  const { tx } = work;
  const all: Outcome = {
    ledger: new Ledger(),
    facts: await readFacts(tx, work.caller, work, changes),
    conflicts: [],
    rejected: [],
    isRenumbered: false,
  };
  for (const txn of txns) {
    await tx.query('SAVEPOINT one');
    try {
      const { ledger, conflicts, rejected, isRenumbered } = await runAndWrite(
        work,
        [txn],
        txn.map(({ change }) => change),
      );
      all.ledger.absorb(ledger);
      all.conflicts.push(...conflicts);
      all.rejected.push(...rejected);
      all.isRenumbered ||= isRenumbered;
    } catch (error) {
      if (!isAboutData(error)) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT one');
      all.rejected.push(...(await reject(work, txn, 'invalid', all.facts, all.ledger)));
    }
  }
  return all;
}

/** Classes 22 and 23 (data, integrity), 54 (limits): the values are to blame, and the same would happen again. */
function isAboutData(error: unknown): boolean {
  return /^(22|23|54)/.test(String((error as { code?: unknown }).code));
}

async function runAndWrite(
  work: Work,
  txns: readonly Arrived[][],
  changes: readonly WireChange[],
): Promise<Outcome> {
  const { tx, caller, counter } = work;
  const facts = await readFacts(tx, caller, work, changes);
  const context: TxnContext = { ...work, facts };
  const ledger = new Ledger();
  const rejected: LogRow[] = [];
  for (const txn of txns) {
    const result = await runTxn(context, ledger, txn, nextSeq(work));
    if (typeof result === 'string') rejected.push(...(await reject(work, txn, result, facts, ledger)));
    else ledger.absorb(result);
  }
  return { ledger, facts, rejected, ...(await writeLedger(tx, caller, counter, ledger)) };
}

/** A push of one txn needs no number but the one that it took with the counter. */
function nextSeq(work: Work): number {
  const { counter } = work;
  if (work.hasNumbered) return counter.next();
  work.hasNumbered = true;
  return counter.seq;
}

async function reject(
  work: Work,
  txn: readonly Arrived[],
  reason: RejectReason,
  facts: Facts,
  ledger: Ledger,
): Promise<LogRow[]> {
  const log = txn.map(({ change, id, content }): LogRow => {
    const { n, root } = change;
    return { change, id, n, seq: work.counter.seq, status: 'rejected', reason, root, content };
  });
  const isErased = ({ entity, record }: WireChange) =>
    facts.erased.has(keyOf(entity, record)) || ledger.isErased(entity, record);
  await keepRejected(work.tx, work.caller, reason, log, isErased);
  return log;
}

function resultsOf(
  changes: readonly WireChange[],
  known: ReadonlyMap<string, ChangeResult>,
  { ledger, rejected }: Outcome,
): ChangeResult[] {
  const results = new Map(known);
  for (const { id, status, seq } of ledger.log) results.set(id, { id, status, seq, reason: null });
  for (const { id, reason } of rejected) results.set(id, { id, status: 'rejected', seq: null, reason });
  return changes.map(({ id }) => results.get(id) as ChangeResult);
}

/** Everything that the changes were about, as it is now, as far as the member sees it. */
async function touchedRecords(
  { tx, caller }: Work,
  changes: readonly WireChange[],
  { ledger, facts, conflicts, isRenumbered }: Outcome,
): Promise<WireRecord[]> {
  const touched = new Map<string, Held>();
  for (const { entity, record } of changes) {
    const held = facts.records.get(keyOf(entity, record));
    const root = held?.state.root ?? null;
    if (held && (root === null || facts.visible.has(root))) touched.set(keyOf(entity, record), held);
  }
  for (const [key, held] of ledger.records) touched.set(key, held);
  const all = [...touched.values(), ...conflicts];
  if (!isRenumbered && ledger.erased.size === 0) return fitting(all.map(rowOf), ANSWER_BYTES);
  const now = await readRecords(tx, caller.workspace, all);
  return fitting([...now.values()].map(rowOf), ANSWER_BYTES);
}
