/** Devices of a workspace: how one comes in, is listed, and goes. */
import type { MessageInput } from '#shared/sync/messages.ts';
import type { WireDevice } from '#shared/sync/wire.ts';
import type { Database } from '../data/database.ts';
import { inWorkspace, type Tx } from '../data/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { SyncError } from '../sync/sync-error.ts';
import { addDevice, listMembers } from '../sync/workspaces.ts';
import { writeAudit } from './audit.ts';
import { endTokens, issueTokens, revokeDevice, type Tokens } from './device-tokens.ts';

type DeviceShape = MessageInput<'newDevice'>;

/**
 * Signs a device in. One that was here before, known by its part of the stamps, stays the same device, so that its
 * numbers go on; one that was revoked is a new one.
 */
export async function admitDevice(
  tx: Tx,
  workspace: string,
  member: string,
  shape: DeviceShape,
): Promise<{ device: string } & Tokens> {
  const { rows } = await tx.query<{ id: string }>(
    `UPDATE sync.device SET name = $4, platform = $5, signed_in_at = $6, last_seen_at = $6
     WHERE workspace_id = $1 AND member_id = $2 AND hlc_device = $3 AND revoked_at IS NULL RETURNING id`,
    [workspace, member, shape.hlcDevice, shape.name, shape.platform, Date.now()],
  );
  const known = rows[0]?.id;
  if (known) await endTokens(tx, workspace, known);
  const device = known ?? (await addDevice(tx, workspace, { member, ...shape }));
  return { device, ...(await issueTokens(tx, workspace, device, 1)) };
}

/** A restored or cloned one goes on beside the one whose token it has. */
export async function addClone(
  database: Database,
  caller: Caller,
  shape: DeviceShape,
): Promise<{ device: string } & Tokens> {
  const { workspace, member } = caller;
  return inWorkspace(database, { workspace, member }, async (tx) => {
    const device = await addDevice(tx, workspace, { member, ...shape });
    await writeAudit(tx, workspace, { kind: 'deviceAdded', member, device: caller.device, subject: device });
    return { device, ...(await issueTokens(tx, workspace, device, 1)) };
  });
}

/** An administrator's list holds everybody's, any other his own. */
export async function listDevices(database: Database, caller: Caller): Promise<WireDevice[]> {
  const { workspace, member, role } = caller;
  return inWorkspace(database, { workspace, member }, async (tx) => {
    const names = new Map((await listMembers(tx, workspace)).map(({ id, name }) => [id, name]));
    const { rows } = await tx.query<Omit<WireDevice, 'memberName'> & { member: string }>(
      `SELECT id, name, platform, member_id AS member, signed_in_at AS "signedInAt",
         last_seen_at AS "lastSeenAt", revoked_at AS "revokedAt"
       FROM sync.device WHERE workspace_id = $1 AND ($2 OR member_id = $3)
       ORDER BY signed_in_at DESC, id LIMIT 1000`,
      [workspace, role === 'admin', member],
    );
    return rows.map((row) => ({ ...row, memberName: names.get(row.member) ?? '' }) as WireDevice);
  });
}

export async function revoke(database: Database, caller: Caller, device: string): Promise<void> {
  const { workspace, member, role } = caller;
  await inWorkspace(database, { workspace, member }, async (tx) => {
    const { rows } = await tx.query<{ owner: string }>(
      'SELECT member_id AS owner FROM sync.device WHERE workspace_id = $1 AND id = $2',
      [workspace, device],
    );
    const owner = rows[0]?.owner;
    // Somebody else's device is as unknown to a member as one that never was.
    if (owner === undefined || (role !== 'admin' && owner !== member)) throw new SyncError('not_found');
    await revokeDevice(tx, workspace, { kind: 'deviceRevoked', member, device });
  });
}

export async function signOut(database: Database, { workspace, member, device }: Caller): Promise<void> {
  await inWorkspace(database, { workspace, member }, (tx) =>
    revokeDevice(tx, workspace, { kind: 'signOut', member, device }),
  );
}
