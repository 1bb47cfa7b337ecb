/**
 * Who stands in sees the clients that were handed over, while it lasts (docs/sync.md). A hand-over counts only where its
 * owner, or an administrator, wrote whom it is from and to, which clients and which term, and that it goes on: nobody gives
 * himself sight, or keeps it.
 */
import { DELETED_UNIT } from '#shared/sync/change.ts';

const HOUR_MS = 3_600_000;

/** The first and the last day (`YYYY-MM-DD`) that it is anywhere on Earth: UTC-12 and UTC+14. */
export function daysOnEarth(now: number): [first: string, last: string] {
  const day = (hours: number) => new Date(now + hours * HOUR_MS).toISOString().slice(0, 10);
  return [day(-12), day(14)];
}

/** Keys of those who stand in; $1 the workspace, $2 its scope, $3 and $4 the days on Earth. */
export const STAND_IN_KEYS = `
  SELECT r.id AS root, 'member:' || (h.data ->> 'toMember') AS scope, 1 AS reasons FROM sync.record h
  CROSS JOIN LATERAL jsonb_array_elements_text(h.data -> 'clients') AS handed (id)
  JOIN sync.record r ON r.workspace_id = h.workspace_id AND r.entity = 'client' AND r.id = handed.id::uuid
  WHERE h.workspace_id = $1 AND h.entity = 'handover' AND h.deleted_at IS NULL AND $2 <> 'workspace'
    AND h.data ->> 'endedAt' IS NULL AND h.data ->> 'startsOn' <= $4 AND h.data ->> 'endsOn' >= $3
    AND coalesce(r.owner, r.created_by)::text = h.data ->> 'fromMember'
    AND NOT EXISTS (
      SELECT 1 FROM jsonb_each(h.units) AS unit
      LEFT JOIN sync.member a ON a.workspace_id = h.workspace_id AND a.id::text = unit.value ->> 'actor'
      WHERE unit.key IN ('fromMember', 'toMember', 'clients', 'term', 'endedAt', '${DELETED_UNIT}')
        AND unit.value ->> 'actor' <> h.data ->> 'fromMember' AND a.role IS DISTINCT FROM 'admin')`;
