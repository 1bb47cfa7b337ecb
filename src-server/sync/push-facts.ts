/** Everything that the database knows about a push, asked once for all of its changes. */
import { type EntityName, entities } from '#shared/entities/index.ts';
import { entityOf } from './entity-of.ts';
import { neededBases } from '#shared/sync/merge.ts';
import type { KnownBase } from '#shared/sync/merge-state.ts';
import type { UnitState, WireChange } from '#shared/sync/wire.ts';
import type { Tx } from '../data/transaction.ts';
import type { Caller } from './caller.ts';
import { type Held, heldOf, keyOf, RECORD_COLUMNS, type RecordRow } from './record-row.ts';
import { entriesOf } from './merged-sight.ts';
import { visibleRoots } from './sight.ts';

export interface Facts {
  /** The records changed, and the roots they stand under. */
  readonly records: ReadonlyMap<string, Held>;
  readonly visible: ReadonlySet<string>;
  readonly erased: ReadonlySet<string>;
  /** Of records to be deleted: the newest thing that another device did to them, or under them, after `seen`. */
  readonly changedSince: ReadonlyMap<string, UnitState>;
  /** Overwritten values that edits were made over, by record, unit and change. */
  readonly bases: ReadonlyMap<string, KnownBase>;
  /** Of the members whose records are changed, those who sign in here. */
  readonly members: ReadonlySet<string>;
}

const SELF_ROOTED = (Object.keys(entities) as EntityName[]).filter((name) => entities[name].root === 'self');

export async function readFacts(
  tx: Tx,
  caller: Caller,
  { keys, epochSeq }: { keys: readonly string[]; epochSeq: number },
  changes: readonly WireChange[],
): Promise<Facts> {
  const { workspace } = caller;
  const wanted = new Map(
    changes.map(({ entity, record }) => [keyOf(entity, record), { entity, id: record }]),
  );
  const named = changes.flatMap(({ root, entity, units }) => [
    ...(root === null ? [] : [root]),
    ...placeOf(entity, units),
  ]);
  for (const id of named) for (const entity of SELF_ROOTED) wanted.set(keyOf(entity, id), { entity, id });
  const records = await readRecords(tx, workspace, [...wanted.values()]);
  // a record may stand under another root than the device says
  const missing = [...records.values()]
    .flatMap(({ state: { root } }) =>
      root === null ? [] : SELF_ROOTED.map((entity) => ({ entity, id: root })),
    )
    .filter(({ entity, id }) => !wanted.has(keyOf(entity, id)));
  for (const [key, held] of await readRecords(tx, workspace, missing)) records.set(key, held);
  for (const [key, held] of await readWays(tx, workspace, changes)) records.set(key, held);
  const roots = [...records.values()].flatMap(({ state: { root } }) => (root === null ? [] : [root]));
  return {
    records,
    visible: await visibleRoots(tx, workspace, [...new Set([...roots, ...named])], keys),
    erased: await readErased(tx, workspace, changes),
    changedSince: await readChangedSince(tx, caller, epochSeq, changes),
    bases: await readBases(tx, workspace, changes, records),
    members: await readMembers(tx, workspace, changes),
  };
}

