/** The folder beside a profile for what belongs to the window alone: Chromium's own files, the window's place. */
import fs from 'node:fs';
import path from 'node:path';
import { profileFolders } from '../security/profile-folder.ts';

/** Absolute path. Nothing of the base ever lies there. */
export function windowFolder(profile: string | undefined): string {
  const { own } = profileFolders(profile);
  return profile === undefined ? path.join(path.dirname(own), 'window') : `${own}-window`;
}

/** Makes the folder, closed to other users. */
export function makePrivateFolder(folder: string): string {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.platform !== 'win32') fs.chmodSync(folder, 0o700);
  return folder;
}
