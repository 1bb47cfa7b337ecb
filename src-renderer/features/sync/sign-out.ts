/** Leaves the firm; what is unsent comes as a file first, streamed as a backup is, and handed to the browser. */
import { rpc } from '#renderer/lib/client.ts';
import { downloadBackup } from '#renderer/lib/download-backup.ts';

/** Whether a recovery file was written. Throws REFUSED. */
export async function signOut(withFile: boolean): Promise<boolean> {
  const { file } = await rpc.sync.signOut({ recoveryFile: withFile ? 'download' : null });
  if (file === null) return false;
  await downloadBackup(file);
  return true;
}
