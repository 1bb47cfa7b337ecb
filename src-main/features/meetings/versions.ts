/**
 * A sealed entry is corrected by a new one that names it, so the versions of an entry are a chain. Removing a version
 * (undo) leaves a gap that the chain goes through. Two devices may correct the same version; then both are newest.
 */

/** SQL condition: no live version, however far along, corrects the interaction of this alias. UNION ends a loop. */
export function isNewest(alias: string): string {
  return `NOT EXISTS (
    WITH RECURSIVE later(id, live) AS (
      SELECT v.id, v.deleted_at IS NULL FROM interaction v WHERE v.corrects = ${alias}.id
      UNION
      SELECT v.id, v.deleted_at IS NULL FROM later JOIN interaction v ON v.corrects = later.id
    ) SELECT 1 FROM later WHERE live)`;
}

/** SQL condition: the interaction of this alias was with somebody: no note of ours, no call that nobody took. */
export function wasContact(alias: string): string {
  return `${alias}.kind <> 'note' AND ${alias}.result IS NOT 'notReached'`;
}

/** Ids of the newest live versions of the entry that `?` is a version of, the last written first. */
export const NEWEST_OF = `
  WITH RECURSIVE later(id) AS (
    SELECT ?
    UNION
    SELECT v.id FROM later JOIN interaction v ON v.corrects = later.id
  )
  SELECT i.id FROM later JOIN interaction i ON i.id = later.id
  WHERE i.deleted_at IS NULL AND ${isNewest('i')}
  ORDER BY i.created_at DESC, i.id DESC`;

/** Live versions (all columns, `newest`, `depth`) of the newest ids in a JSON list `?`, each from newest to first. */
export const CHAINS = `
  WITH RECURSIVE chain(newest, id, depth) AS (
    SELECT value, value, 0 FROM json_each(?)
    UNION
    SELECT chain.newest, i.corrects, depth + 1 FROM chain JOIN interaction i ON i.id = chain.id
    WHERE i.corrects IS NOT NULL AND depth < 500
  )
  SELECT chain.newest, chain.depth, i.* FROM chain JOIN interaction i ON i.id = chain.id
  WHERE i.deleted_at IS NULL ORDER BY chain.depth`;
