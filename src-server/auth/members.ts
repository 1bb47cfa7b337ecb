/** Members of a workspace and their places in it; only administrators change them. */
import type { MessageInput } from '#shared/sync/messages.ts';
import type { WireMember } from '#shared/sync/wire.ts';
import type { Database } from '../data/database.ts';
import { inWorkspace, type Tx } from '../data/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { SyncError } from '../sync/sync-error.ts';
import { changeMember, type MemberChange, readMember } from '../sync/workspaces.ts';
import { type AuditEntry, writeAudit } from './audit.ts';
import { revokeDevice } from './device-tokens.ts';

export function refuseOthers({ role }: Caller): void {
  if (role !== 'admin') throw new SyncError('not_allowed', { reason: 'admin' });
}

/** A member who is removed loses his devices at once. Throws `not_allowed` (`lastAdmin`) and `not_found`. */
export async function changeMemberAsAdmin(
  database: Database,
  caller: Caller,
  change: MessageInput<'changeMember'>,
): Promise<WireMember> {
  refuseOthers(caller);
  const { workspace } = caller;
  return inWorkspace(database, { workspace, member: caller.member }, async (tx) => {
    const by = { member: caller.member, device: caller.device };
    const { before, after } = await placeMember(tx, workspace, change, by);
    if (after.removedAt !== null && before.removedAt === null)
      await revokeAll(tx, workspace, after.id, by.member);
    return after;
  });
}

/** Changes the member with us and with better-auth, and notes what it was. */
export async function placeMember(
  tx: Tx,
  workspace: string,
  change: MemberChange,
  by: Pick<AuditEntry, 'member' | 'device'>,
): Promise<{ before: WireMember; after: WireMember }> {
  const before = await readMember(tx, workspace, change.member);
  if (!before) throw new SyncError('not_found');
  const after = await changeMember(tx, workspace, change);
  await tx.query('UPDATE auth.member SET role = $3 WHERE "organizationId" = $1 AND id = $2', [
    workspace,
    after.id,
    after.role,
  ]);
  const note = (kind: AuditEntry['kind']) =>
    writeAudit(tx, workspace, { ...by, kind, subject: after.id, details: { role: after.role } });
  if (before.removedAt === null && after.removedAt !== null) await note('memberRemoved');
  else if (before.removedAt !== null && after.removedAt === null) await note('memberReturned');
  else await note('memberChanged');
  return { before, after };
}

async function revokeAll(tx: Tx, workspace: string, member: string, by: string): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    'SELECT id FROM sync.device WHERE workspace_id = $1 AND member_id = $2 AND revoked_at IS NULL',
    [workspace, member],
  );
  for (const { id } of rows)
    await revokeDevice(tx, workspace, { kind: 'deviceRevoked', member: by, device: id });
}
