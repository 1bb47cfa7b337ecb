/** Firms, their people and devices, as far as the exchange stands on them; signing in is built on top. */
import { randomUUID } from 'node:crypto';
import type { ClientScope, Role, WireMember } from '#shared/sync/wire.ts';
import type { Database } from '../data/database.ts';
import { inWorkspace, type Tx } from '../data/transaction.ts';
import { Counter } from './counter.ts';
import { rebuildSight, refreshOwner } from './sight.ts';
import { SyncError } from './sync-error.ts';

export interface NewMember {
  id: string;
  name: string;
  email: string;
  role: Role;
  team?: string | null;
  territories?: readonly string[];
}

export interface NewDevice {
  id?: string;
  member: string;
  name: string;
  platform: string;
  /** 16 hexadecimal digits. */
  hlcDevice: string;
}

const MEMBER = `id, name, email, role, team, territories, removed_at AS "removedAt"`;
/** With the name as the member's record has it now: he changes it on his device like anything else. */
const NAMED = `m.id, coalesce((SELECT r.data ->> 'name' FROM sync.record r
    WHERE r.workspace_id = m.workspace_id AND r.entity = 'member' AND r.id = m.id), m.name) AS name,
  m.email, m.role, m.team, m.territories, m.removed_at AS "removedAt"`;

/** An empty firm without members; returns its id. */
export async function createWorkspace(
  db: Database,
  {
    id = randomUUID(),
    name,
    clientScope = 'workspace',
  }: { id?: string; name: string; clientScope?: ClientScope },
): Promise<string> {
  await inWorkspace(db, { workspace: id }, (tx) =>
    tx.query(
      `INSERT INTO sync.workspace (workspace_id, name, client_scope, seq, epoch, durable_seq, access, created_at)
       VALUES ($1, $2, $3, 0, $4, 0, 0, $5)`,
      [id, name, clientScope, randomUUID(), Date.now()],
    ),
  );
  return id;
}

/** Inside `inWorkspace`. Who was a member before, by his e-mail, is one again under the id he had. */
export async function addMember(tx: Tx, workspace: string, member: NewMember): Promise<WireMember> {
  const { role, team = null, territories = [] } = member;
  const { rows } = await tx.query<WireMember>(
    `INSERT INTO sync.member (workspace_id, id, name, email, role, team, territories, access, created_at)
     VALUES ($1, $2, $3, lower($4), $5, $6, $7, 0, $8)
     ON CONFLICT (workspace_id, email) DO NOTHING RETURNING ${MEMBER}`,
    [workspace, member.id, member.name, member.email, role, team, territories, Date.now()],
  );
  if (rows[0]) return rows[0];
  const { rows: known } = await tx.query<{ id: string }>(
    'SELECT id FROM sync.member WHERE workspace_id = $1 AND email = lower($2)',
    [workspace, member.email],
  );
  const change = { member: known[0]?.id ?? member.id, role, team, territories, removed: false };
  return changeMember(tx, workspace, change);
}

/** Inside `inWorkspace`; null when nobody has this id. */
export async function readMember(tx: Tx, workspace: string, id: string): Promise<WireMember | null> {
  const { rows } = await tx.query<WireMember>(
    `SELECT ${NAMED} FROM sync.member m WHERE m.workspace_id = $1 AND m.id = $2`,
    [workspace, id],
  );
  return rows[0] ?? null;
}

export async function listMembers(tx: Tx, workspace: string): Promise<WireMember[]> {
  const { rows } = await tx.query<WireMember>(
    `SELECT ${NAMED} FROM sync.member m WHERE m.workspace_id = $1 ORDER BY 2, m.id`,
    [workspace],
  );
  return rows;
}

export interface MemberChange {
  member: string;
  role?: Role | undefined;
  team?: string | null | undefined;
  territories?: readonly string[] | undefined;
  removed?: boolean | undefined;
}

/**
 * Inside `inWorkspace`. What he sees changes with his role, team and territories; what others see changes with the
 * team of the clients he owns. The last administrator cannot be taken away: `not_allowed`.
 */
