/** One change merged into the records of a transaction that may yet be rolled back. */
import { type Entity, rootOf } from '#shared/entities/define.ts';
import { entities } from '#shared/entities/index.ts';
import { UNSET } from '#shared/sync/change.ts';
import { mergeTexts } from '#shared/sync/merge-text.ts';
import { mergeChange, neededBases, restoreRoot } from '#shared/sync/merge.ts';
import type {
  KnownBase,
  MergeInput,
  MergeOutcome,
  RecordState,
  UnitValue,
} from '#shared/sync/merge-state.ts';
import { textFieldOf } from '#shared/sync/merge-unit.ts';
import type { ChangeStatus, UnitState, WireChange } from '#shared/sync/wire.ts';
import type { Rules } from './rules.ts';
import type { ServerState } from './server.ts';
import type { Stored } from './talk.ts';

/** What somebody did to a record, for deletions that had not seen it. */
export interface Touch {
  readonly seq: number;
  readonly record: string;
  readonly root: string | null;
  readonly device: string;
  readonly by: UnitState;
}

interface Scratch {
  readonly state: ServerState;
  readonly records: Map<string, Stored>;
  readonly history: Map<string, KnownBase>;
  readonly touches: Touch[];
  readonly device: string;
  readonly seq: number;
  readonly now: number;
  readonly rules: Rules;
}

export function mergeOne(scratch: Scratch, change: WireChange): { status: ChangeStatus; touched: string[] } {
  const { records, rules } = scratch;
  const record = records.get(change.record)?.state ?? null;
  // its root was refused, or is not back yet after a restoration
  if (change.root !== null && change.root !== change.record && !records.has(change.root)) {
    return { status: 'rejected', touched: [] };
  }
  const outcome = mergeChange(inputOf(scratch, change, record));
  if (outcome.status === 'rejected') return { status: 'rejected', touched: [] };
  const touched = [change.record];
  write(scratch, change, rules.restamp ? outcome : asStamped(outcome, change), record, touched);
  const root = change.root === null || change.root === change.record ? undefined : records.get(change.root);
  if (root && (change.kind === 'create' || change.kind === 'set')) {
    const about = { entity: root.entity, id: root.id, record: root.state };
    const alive = restoreRoot({ change, serverNow: scratch.now }, about);
    if (alive) {
      touched.push(root.id);
      write(scratch, { ...change, entity: root.entity, record: root.id }, alive, root.state, touched);
    }
  }
  return { status: outcome.status, touched };
}

function inputOf(
  { state, history, touches, device, now }: Scratch,
  change: WireChange,
  record: RecordState | null,
): MergeInput {
  const entity = entityOf(change.entity);
  const needed = entity ? neededBases(entity, change, record) : [];
  const bases = Object.fromEntries(
    needed.map(({ unit, change: seen }) => [unit, history.get(`${change.record} ${unit} ${seen}`)]),
  );
  const mergedTexts = Object.fromEntries(
    needed.map(({ unit }) => {
      const field = entity && textFieldOf(entity, unit);
      const [base, current, own] = [bases[unit]?.value, record?.data, change.units?.[unit]];
      const isKnown = base || [change.record, UNSET].includes(change.base?.[unit] ?? '');
      if (!field || !isKnown) return [unit, null];
      return [unit, mergeTexts(textIn(base, field), textIn(current, field), textIn(own, field))];
    }),
  );
  const seen = change.seen ?? 0;
  // only what came under this name in this epoch is surely its own: before, a copy of the profile may have used it
  const unseen = [...state.touches, ...touches].findLast(
    (touch) =>
      touch.seq > seen &&
      (touch.device !== device || touch.seq <= state.epochSeq) &&
      (touch.record === change.record || touch.root === change.record),
  );
  return {
    entity,
    change,
    record,
    bases,
    mergedTexts,
    serverNow: now,
    changedSince: unseen?.by ?? null,
    isErased: false,
  };
}

function write(
  { records, history, touches, device, seq, rules }: Scratch,
  { id, entity, record, hlc, actor }: WireChange,
  outcome: MergeOutcome,
  before: RecordState | null,
  touched: string[],
): void {
  if (outcome.record && outcome.record !== before) {
    records.set(record, { entity, id: record, seq, state: outcome.record });
    const statement = entityOf(entity);
    const root = statement ? rootOf(statement, record, outcome.record.data) : null;
    touches.push({ seq, record, root, device, by: { change: id, hlc, actor } });
  }
  for (const { unit, change, value, hlc: stamp } of outcome.written) {
    if (typeof value !== 'boolean') history.set(`${record} ${unit} ${change}`, { value, hlc: stamp });
  }
  if (!rules.conflictRecord) return;
  for (const { id: conflict, record: state } of outcome.conflicts) {
    touched.push(conflict);
    if (!records.has(conflict)) records.set(conflict, { entity: 'conflict', id: conflict, seq, state });
  }
}

/** As it would be if edits kept the stamps of their devices. */
function asStamped(outcome: MergeOutcome, { id, hlc }: WireChange): MergeOutcome {
  if (!outcome.record) return outcome;
  const units = Object.entries(outcome.record.units).map(([unit, state]) => [
    unit,
    state.change === id ? { ...state, hlc } : state,
  ]);
  const written = outcome.written.map((row) => (row.change === id ? { ...row, hlc } : row));
  return { ...outcome, written, record: { ...outcome.record, units: Object.fromEntries(units) } };
}

function entityOf(name: string): Entity | undefined {
  return (entities as Record<string, Entity | undefined>)[name];
}

function textIn(value: UnitValue | undefined, field: string): string | null {
  return (value?.[field] ?? null) as string | null;
}
