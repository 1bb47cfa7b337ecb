/** The member and device that ask, and the keys by which they see clients. */
import { createHash } from 'node:crypto';
import type { ClientScope, Role, WireMember } from '#shared/sync/wire.ts';
import type { Tx } from '../data/transaction.ts';
import type { Caller } from './caller.ts';
import { readWorkspace, type WorkspaceRow } from './counter.ts';
import { revocationOf } from './revocation.ts';
import { SyncError } from './sync-error.ts';

export interface Viewer {
  readonly member: WireMember;
  readonly memberAccess: number;
  /** Number of the last change taken from the device, and its part of the stamps. */
  readonly lastN: number;
  readonly hlcDevice: string;
}

interface Row {
  id: string;
  name: string;
  email: string;
  role: Role;
  team: string | null;
  territories: string[];
  removedAt: number | null;
  access: number;
  lastN: number;
  hlcDevice: string;
  revokedAt: number | null;
}

/** Throws `device_revoked` for a device signed out or a member who left. `lock` keeps the device's row until the end. */
export async function readViewer(
  tx: Tx,
  { workspace, member, device }: Caller,
  lock?: 'lock',
): Promise<Viewer> {
  const { rows } = await tx.query<Row>(
    `SELECT m.id, m.name, m.email, m.role, m.team, m.territories, m.removed_at AS "removedAt", m.access,
       d.last_n AS "lastN", d.hlc_device AS "hlcDevice", d.revoked_at AS "revokedAt"
     FROM sync.device d JOIN sync.member m ON m.workspace_id = d.workspace_id AND m.id = d.member_id
     WHERE d.workspace_id = $1 AND d.id = $2 AND m.id = $3 ${lock ? 'FOR UPDATE OF d' : ''}`,
    [workspace, device, member],
  );
  const row = rows[0];
  if (!row) throw new SyncError('unauthorised');
  if (row.revokedAt !== null || row.removedAt !== null)
    throw await revocationOf(tx, workspace, device, row.revokedAt);
  const { access, lastN, hlcDevice, revokedAt: _, ...own } = row;
  return { member: own, memberAccess: access, lastN, hlcDevice };
}

/** Managers see their team's clients also where otherwise only the owner does. */
export function keysOf({ member }: Pick<Viewer, 'member'>, scope: ClientScope): string[] {
  const keys = ['workspace', `member:${member.id}`];
  const seesTeam = scope === 'team' || (scope === 'owner' && member.role !== 'rep');
  if (member.team !== null && seesTeam) keys.push(`team:${member.team}`);
  if (scope === 'territory') keys.push(...member.territories.map((territory) => `territory:${territory}`));
  if (member.role === 'admin') keys.push('admin');
  return keys;
}

/** Another value than before: what the member sees has changed otherwise than by records. */
export function accessOf(viewer: Viewer, { clientScope, access }: WorkspaceRow): string {
  const seen = [clientScope, access, viewer.memberAccess, ...keysOf(viewer, clientScope).sort()];
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex').slice(0, 32);
}

/**
 * What every page of the exchange begins with: the keys of who asks, and where the server stands. Throws
 * `epoch_changed`, `access_changed`, `device_revoked`.
 */
export async function openPage(tx: Tx, caller: Caller, asked: { epoch: string; access: string }) {
  const workspace = await readWorkspace(tx, caller.workspace);
  const viewer = await readViewer(tx, caller);
  refuseStale(asked, viewer, workspace);
  const { epoch, seq: head, durableSeq } = workspace;
  return { keys: keysOf(viewer, workspace.clientScope), page: { epoch, head, durableSeq } };
}

/** Throws `epoch_changed`, then `access_changed`. */
function refuseStale(
  asked: { epoch: string; access: string },
  viewer: Viewer,
  workspace: WorkspaceRow,
): void {
  if (asked.epoch !== workspace.epoch) throw new SyncError('epoch_changed', { epoch: workspace.epoch });
  if (asked.access !== accessOf(viewer, workspace)) throw new SyncError('access_changed');
}
