/** Name of the workspace, and who sees a client in it; only administrators change them. */
import type { MessageInput } from '#shared/sync/messages.ts';
import type { Database } from '../data/database.ts';
import { inWorkspace } from '../data/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { changeWorkspace } from '../sync/workspaces.ts';
import { writeAudit } from './audit.ts';
import { refuseOthers } from './members.ts';

export async function changeWorkspaceAsAdmin(
  database: Database,
  caller: Caller,
  { name, clientScope }: MessageInput<'changeWorkspace'>,
): Promise<void> {
  refuseOthers(caller);
  const { workspace, member, device } = caller;
  await inWorkspace(database, { workspace, member }, async (tx) => {
    await changeWorkspace(tx, workspace, { name, clientScope });
    if (name !== undefined) {
      await tx.query('UPDATE auth.organization SET name = $2 WHERE id = $1', [workspace, name]);
    }
    await writeAudit(tx, workspace, {
      kind: 'workspaceChanged',
      member,
      device,
      details: { named: name !== undefined, clientScope: clientScope ?? null },
    });
  });
}
