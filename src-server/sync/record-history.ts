/** Every value that a record has had, and those that lost, newest first. */
import { DELETED_UNIT } from '#shared/sync/change.ts';
import { hlcFromHex } from '#shared/sync/hlc.ts';
import { unitValue } from '#shared/sync/merge-state.ts';
import type { MessageInput, MessageOutput } from '#shared/sync/messages.ts';
import { MESSAGE_BYTES } from '#shared/sync/wire.ts';
import type { Database } from '../data/database.ts';
import { inWorkspace, type Tx } from '../data/transaction.ts';
import type { Answer } from './answer.ts';
import type { Caller } from './caller.ts';
import { readWorkspace } from './counter.ts';
import { entityOf } from './entity-of.ts';
import { fitting } from './fitting.ts';
import { readRecords } from './push-facts.ts';
import { type Held, keyOf } from './record-row.ts';
import { visibleRoots } from './sight.ts';
import { SyncError } from './sync-error.ts';
import { keysOf, readViewer } from './viewer.ts';

export type HistoryAnswer = Answer<'history'>;
type Value = MessageOutput<'history'>['values'][number];

interface Row {
  unit: string;
  value: unknown;
  change: string;
  hlc: string;
  actor: string;
}

/** As many of the newest as fit into one answer. Throws SyncError `not_found` also for what the member does not see. */
export async function recordHistory(
  db: Database,
  caller: Caller,
  { entity, id }: MessageInput<'history'>,
): Promise<HistoryAnswer> {
  return inWorkspace(
    db,
    caller,
    async (tx) => {
      const held = await readVisible(tx, caller, entity, id);
      const { rows } = await tx.query<Row>(
        `SELECT unit, value, change, hlc, actor FROM sync.history
         WHERE workspace_id = $1 AND entity = $2 AND id = $3`,
        [caller.workspace, entity, id],
      );
      const all = [...presentOf(held), ...rows].sort((a, b) => (a.hlc < b.hlc ? 1 : -1));
      return { values: fitting(all.map(valueOf), MESSAGE_BYTES - 4_096) };
    },
    'snapshot',
  );
}

async function readVisible(tx: Tx, caller: Caller, entity: string, id: string): Promise<Held> {
  const viewer = await readViewer(tx, caller);
  const { clientScope } = await readWorkspace(tx, caller.workspace);
  const held = (await readRecords(tx, caller.workspace, [{ entity, id }])).get(keyOf(entity, id));
  const root = held?.state.root;
  const isSeen =
    root === null ||
    (root !== undefined &&
      (await visibleRoots(tx, caller.workspace, [root], keysOf(viewer, clientScope))).has(root));
  if (!held || !isSeen) throw new SyncError('not_found');
  return held;
}

function presentOf({ entity, state }: Held): Row[] {
  const units = entityOf(entity)?.units ?? {};
  return Object.entries(state.units).map(([unit, own]) => ({
    unit,
    value: unit === DELETED_UNIT ? state.deletedAt !== null : unitValue(units[unit] ?? [], state.data),
    change: own.change,
    hlc: own.hlc,
    actor: own.actor,
  }));
}

/** A deletion is told as a value of `$deleted`. */
function valueOf({ unit, value, change, hlc, actor }: Row): Value {
  const told = unit === DELETED_UNIT ? { deleted: value === true } : (value as Value['value']);
  return { unit, value: told, change, at: hlcFromHex(hlc).ms, actor };
}
