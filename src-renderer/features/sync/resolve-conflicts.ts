/** Settles one conflict or many: one action, taken back with one "Späť". */
import { rpc } from '#renderer/lib/client.ts';
import { runCommand } from '#renderer/lib/run.ts';
import type { ConflictRow } from '#shared/contract/sync.ts';

const MOST_AT_ONCE = 200;

export async function resolveConflicts(
  rows: readonly ConflictRow[],
  choice: 'kept' | 'restored',
): Promise<void> {
  const ids = rows.slice(0, MOST_AT_ONCE).map(({ id }) => id);
  await runCommand(rpc.conflicts.resolve({ ids, choice }), {
    done: choice === 'kept' ? 'sync.conflicts.kept' : 'sync.conflicts.restored',
    params: { count: ids.length, number: ids.length },
    undoable: true,
  });
}
