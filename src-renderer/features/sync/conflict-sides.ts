/** How a conflict is laid out: whose value stands where, what differs, and which conflicts belong together. */
import { sameValue } from '#renderer/ui/field-values.ts';
import { differingFields, fieldsOfUnit, type UnitValue } from '#renderer/ui/value-words.ts';
import type { ConflictRow } from '#shared/contract/sync.ts';

export type Which = 'kept' | 'lost';

/** Mine stands on the left; where neither or both are mine, the value that lost does. */
export function sidesOf({ kept, lost }: ConflictRow): readonly [Which, Which] {
  return kept.mine && !lost.mine ? ['kept', 'lost'] : ['lost', 'kept'];
}

/** Taking the side that stands leaves everything as it is; the other one is put back. */
export function choiceOf(which: Which): 'kept' | 'restored' {
  return which === 'kept' ? 'kept' : 'restored';
}

/** Somebody has gone on since: what stands in the record is not what won then. */
export function hasChangedSince({ now, kept, entity, unit }: ConflictRow): boolean {
  if (now === null || kept.value === null) return false;
  return fieldsOfUnit(entity, unit).some((field) => !sameValue(now[field], kept.value?.[field]));
}

/** What the desk shows of a unit: the fields by which its versions differ. A deletion leaves all of the other side. */
export function fieldsShown(row: ConflictRow): readonly string[] {
  const { entity, unit, before, kept, lost, now } = row;
  if (kept.value === null || lost.value === null) return Object.keys(kept.value ?? lost.value ?? {});
  const versions = [kept.value, lost.value, before, hasChangedSince(row) ? now : null];
  const known = versions.filter((version): version is UnitValue => version !== null);
  return differingFields(entity, unit, known);
}

export interface ConflictGroup {
  key: string;
  client: ConflictRow['client'];
  rows: ConflictRow[];
}

/** By client, in the order in which each client comes first; what belongs to no client stands together. */
export function groupConflicts(rows: readonly ConflictRow[]): ConflictGroup[] {
  const groups = Map.groupBy(rows, ({ client }) => client?.id ?? '');
  return [...groups].map(([key, members]) => ({ key, client: members[0]?.client ?? null, rows: members }));
}

/** Those that can be put back by "all mine": the value that lost was written here. */
export function minesLost(rows: readonly ConflictRow[]): ConflictRow[] {
  return rows.filter(({ kept, lost }) => lost.mine && !kept.mine);
}
