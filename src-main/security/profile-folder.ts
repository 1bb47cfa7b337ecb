/** Where a profile lies: one default place for every shell, the demo base always apart from the own one. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { ProfileRefusal } from './refusal.ts';

export type ProfileKind = 'own' | 'demo';

/** Absolute folders of the own base and of the demo base that belongs to it. */
export type ProfileFolders = Readonly<Record<ProfileKind, string>>;

/** What the place depends on; replaced in tests of other systems. */
export interface SystemPlace {
  platform: NodeJS.Platform;
  home: string;
  env: Record<string, string | undefined>;
}

const here: SystemPlace = { platform: process.platform, home: os.homedir(), env: process.env };

/**
 * Folders of the default profile, in the system's place for application data (XDG base directories,
 * Known Folders of Windows, Application Support), or of the profile at `given`.
 */
export function profileFolders(given?: string, place: SystemPlace = here): ProfileFolders {
  if (given !== undefined) {
    const own = path.resolve(given);
    return { own, demo: `${own}-demo` };
  }
  const root = defaultRoot(place);
  return { own: path.join(root, 'base'), demo: path.join(root, 'demo') };
}

function defaultRoot({ platform, home, env }: SystemPlace): string {
  if (platform === 'win32') {
    const local = env.LOCALAPPDATA;
    return path.join(local ? local : path.join(home, 'AppData', 'Local'), 'Vizitka');
  }
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Vizitka');
  // A relative XDG_DATA_HOME must be ignored (XDG Base Directory Specification 0.8).
  const data = env.XDG_DATA_HOME;
  return path.join(data && path.isAbsolute(data) ? data : path.join(home, '.local', 'share'), 'Vizitka');
}

/** Makes the folder, closed to other users. Refuses with `folderUnusable` where that cannot be done. */
export function makeProfileFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (process.platform !== 'win32' && (fs.statSync(folder).mode & 0o077) !== 0) fs.chmodSync(folder, 0o700);
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK);
  } catch {
    throw new ProfileRefusal('folderUnusable', { folder });
  }
}
