/** How the records that a value names are called, for whoever shows values of any record in words. */
import type { Database } from 'better-sqlite3';
import type { Entity } from '#shared/entities/define.ts';
import { entityNamed } from '#shared/entities/index.ts';
import { titleOf } from '#shared/entities/title.ts';
import { readRecord } from './codec.ts';

/** {id: title} of everything that `versions` ({field: value} of `entity`) refer to and that this base knows. */
export function referenceNames(
  reader: Database,
  entity: Entity | undefined,
  versions: readonly (Record<string, unknown> | null)[],
): Record<string, string> {
  const names: Record<string, string> = {};
  for (const [field, value] of versions.flatMap((version) => Object.entries(version ?? {}))) {
    const to = entity?.fields[field]?.to;
    if (to === undefined) continue;
    for (const id of Array.isArray(value) ? value : [value]) {
      const record = typeof id === 'string' && readRecord(reader, entityNamed(to), id);
      if (record) names[id] = titleOf(entityNamed(to), record);
    }
  }
  return names;
}
