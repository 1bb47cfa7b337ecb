/** What was changed in records since a time, as far back as history goes (90 days once a server keeps the older part). */
import type { Database } from 'better-sqlite3';
import type { Entity } from '#shared/entities/define.ts';
import { hlcFromHex } from '#shared/sync/hlc.ts';
import { readRecord } from './codec.ts';
import { statement } from './statement.ts';

export interface ChangedRecord {
  id: string;
  /** When it was changed last, UTC milliseconds. */
  at: number;
  /** {field: value as it is now} of the fields whose value is another one than it was then. */
  now: Record<string, unknown>;
}

/**
 * The records among `ids` whose `fields` are not what they were at `since` (UTC milliseconds), in no order. What was
 * changed and changed back is no change.
 */
export function changedSince(
  db: Database,
  entity: Entity,
  ids: readonly string[],
  fields: readonly string[],
  since: number,
): ChangedRecord[] {
  const rows = statement<{ record: string; unit: string; before: string | null; hlc: string }>(
    db,
    `SELECT h.record, h.unit, h.before, hex(h.hlc) AS hlc FROM json_each(?) asked
     JOIN history h ON h.record = asked.value
     WHERE h.entity = ? AND h.hlc >= ? ORDER BY h.id`,
  ).all(JSON.stringify(ids), entity.name, stampAt(since));
  const changed = Map.groupBy(rows, ({ record }) => record);
  return [...changed].flatMap(([id, steps]) => {
    const record = readRecord(db, entity, id) as Record<string, unknown> | undefined;
    if (!record || record['deletedAt'] !== null) return [];
    const before: Record<string, unknown> = {};
    for (const step of steps.toReversed()) Object.assign(before, valuesOf(step.unit, step.before));
    const differing = fields.filter((field) => field in before && !isSame(before[field], record[field]));
    if (differing.length === 0) return [];
    const at = Math.max(...steps.map(({ hlc }) => hlcFromHex(hlc).ms));
    return [{ id, at, now: Object.fromEntries(differing.map((field) => [field, record[field]])) }];
  });
}

/** The least stamp of that millisecond: stamps sort as bytes. */
function stampAt(ms: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(Math.max(0, ms), 0, 6);
  return bytes;
}

/** {field: value} of a unit as history keeps it; a unit of one field may stand there without its name. */
function valuesOf(unit: string, stored: string | null): Record<string, unknown> {
  const value = stored === null ? null : (JSON.parse(stored) as unknown);
  const isByField = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isByField ? (value as Record<string, unknown>) : { [unit]: value };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