async function readMembers(tx: Tx, workspace: string, changes: readonly WireChange[]): Promise<Set<string>> {
  const asked = changes.flatMap(({ entity, record }) => (entity === 'member' ? [record] : []));
  if (asked.length === 0) return new Set();
  const { rows } = await tx.query<{ id: string }>(
    'SELECT id FROM sync.member WHERE workspace_id = $1 AND id = ANY ($2::uuid[])',
    [workspace, asked],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The person whose place a position is. */
function placeOf(entity: string, units: WireChange['units']): string[] {
  const contact = entity === 'position' ? units?.['contact']?.['contact'] : undefined;
  return typeof contact === 'string' && UUID.test(contact) ? [contact] : [];
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * `OFFSET 0` here and below makes PostgreSQL look up one key after the other: before its statistics know the tables it
 * would rather read the whole workspace, at every push.
 */
export async function readRecords(
  tx: Tx,
  workspace: string,
  wanted: readonly { entity: string; id: string }[],
): Promise<Map<string, Held>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await tx.query<RecordRow>(
    `SELECT r.* FROM unnest($2::text[], $3::uuid[]) AS w (entity, id) CROSS JOIN LATERAL (
       SELECT ${RECORD_COLUMNS} FROM sync.record r
       WHERE r.workspace_id = $1 AND r.entity = w.entity AND r.id = w.id OFFSET 0) r`,
    [workspace, wanted.map(({ entity }) => entity), wanted.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [keyOf(row.entity, row.id), heldOf(row)]));
}

async function readErased(tx: Tx, workspace: string, changes: readonly WireChange[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ entity: string; id: string }>(
    `SELECT e.* FROM unnest($2::text[], $3::uuid[]) AS w (entity, id) CROSS JOIN LATERAL (
       SELECT entity, id FROM sync.erasure
       WHERE workspace_id = $1 AND entity = w.entity AND id = w.id OFFSET 0) e`,
    [workspace, changes.map(({ entity }) => entity), changes.map(({ record }) => record)],
  );
  return new Set(rows.map(({ entity, id }) => keyOf(entity, id)));
}

/** The clients and persons that merges of this push name, and all that those lead to. */
async function readWays(
  tx: Tx,
  workspace: string,
  changes: readonly WireChange[],
): Promise<Map<string, Held>> {
  const targets = changes.flatMap(({ units }) => {
    const into = units?.['mergedInto']?.['mergedInto'];
    return typeof into === 'string' && UUID.test(into) ? [into] : [];
  });
  if (targets.length === 0) return new Map();
  const { rows } = await tx.query<RecordRow>(
    `WITH RECURSIVE way (id) AS (
       SELECT unnest($2::uuid[])
       UNION SELECT r.merged_into FROM way CROSS JOIN LATERAL (
         SELECT merged_into FROM sync.record
         WHERE workspace_id = $1 AND entity IN ('client', 'contact') AND id = way.id AND merged_into IS NOT NULL OFFSET 0) r)
     SELECT r.* FROM way CROSS JOIN LATERAL (
       SELECT ${RECORD_COLUMNS} FROM sync.record r
       WHERE r.workspace_id = $1 AND r.entity IN ('client', 'contact') AND r.id = way.id OFFSET 0) r`,
    [workspace, targets],
  );
  return new Map(rows.map((row) => [keyOf(row.entity, row.id), heldOf(row)]));
}

/** What came under the device's own name in an earlier epoch may have come from a copy of its profile. */
async function readChangedSince(
  tx: Tx,
  { workspace, device }: Caller,
  epochSeq: number,
  changes: readonly WireChange[],
): Promise<Map<string, UnitState>> {
  const deletions = changes.filter(({ kind }) => kind === 'delete');
  if (deletions.length === 0) return new Map();
  // Whoever was merged into a deleted one, and what stands under him, is deleted with it.
  const entries = await entriesOf(
    tx,
    workspace,
    deletions.map(({ record }) => record),
  );
  const of = entries.map(({ start }) => deletions.find(({ record }) => record === start));
  const { rows } = await tx.query<UnitState & { record: string }>(
    `SELECT DISTINCT ON (d.record) d.record, l.change_id AS change, l.hlc, l.actor
     FROM unnest($2::uuid[], $3::bigint[], $6::uuid[]) AS d (record, seen, entry) CROSS JOIN LATERAL (
       SELECT * FROM sync.change_log WHERE workspace_id = $1 AND record_id = d.entry
       UNION ALL
       SELECT * FROM sync.change_log WHERE workspace_id = $1 AND root_id = d.entry AND seq > d.seen
       OFFSET 0) l
     WHERE l.seq > d.seen AND (l.device_id <> $4 OR l.seq <= $5) AND l.status IN ('applied', 'merged', 'conflict')
       AND l.kind <> 'delete' AND l.entity <> 'conflict'
     ORDER BY d.record, l.seq DESC`,
    [
      workspace,
      entries.map(({ start }) => start),
      of.map((deletion) => deletion?.seen ?? 0),
      device,
      epochSeq,
      entries.map(({ id }) => id),
    ],
  );
  return new Map(rows.map(({ record, ...state }) => [record, state]));
}

async function readBases(
  tx: Tx,
  workspace: string,
  changes: readonly WireChange[],
  records: ReadonlyMap<string, Held>,
): Promise<Map<string, KnownBase>> {
  const needed = changes.flatMap((change) => {
    const entity = entityOf(change.entity);
    const held = records.get(keyOf(change.entity, change.record));
    if (!entity || !held) return [];
    return neededBases(entity, change, held.state).map((base) => ({
      ...base,
      entity: change.entity,
      record: change.record,
    }));
  });
  if (needed.length === 0) return new Map();
  const { rows } = await tx.query<KnownBase & { id: string; unit: string; change: string }>(
    `SELECT h.* FROM unnest($2::text[], $3::uuid[], $4::text[], $5::uuid[]) AS b (entity, id, unit, change)
     CROSS JOIN LATERAL (
       SELECT h.id, h.unit, h.change, h.value, h.hlc FROM sync.history h
       WHERE h.workspace_id = $1 AND h.entity = b.entity AND h.id = b.id AND h.unit = b.unit
         AND h.change = b.change OFFSET 0) h`,
    [
      workspace,
      needed.map(({ entity }) => entity),
      needed.map(({ record }) => record),
      needed.map(({ unit }) => unit),
      needed.map(({ change }) => change),
    ],
  );
  return new Map(rows.map(({ id, unit, change, ...base }) => [baseKey(id, unit, change), base]));
}

export function baseKey(id: string, unit: string, change: string): string {
  return `${id} ${unit} ${change}`;
}
