/** The second place of backups: a folder that the person points at. The window never learns or names a path. */
import { ORPCError } from '@orpc/client';
import { type BrowserWindow, dialog } from 'electron';
import type { BackupProblem } from '#shared/contract/backups.ts';
import type { BackupPlaceResult } from '#shared/desktop/bridge.ts';
import type { EngineLine } from './engine-line.ts';
import type { Words } from './words.ts';

export async function chooseBackupPlace(
  window: BrowserWindow,
  { say }: Words,
  engine: Pick<EngineLine, 'ask'>,
): Promise<BackupPlaceResult> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say('desktop.placeTitle'),
    properties: ['openDirectory', 'createDirectory'],
  });
  const [folder] = filePaths;
  if (canceled || !folder) return 'cancelled';
  try {
    const done = await engine.ask((client) => client.backups.setPlace({ folder }));
    return done ? 'chosen' : 'cancelled';
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'BACKUP_REFUSED')
      return (error.data as { problem: BackupProblem }).problem;
    throw error;
  }
}
