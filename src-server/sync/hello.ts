/** Opens an exchange: where both sides stand, who asks, and whether the device is still the one it takes itself for. */
import type { MessageInput } from '#shared/sync/messages.ts';
import type { Database } from '../data/database.ts';
import { inWorkspace, type Tx } from '../data/transaction.ts';
import type { Answer } from './answer.ts';
import type { Caller } from './caller.ts';
import { Counter, readWorkspace } from './counter.ts';
import { keepExportNotes } from './export-notes.ts';
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
    await repairEpoch(tx, caller, input);
    const viewer = await readViewer(tx, caller, 'lock');
    const workspace = await readWorkspace(tx, caller.workspace);
    const { clientScope, name, epoch, seq, durableSeq } = workspace;
    // numbers begin anew with each epoch
    const sent = input.epoch === epoch ? input.lastN : 0;
    if (sent < viewer.lastN) throw new SyncError('device_fork', { lastN: viewer.lastN });
    await keepExportNotes(tx, caller, input.exports ?? []);
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

/** A cursor that was never given out: somebody put an older database in place without saying so. */
async function repairEpoch(
  tx: Tx,
  { workspace }: Caller,
  { epoch, cursor }: MessageInput<'hello'>,
): Promise<void> {
  const before = await readWorkspace(tx, workspace);
  if (epoch !== before.epoch || cursor <= before.seq) return;
  const counter = await Counter.take(tx, workspace);
  // another device may have said so meanwhile
  if (counter.row.epoch === epoch) await bumpEpoch(tx, workspace);
}
