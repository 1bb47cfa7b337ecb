/**
 * Keeps `visibility` true: which keys each client and person has. A key that comes brings the root's records under new
 * numbers, so that ordinary pulls deliver them; a key that goes leaves a `leave` behind (docs/sync.md).
 */
import type { ClientScope } from '#shared/sync/wire.ts';
import type { Tx } from '../data/transaction.ts';
import type { Counter } from './counter.ts';
import { type Key, shareKeys, tiedTo } from './merged-sight.ts';
import { daysOnEarth, STAND_IN_KEYS } from './stand-in.ts';

/** So many records share one number when they are announced anew: a page of a pull is cut between numbers. */
const ANNOUNCED_TOGETHER = 100;

const SOME = 'AND r.id = ANY ($5::uuid[])';

/** Keys of clients, of all or of those in $5. In scope `team` all of the owner's team hold its key, in scope `owner` its managers. */
const clientKeys = (which: 'all' | 'some') => `
  SELECT r.id AS root, k.scope, 1 AS reasons FROM sync.record r
  LEFT JOIN sync.member m ON m.workspace_id = r.workspace_id AND m.id = r.owner
  CROSS JOIN LATERAL (VALUES
    ('admin'),
    (CASE WHEN $2 = 'workspace' THEN 'workspace' END),
    (CASE WHEN $2 <> 'workspace' THEN 'member:' || coalesce(r.owner, r.created_by) END),
    (CASE WHEN $2 IN ('team', 'owner') THEN 'team:' || m.team END),
    (CASE WHEN $2 = 'territory' THEN 'territory:' || (r.data ->> 'territory') END)
  ) AS k (scope)
  WHERE r.workspace_id = $1 AND r.entity = 'client' AND k.scope IS NOT NULL ${which === 'some' ? SOME : ''}
  UNION ${STAND_IN_KEYS} ${which === 'some' ? SOME : ''}`;

/** Keys of persons: those of the clients where they have a place, else that of their creator. */
const CONTACT_KEYS = `
  SELECT r.id AS root, k.scope, k.reasons FROM sync.record r
  CROSS JOIN LATERAL (
    SELECT v.scope, count(*)::int AS reasons FROM sync.record p
      JOIN sync.visibility v ON v.workspace_id = p.workspace_id AND v.root_id = p.root_id
      WHERE p.workspace_id = $1 AND p.contact = r.id AND p.deleted_at IS NULL AND v.scope <> 'admin'
      GROUP BY v.scope
    UNION ALL SELECT 'admin', 1
    UNION ALL SELECT 'member:' || r.created_by::text, 1 WHERE NOT EXISTS (
      SELECT 1 FROM sync.record p WHERE p.workspace_id = $1 AND p.contact = r.id AND p.deleted_at IS NULL OFFSET 0)
  ) k
  WHERE r.workspace_id = $1 AND r.entity = 'contact' AND k.scope IS NOT NULL`;

export interface Touched {
  /** Clients whose owner or territory may have changed, and new ones. */
  readonly clients: ReadonlySet<string>;
  /** What hand-overs name as their clients: anybody may have written anything there. */
  readonly handed: ReadonlySet<string>;
  /** Persons who are new or whose places may have changed. */
  readonly contacts: ReadonlySet<string>;
  /** Of both, those created in this transaction: nobody has to be told anew about them. */
  readonly fresh: ReadonlySet<string>;
}