export async function changeMember(tx: Tx, workspace: string, change: MemberChange): Promise<WireMember> {
  const counter = await Counter.take(tx, workspace);
  const before = await readMember(tx, workspace, change.member);
  if (!before) throw new SyncError('not_found');
  const removedAt = change.removed === undefined ? before.removedAt : change.removed ? Date.now() : null;
  const { rows } = await tx.query<WireMember>(
    `UPDATE sync.member SET role = $3, team = $4, territories = $5, removed_at = $6, access = access + 1
     WHERE workspace_id = $1 AND id = $2 RETURNING ${MEMBER}`,
    [
      workspace,
      change.member,
      change.role ?? before.role,
      change.team === undefined ? before.team : change.team,
      change.territories ?? before.territories,
      removedAt,
    ],
  );
  const after = rows[0] as WireMember;
  if (before.role === 'admin') await refuseNoAdmin(tx, workspace);
  if (after.team !== before.team) await refreshOwner(tx, counter, change.member);
  await counter.keep(tx);
  return after;
}

async function refuseNoAdmin(tx: Tx, workspace: string): Promise<void> {
  const { rowCount } = await tx.query(
    `SELECT 1 FROM sync.member WHERE workspace_id = $1 AND role = 'admin' AND removed_at IS NULL LIMIT 1`,
    [workspace],
  );
  if (rowCount === 0) throw new SyncError('not_allowed', { reason: 'lastAdmin' });
}

/** Inside `inWorkspace`. */
export async function changeWorkspace(
  tx: Tx,
  workspace: string,
  { name, clientScope }: { name?: string | undefined; clientScope?: ClientScope | undefined },
): Promise<void> {
  const counter = await Counter.take(tx, workspace);
  const scope = clientScope ?? counter.row.clientScope;
  const isNewScope = scope !== counter.row.clientScope;
  await tx.query(
    'UPDATE sync.workspace SET name = $2, client_scope = $3, access = access + $4 WHERE workspace_id = $1',
    [workspace, name ?? counter.row.name, scope, isNewScope ? 1 : 0],
  );
  if (isNewScope) await rebuildSight(tx, workspace, scope);
}

/** Inside `inWorkspace`; returns its id. Also for a device that goes on as a new one: the old one stays as it is. */
export async function addDevice(tx: Tx, workspace: string, device: NewDevice): Promise<string> {
  const id = device.id ?? randomUUID();
  await tx.query(
    `INSERT INTO sync.device (workspace_id, id, member_id, name, platform, hlc_device, last_n, signed_in_at)
     VALUES ($1, $2, $3, $4, $5, $6, 0, $7)`,
    [workspace, id, device.member, device.name, device.platform, device.hlcDevice, Date.now()],
  );
  return id;
}

/** Up to here a backup holds everything, and it was read back. Never goes back. */
export async function markDurable(tx: Tx, workspace: string, seq: number): Promise<void> {
  await tx.query(
    'UPDATE sync.workspace SET durable_seq = greatest(durable_seq, least(seq, $2)) WHERE workspace_id = $1',
    [workspace, seq],
  );
}

/** After a restoration numbers go on far beyond any that was given out before. */
const EPOCH_GAP = 1_000_000_000;

/**
 * Inside `inWorkspace`, after a restore: devices push again what this server does not know, each counting from 1, so
 * that no copy of a profile hides behind numbers that the backup did not know. Returns the new epoch.
 */
export async function bumpEpoch(tx: Tx, workspace: string): Promise<string> {
  const epoch = randomUUID();
  await tx.query(
    `UPDATE sync.workspace SET epoch = $2, seq = seq + $3, epoch_seq = seq + $3 WHERE workspace_id = $1`,
    [workspace, epoch, EPOCH_GAP],
  );
  await tx.query('UPDATE sync.device SET last_n = 0 WHERE workspace_id = $1', [workspace]);
  return epoch;
}
