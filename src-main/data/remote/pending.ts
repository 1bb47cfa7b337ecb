/** What of a record this device has written and a state of the server does not hold yet. */
import type { Database } from 'better-sqlite3';
import { DELETED_UNIT } from '#shared/sync/change.ts';
import { statement } from '../statement.ts';

/** Tells of a unit, or of the deletion, whether the screen shows this device's own value of it. */
export type IsPending = (unit: string) => boolean;

/**
 * A state that the server gives holds everything that it acknowledged before, whatever `seq` the record has: a change
 * that lost left none. `since` is that of a state which may be older. A record whose create was not sent yet is this
 * device's own altogether.
 */
export function pendingOf(db: Database, record: string, since: number | null = null): IsPending {
  const create = statement(
    db,
    `SELECT 1 FROM change WHERE id = ? AND kind = 'create' AND n IS NULL AND seq IS NULL`,
  );
  if (create.get(record)) return () => true;
  const units = new Set<string>();
  const rows = statement<{ kind: string; units: string | null }>(
    db,
    `SELECT kind, units FROM change WHERE record = ? AND kind <> 'create' AND (seq IS NULL OR seq > ?)`,
  ).all(record, since);
  for (const { kind, units: values } of rows)
    if (kind !== 'set') units.add(DELETED_UNIT);
    else for (const unit of Object.keys(JSON.parse(values ?? '{}') as object)) units.add(unit);
  return (unit) => units.has(unit);
}