/** Returns whether records got new numbers after they were written. */
export async function refreshSight(
  tx: Tx,
  counter: Counter,
  touched: Touched,
  now = Date.now(),
): Promise<boolean> {
  const { workspace, row } = counter;
  const clients = await tiedTo(tx, workspace, [
    ...touched.clients,
    ...(await realClients(tx, workspace, touched.handed)),
  ]);
  const ofClients = await settle(tx, workspace, clients, async () => {
    const asked = [workspace, row.clientScope, ...daysOnEarth(now), clients];
    const { rows } = await tx.query<Key>(clientKeys('some'), asked);
    return shareKeys(tx, workspace, clients, rows);
  });
  const changed = [...ofClients.gained, ...ofClients.lost].map(({ root }) => root);
  const contacts = await tiedTo(tx, workspace, [
    ...touched.contacts,
    ...(await contactsOf(tx, workspace, changed, touched.fresh)),
  ]);
  const ofContacts = await settle(tx, workspace, contacts, async () => {
    const { rows } = await tx.query<Key>(`${CONTACT_KEYS} AND r.id = ANY ($2::uuid[])`, [
      workspace,
      contacts,
    ]);
    return shareKeys(tx, workspace, contacts, rows);
  });
  await noteLeaves(tx, counter, [...ofClients.lost, ...ofContacts.lost]);
  const gained = [...ofClients.gained, ...ofContacts.gained].map(({ root }) => root);
  return announce(
    tx,
    counter,
    [...new Set(gained)].filter((root) => !touched.fresh.has(root)),
  );
}

/** The clients of one owner: his team has changed. */
export async function refreshOwner(tx: Tx, counter: Counter, owner: string): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    'SELECT id FROM sync.record WHERE workspace_id = $1 AND owner = $2',
    [counter.workspace, owner],
  );
  const clients = new Set(rows.map(({ id }) => id));
  await refreshSight(tx, counter, { clients, handed: new Set(), contacts: new Set(), fresh: new Set() });
}

/** All keys anew under another scope. Every device takes its snapshot anew, so nothing is announced. */
export async function rebuildSight(tx: Tx, workspace: string, scope: ClientScope): Promise<void> {
  await tx.query('DELETE FROM sync.visibility WHERE workspace_id = $1', [workspace]);
  await tx.query('DELETE FROM sync.leave WHERE workspace_id = $1', [workspace]);
  const insert = 'INSERT INTO sync.visibility (workspace_id, root_id, scope, reasons)';
  await tx.query(`${insert} SELECT $1, k.root, k.scope, k.reasons FROM (${clientKeys('all')}) k`, [
    workspace,
    scope,
    ...daysOnEarth(Date.now()),
  ]);
  await shareAmongMerged(tx, workspace, 'client');
  await tx.query(`${insert} SELECT $1, k.root, k.scope, k.reasons FROM (${CONTACT_KEYS}) k`, [workspace]);
  await shareAmongMerged(tx, workspace, 'contact');
}

/** After each has the keys that are its own. */
async function shareAmongMerged(tx: Tx, workspace: string, entity: 'client' | 'contact'): Promise<void> {
  const { rows: losers } = await tx.query<{ id: string }>(
    'SELECT id FROM sync.record WHERE workspace_id = $1 AND merged_into IS NOT NULL AND entity = $2',
    [workspace, entity],
  );
  const roots = await tiedTo(
    tx,
    workspace,
    losers.map(({ id }) => id),
  );
  await settle(tx, workspace, roots, async () => {
    const { rows } = await tx.query<Key>(
      'SELECT root_id AS root, scope, reasons FROM sync.visibility WHERE workspace_id = $1 AND root_id = ANY ($2::uuid[])',
      [workspace, roots],
    );
    return shareKeys(tx, workspace, roots, rows);
  });
}

/** Of these roots, those that a holder of one of the keys sees. */
export async function visibleRoots(
  tx: Tx,
  workspace: string,
  roots: readonly string[],
  keys: readonly string[],
): Promise<Set<string>> {
  if (roots.length === 0) return new Set();
  const { rows } = await tx.query<{ root: string }>(
    `SELECT w.root FROM unnest($2::uuid[]) AS w (root) CROSS JOIN LATERAL (
       SELECT 1 FROM sync.visibility
       WHERE workspace_id = $1 AND root_id = w.root AND scope = ANY ($3::text[]) LIMIT 1) v`,
    [workspace, roots, keys],
  );
  return new Set(rows.map(({ root }) => root));
}

interface Settled {
  gained: Key[];
  lost: Key[];
}

