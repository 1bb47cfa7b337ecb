/** Merged clients and persons are seen together: each has the keys of all that stand for it (docs/sync.md). */
import type { Tx } from '../data/transaction.ts';

export interface Key {
  root: string;
  scope: string;
  reasons: number;
}

interface Member {
  id: string;
  into: string | null;
  isDeleted: boolean;
}

/** Everything that pointers tie to these, whichever way they lead; they themselves first. Deleted ones count. */
export async function tiedTo(tx: Tx, workspace: string, ids: readonly string[]): Promise<string[]> {
  return [...new Set([...ids, ...(await membersOf(tx, workspace, ids)).map(({ id }) => id)])];
}

/**
 * The keys that these have by themselves, given to all of their group. A pointer of, or to, what is deleted ties
 * nobody. `keys` must hold those of everything that is tied to them (`tiedTo`).
 */
export async function shareKeys(
  tx: Tx,
  workspace: string,
  ids: readonly string[],
  keys: readonly Key[],
): Promise<Key[]> {
  const groupOf = groups(await membersOf(tx, workspace, ids));
  const shared = new Map<string, Map<string, number>>();
  for (const { root, scope, reasons } of keys) {
    const group = groupOf(root);
    const scopes = shared.get(group) ?? new Map<string, number>();
    shared.set(group, scopes.set(scope, (scopes.get(scope) ?? 0) + reasons));
  }
  return [...new Set(keys.map(({ root }) => root))].flatMap((root) =>
    [...(shared.get(groupOf(root)) ?? [])].map(([scope, reasons]) => ({ root, scope, reasons })),
  );
}

/** Each of these with all that point at it, however far; `start` is the one of these. Deleted ones count. */
export async function entriesOf(
  tx: Tx,
  workspace: string,
  ids: readonly string[],
): Promise<{ start: string; id: string }[]> {
  const { rows } = await tx.query<{ start: string; id: string }>(
    `WITH RECURSIVE entry (start, id) AS (
       SELECT s, s FROM unnest($2::uuid[]) AS s
       UNION SELECT e.start, r.id FROM entry e CROSS JOIN LATERAL (
         SELECT id FROM sync.record WHERE workspace_id = $1 AND merged_into = e.id OFFSET 0) r)
     SELECT start, id FROM entry`,
    [workspace, ids],
  );
  return rows;
}

/** Empty where nothing is merged. */
async function membersOf(tx: Tx, workspace: string, ids: readonly string[]): Promise<Member[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.query<Member>(
    `WITH RECURSIVE tied (id) AS (
       SELECT unnest($2::uuid[])
       UNION SELECT r.id FROM tied t CROSS JOIN LATERAL (
         SELECT id FROM sync.record WHERE workspace_id = $1 AND merged_into = t.id
         UNION ALL
         SELECT merged_into FROM sync.record
         WHERE workspace_id = $1 AND entity IN ('client', 'contact') AND id = t.id AND merged_into IS NOT NULL
         OFFSET 0) r)
     SELECT m.* FROM tied t CROSS JOIN LATERAL (
       SELECT id, merged_into AS into, deleted_at IS NOT NULL AS "isDeleted" FROM sync.record
       WHERE workspace_id = $1 AND entity IN ('client', 'contact') AND id = t.id OFFSET 0) m`,
    [workspace, ids],
  );
  return rows;
}

/** Where the pointers of one end; itself for what has none. No ring can come here: a push refuses it. */
function groups(members: readonly Member[]): (id: string) => string {
  const alive = new Map(members.filter(({ isDeleted }) => !isDeleted).map((one) => [one.id, one.into]));
  return (id) => {
    let at = id;
    for (let next = alive.get(at); next && alive.has(next); next = alive.get(at)) at = next;
    return at;
  };
}
