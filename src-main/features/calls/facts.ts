/** What a client is on call lists once he was merged, for the lists and for the day. */
import { standingFor } from '#main/data/merged.ts';

/**
 * SQL condition: of the places on one list that are shown at the client `c`, target `t` is the one that counts. Merging
 * two clients of a list leaves both places: who was already called through is not called again, else the older counts.
 */
export function isPlaceOf(t: string, c: string): string {
  return `(${c}.id NOT IN (SELECT winner FROM merged) OR NOT EXISTS (
    SELECT 1 FROM call_target o
    WHERE o.client IN ${standingFor(`${c}.id`)} AND o.call_list = ${t}.call_list AND o.deleted_at IS NULL
      AND (o.state = 'waiting', o.id) < (${t}.state = 'waiting', ${t}.id)))`;
}