/** Puts the keys of these roots as they should be and tells which came and which went. */
async function settle(
  tx: Tx,
  workspace: string,
  roots: readonly string[],
  wanted: () => Promise<Key[]>,
): Promise<Settled> {
  if (roots.length === 0) return { gained: [], lost: [] };
  const keyOf = ({ root, scope }: Key) => `${root} ${scope}`;
  const { rows: present } = await tx.query<Key>(
    `SELECT root_id AS root, scope, reasons FROM sync.visibility
     WHERE workspace_id = $1 AND root_id = ANY ($2::uuid[])`,
    [workspace, roots],
  );
  const before = new Map(present.map((key) => [keyOf(key), key]));
  const after = new Map((await wanted()).map((key) => [keyOf(key), key]));
  const lost = present.filter((key) => !after.has(keyOf(key)));
  const written = [...after.values()].filter((key) => before.get(keyOf(key))?.reasons !== key.reasons);
  if (lost.length > 0)
    await tx.query(
      `DELETE FROM sync.visibility v USING unnest($2::uuid[], $3::text[]) AS gone (root, scope)
       WHERE v.workspace_id = $1 AND v.root_id = gone.root AND v.scope = gone.scope`,
      [workspace, lost.map(({ root }) => root), lost.map(({ scope }) => scope)],
    );
  if (written.length > 0)
    await tx.query(
      `INSERT INTO sync.visibility (workspace_id, root_id, scope, reasons)
       SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::int[])
       ON CONFLICT (workspace_id, root_id, scope) DO UPDATE SET reasons = excluded.reasons`,
      [
        workspace,
        written.map(({ root }) => root),
        written.map(({ scope }) => scope),
        written.map(({ reasons }) => reasons),
      ],
    );
  return { gained: written.filter((key) => !before.has(keyOf(key))), lost };
}

async function realClients(tx: Tx, workspace: string, handed: ReadonlySet<string>): Promise<string[]> {
  if (handed.size === 0) return [];
  const { rows } = await tx.query<{ id: string }>(
    `SELECT id FROM sync.record WHERE workspace_id = $1 AND entity = 'client' AND id = ANY ($2::uuid[])`,
    [workspace, [...handed]],
  );
  return rows.map(({ id }) => id);
}

/** Persons with a place at one of these clients. */
async function contactsOf(
  tx: Tx,
  workspace: string,
  clients: readonly string[],
  fresh: ReadonlySet<string>,
): Promise<string[]> {
  const known = [...new Set(clients)].filter((client) => !fresh.has(client));
  if (known.length === 0) return [];
  const { rows } = await tx.query<{ contact: string }>(
    `SELECT DISTINCT contact FROM sync.record
     WHERE workspace_id = $1 AND root_id = ANY ($2::uuid[]) AND entity = 'position' AND deleted_at IS NULL`,
    [workspace, known],
  );
  return rows.map(({ contact }) => contact);
}

async function noteLeaves(tx: Tx, counter: Counter, lost: readonly Key[]): Promise<void> {
  if (lost.length === 0) return;
  await tx.query(
    `INSERT INTO sync.leave (workspace_id, seq, root_id, scope)
     SELECT $1, $2, * FROM unnest($3::uuid[], $4::text[])`,
    [counter.workspace, counter.next(), lost.map(({ root }) => root), lost.map(({ scope }) => scope)],
  );
}

async function announce(tx: Tx, counter: Counter, roots: readonly string[]): Promise<boolean> {
  if (roots.length === 0) return false;
  const { rowCount } = await tx.query(
    `UPDATE sync.record r SET seq = $3::bigint + o.place / $4
     FROM (SELECT entity, id, row_number() OVER (ORDER BY root_id, entity, id) - 1 AS place FROM sync.record
           WHERE workspace_id = $1 AND root_id = ANY ($2::uuid[])) o
     WHERE r.workspace_id = $1 AND r.entity = o.entity AND r.id = o.id`,
    [counter.workspace, roots, counter.seq + 1, ANNOUNCED_TOGETHER],
  );
  counter.next(Math.ceil((rowCount ?? 0) / ANNOUNCED_TOGETHER));
  return true;
}
