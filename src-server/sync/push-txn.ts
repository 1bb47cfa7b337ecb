/** One txn of a push against what is known: all of its changes stand, or none with the reason of the first refused. */
import type { Entity } from '#shared/entities/define.ts';
import { entities } from '#shared/entities/index.ts';
import { TXN_BYTES, UNSET } from '#shared/sync/change.ts';
import { mergeChange, neededBases, restoreRoot } from '#shared/sync/merge.ts';
import type { KnownBase, MergeInput, RecordState } from '#shared/sync/merge-state.ts';
import type { RejectReason, WireChange } from '#shared/sync/wire.ts';
import { entityOf } from './entity-of.ts';
import { Ledger } from './ledger.ts';
import { baseKey, type Facts } from './push-facts.ts';
import type { Arrived } from './push-order.ts';
import { keyOf } from './record-row.ts';
import type { MergedText, TextTask } from './text-merger.ts';
import type { Viewer } from './viewer.ts';

export interface TxnContext {
  readonly viewer: Viewer;
  readonly facts: Facts;
  readonly serverNow: number;
  readonly voided: ReadonlySet<string>;
  /** Null when the texts overlap or there is no time left. */
  readonly mergeTexts: (task: TextTask) => Promise<MergedText>;
}

/** A device counts characters of what it stores; the names of units come on top. */
const TXN_LENGTH = 2 * TXN_BYTES;

/** What the txn writes under `seq`, on top of `before`; or why it is refused. */
export async function runTxn(
  context: TxnContext,
  before: Ledger,
  txn: readonly Arrived[],
  seq: number,
): Promise<Ledger | RejectReason> {
  if (txn.some(({ id }) => context.voided.has(id))) return 'void';
  const sizes = txn.map(({ change }) => JSON.stringify(change.units).length);
  if (sizes.reduce((sum, size) => sum + size, 0) > TXN_LENGTH) return 'tooLarge';
  const ledger = new Ledger(before);
  for (const arrived of txn) {
    const reason = await runChange(context, ledger, arrived, seq);
    if (reason) return reason;
  }
  return ledger;
}

async function runChange(
  context: TxnContext,
  ledger: Ledger,
  { change: sent, id, content }: Arrived,
  seq: number,
): Promise<RejectReason | null> {
  const { facts, serverNow } = context;
  const change = withoutMisleading(context, ledger, sent);
  const entity = entityOf(change.entity);
  const record = stateOf(context, ledger, change.entity, change.record);
  const isErased =
    facts.erased.has(keyOf(change.entity, change.record)) || ledger.isErased(change.entity, change.record);
  const refusal = isErased ? null : refusalOf(context, ledger, change, record);
  if (refusal) return refusal;
  const input: MergeInput = {
    entity,
    change,
    record,
    serverNow,
    isErased,
    changedSince: facts.changedSince.get(change.record) ?? null,
    ...(await pastOf(context, ledger, entity, change, record)),
  };
  const outcome = mergeChange(input);
  if (outcome.status === 'rejected') return outcome.reason ?? 'invalid';
  const into = outcome.record?.data['mergedInto'];
  const misled = into === record?.data['mergedInto'] ? null : misleads(context, ledger, change, into);
  if (misled) return misled;
  const { root } = outcome.record ?? { root: change.root };
  const { n } = change;
  ledger.log.push({ change, id, n, seq, status: outcome.status, reason: null, root, content });
  if (!entity || isErased) return null;
  ledger.take(entity, change.record, record, outcome, seq);
  if (change.kind === 'erase')
    ledger.erased.set(keyOf(change.entity, change.record), {
      entity: change.entity,
      id: change.record,
      seq,
      change,
    });
  if (outcome.status !== 'superseded' && outcome.status !== 'duplicate')
    reviveRoot(context, ledger, change, root, seq);
  return null;
}

/**
 * A merge of duplicates must lead to a record that is not deleted, and never back. One that is not here yet may follow.
 * Deleted ones count on the way, so that no restoration closes a ring.
 */
function misleads(
  context: TxnContext,
  ledger: Ledger,
  { entity, record: id }: WireChange,
  into: unknown,
): RejectReason | null {
  const read = (at: string) => stateOf(context, ledger, entity, at);
  const idOf = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : null);
  const target = idOf(into);
  if (target === null) return null;
  if ((read(target)?.deletedAt ?? null) !== null) return 'mergedIntoDeleted';
  for (let at: string | null = target; at !== null; at = idOf(read(at)?.data['mergedInto']))
    if (at === id) return 'mergeCycle';
  return null;
}

/** A new record stays a new record, whatever became meanwhile of the one that it was merged into at once. */
function withoutMisleading(context: TxnContext, ledger: Ledger, change: WireChange): WireChange {
  const { mergedInto, ...units } = change.units ?? {};
  if (change.kind !== 'create' || !misleads(context, ledger, change, mergedInto?.['mergedInto']))
    return change;
  return { ...change, units };
}

