/** Sending a backup file to the engine, and going back to a backup; what came of it outlives the lost line. */
import { create } from 'zustand';
import { newId, rpc } from '#renderer/lib/client.ts';
import { queryClient } from '#renderer/lib/live.ts';
import type { BackupSource, Restored, RestorePhase } from '#shared/contract/backups.ts';

const PIECE = 1024 * 1024;

/** The last restore of this window, until its note is closed. */
export const useRestored = create<{ last: Restored | null }>(() => ({ last: null }));

/** Sends the file in pieces; `onPart` gets 0 to 1. */
export async function sendBackup(file: File, onPart: (part: number) => void): Promise<BackupSource> {
  const upload = newId();
  for (let offset = 0; offset < file.size || offset === 0; offset += PIECE) {
    const chunk = new File([file.slice(offset, offset + PIECE)], 'piece');
    await rpc.backups.upload({ upload, offset, chunk });
    onPart(Math.min(1, (offset + PIECE) / Math.max(file.size, 1)));
  }
  return { upload };
}

export function forgetUpload(source: BackupSource): void {
  if ('upload' in source) void rpc.backups.discard({ upload: source.upload }).catch(() => undefined);
}

/** Resolves when the backup is open; the line to the engine is renewed then. */
export async function restoreFrom(
  source: BackupSource,
  code: string | null,
  onProgress: (phase: RestorePhase, part: number | null) => void,
): Promise<void> {
  for await (const event of await rpc.backups.restore({ source, code })) {
    if (event.type === 'progress') {
      onProgress(event.phase, event.part);
      continue;
    }
    useRestored.setState({ last: event.restored });
    // What is in sight is asked again on the new line; what is not must not show the base of before later.
    queryClient.removeQueries({ type: 'inactive' });
    return;
  }
}
