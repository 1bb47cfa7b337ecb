/** Signing out: what is unsent goes into a recovery file first, a backup that the recovery code opens anywhere. */
import { refused } from '#main/data/app-error.ts';
import { refusalForCaller } from '#main/data/backup/backup-refusal.ts';
import type { Base } from '#main/data/base.ts';
import type { EngineContext } from '#main/data/context.ts';
import { statement } from '#main/data/statement.ts';

/** What a window gives in place of a folder: it fetches the file as it fetches a backup. */
const DOWNLOAD = 'download';

/** `file`: path of the recovery file, or the id under which a window fetches it. Throws REFUSED. */
export async function signOut(
  context: EngineContext,
  recoveryFile: string | null,
): Promise<{ unsent: number; file: string | null }> {
  const { base, sync } = context.engine;
  const state = await sync.state({});
  if (!state.connection) throw refused('notSignedIn');
  if (state.unsent + state.unsentFiles.count > 0 && recoveryFile === null) throw refused('unsent');
  const before = lastAction(base);
  const file = recoveryFile === null ? null : await writeRecoveryFile(context, recoveryFile);
  // What was written since is not in the file.
  if (file !== null && lastAction(base) !== before) throw refused('unsent');
  await sync.signOut({ recoveryFile });
  return { unsent: state.unsent, file };
}

/** Written, read back part by part against its hashes, and with the recovery code among what opens it. */
async function writeRecoveryFile({ host }: EngineContext, place: string): Promise<string> {
  if (!host.keySlots.includes('recoveryCode')) throw refused('noRecoveryCode');
  if (host.view === 'window' && place !== DOWNLOAD) throw refused('pathFromWindow');
  try {
    for await (const event of host.backups.make(place === DOWNLOAD ? undefined : place)) {
      if (event.type === 'done') return event.file ?? event.backup.id;
    }
  } catch (error) {
    throw refusalForCaller(error);
  }
  throw new Error('the recovery file ended before its end');
}

function lastAction({ reader }: Base): number {
  const { last } = statement<{ last: number }>(
    reader,
    'SELECT coalesce(max(no), 0) AS last FROM action',
  ).get() ?? { last: 0 };
  return last;
}