/** Who may write what he writes; the values themselves are looked at by the merge. */
function refusalOf(
  context: TxnContext,
  ledger: Ledger,
  change: WireChange,
  record: RecordState | null,
): RejectReason | null {
  if (!isStorable(change.units)) return 'invalid';
  const { facts, viewer } = context;
  const { member } = viewer;
  // a colleague whom no one knows here comes along with what he wrote at another server
  const isNews = change.kind === 'create' && !record && !facts.members.has(change.record);
  if (change.entity === 'member' && change.record !== member.id && member.role !== 'admin' && !isNews)
    return 'notAllowed';
  if (change.kind === 'erase' && member.role === 'rep') return 'notAllowed';
  if (!record && change.kind !== 'create') return 'unknownRecord';
  const root = record ? record.root : change.root;
  const isNewRoot = !record && root === change.record;
  if (root !== null && !isNewRoot) {
    if (!sees(context, ledger, root)) return isKnown(context, ledger, root) ? 'notVisible' : 'unknownRecord';
  }
  // a place at a client shows its person to all who see the client
  const contact =
    change.entity === 'position' && !record ? change.units?.['contact']?.['contact'] : undefined;
  // and a merge shows the two to all who see one of them
  const into = change.units?.['mergedInto']?.['mergedInto'];
  for (const shown of [contact, into])
    if (typeof shown === 'string' && isKnown(context, ledger, shown) && !sees(context, ledger, shown))
      return 'notVisible';
  return null;
}

function sees({ facts }: TxnContext, ledger: Ledger, root: string): boolean {
  return facts.visible.has(root) || ledger.isFresh(root);
}

function isKnown(context: TxnContext, ledger: Ledger, root: string): boolean {
  return rootRecord(context, ledger, root) !== null;
}

function rootRecord(
  context: TxnContext,
  ledger: Ledger,
  root: string,
): { entity: Entity; record: RecordState } | null {
  for (const entity of Object.values<Entity>(entities)) {
    if (entity.root !== 'self') continue;
    const record = stateOf(context, ledger, entity.name, root);
    if (record) return { entity, record };
  }
  return null;
}

function stateOf({ facts }: TxnContext, ledger: Ledger, entity: string, id: string): RecordState | null {
  return (ledger.find(entity, id) ?? facts.records.get(keyOf(entity, id)))?.state ?? null;
}

/** What PostgreSQL cannot keep as JSON: the character NUL and halves of surrogate pairs. */
function isStorable(units: WireChange['units']): boolean {
  const text = JSON.stringify(units);
  return !/\\u(?:0000|d[89a-f][0-9a-f]{2})/i.test(text.replaceAll('\\\\', ''));
}

/** The values that edits were made over, and texts joined with what stands there now. */
async function pastOf(
  context: TxnContext,
  ledger: Ledger,
  entity: Entity | undefined,
  change: WireChange,
  record: RecordState | null,
): Promise<Pick<MergeInput, 'bases' | 'mergedTexts'>> {
  const bases: Record<string, KnownBase | undefined> = {};
  const mergedTexts: Record<string, MergedText> = {};
  if (!entity || !record) return { bases, mergedTexts };
  for (const { unit, change: seen, isText } of neededBases(entity, change, record)) {
    const here = ledger.pastValue(change.entity, change.record, unit, seen);
    const base = here
      ? { value: here.value as KnownBase['value'], hlc: here.hlc }
      : context.facts.bases.get(baseKey(change.record, unit, seen));
    // after an erasure the values of history are gone
    if (base?.value) bases[unit] = base;
    const field = entity.units[unit]?.[0];
    const isBaseKnown = base?.value || seen === change.record || seen === UNSET;
    if (!isText || !field || !isBaseKnown) continue;
    const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
    mergedTexts[unit] = await context.mergeTexts({
      base: textOf(base?.value[field]),
      current: textOf(record.data[field]),
      incoming: textOf(change.units?.[unit]?.[field]),
    });
  }
  return { bases, mergedTexts };
}

/** Writing under a client that somebody deleted meanwhile brings it back. */
function reviveRoot(
  context: TxnContext,
  ledger: Ledger,
  change: WireChange,
  root: string | null,
  seq: number,
): void {
  if (root === null || root === change.record || change.kind === 'delete' || change.kind === 'erase') return;
  const found = rootRecord(context, ledger, root);
  if (!found) return;
  const about = { entity: found.entity.name, id: root, record: found.record };
  const outcome = restoreRoot({ change, serverNow: context.serverNow }, about);
  if (outcome) ledger.take(found.entity, root, found.record, outcome, seq);
}
