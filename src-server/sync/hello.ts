/** Opens an exchange: where both sides stand, who asks, and whether the device is still the one it takes itself for. */
import type { MessageInput } from '#shared/sync/messages.ts';
import type { Database } from '../data/database.ts';
import { inWorkspace } from '../data/transaction.ts';
import type { Answer } from './answer.ts';
import type { Caller } from './caller.ts';
import { readWorkspace } from './counter.ts';
import { SyncError } from './sync-error.ts';
import { accessOf, readViewer } from './viewer.ts';
import { bumpEpoch } from './workspaces.ts';

export type HelloAnswer = Answer<'hello'>;

/** Throws SyncError `device_fork`, `device_revoked`. */
export async function hello(
  db: Database,
  caller: Caller,
  input: MessageInput<'hello'>,
): Promise<HelloAnswer> {
  return inWorkspace(db, caller, async (tx) => {
    const viewer = await readViewer(tx, caller, 'lock');
    const workspace = await readWorkspace(tx, caller.workspace);
    const { clientScope, name, seq, durableSeq } = workspace;
    if (input.lastN < viewer.lastN) throw new SyncError('device_fork', { lastN: viewer.lastN });
    // A cursor that was never given out: somebody put an older database in place without saying so.
    const isFromLater = input.epoch === workspace.epoch && input.cursor > seq;
    const epoch = isFromLater ? await bumpEpoch(tx, caller.workspace) : workspace.epoch;
    await tx.query('UPDATE sync.device SET last_seen_at = $3 WHERE workspace_id = $1 AND id = $2', [
      caller.workspace,
      caller.device,
      Date.now(),
    ]);
    return {
      epoch,
      head: seq,
      durableSeq,
      serverTime: Date.now(),
      lastN: viewer.lastN,
      access: accessOf(viewer, workspace),
      workspace: { id: caller.workspace, name, clientScope },
      member: viewer.member,
    };
  });
}
