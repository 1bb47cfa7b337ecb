/**
 * Whether a folder is a bad place for a base: a program that synchronises files copies a database in the
 * middle of a write, and network drives lie about locks. Names of the path and marker files of each program
 * are looked at in the folder and in every folder above it.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { FOLDER_RISKS } from '#shared/contract/settings.ts';

export type FolderRisk = (typeof FOLDER_RISKS)[number];
type SyncProgram = Exclude<FolderRisk, 'network'>;

const FOLDER_NAMES: readonly [SyncProgram, RegExp][] = [
  ['dropbox', /^dropbox( \(.+\))?$|^dropbox-.+$/i],
  ['onedrive', /^onedrive( ?- ?.+)?$/i],
  ['googleDrive', /^google ?drive(-.+| \(.+\))?$|^drivefs$/i],
  ['icloud', /^icloud ?drive$|^mobile documents$|^com~apple~clouddocs$|^icloud~.+$/i],
  ['nextcloud', /^(nextcloud|owncloud)( ?- ?.+|\d*)?$/i],
];

const MARKERS: readonly [SyncProgram, RegExp][] = [
  ['dropbox', /^\.dropbox(\.cache)?$/],
  ['onedrive', /^\.849C9593-D756-4E56-8D6E-42412F2A707B$/i],
  ['googleDrive', /^\.tmp\.drive(down|up)load$/],
  ['nextcloud', /^\.(nextcloud|owncloud)sync\.log$|^\.?_?sync_[0-9a-f]+\.db$/],
  ['syncthing', /^\.st(folder|ignore|versions)$/],
];

const NETWORK_FILE_SYSTEMS =
  /^(nfs4?|cifs|smb3|smbfs|smb2|afpfs|webdav|davfs|ncpfs|ceph|glusterfs|lustre|afs|fuse\.(sshfs|davfs2?|rclone|glusterfs|gvfsd-fuse|curlftpfs|s3fs|smbnetfs))$/;

/** The first risk found, from the folder upwards; null when none is known. The folder need not exist yet. */
export function folderRisk(folder: string): FolderRisk | null {
  const real = realPath(path.resolve(folder));
  if (isUnc(real)) return 'network';
  for (let place = real; ; place = path.dirname(place)) {
    const risk = namedLike(path.basename(place)) ?? markedAs(place);
    if (risk) return risk;
    if (path.dirname(place) === place) break;
  }
  return onNetwork(real, mountTable()) ? 'network' : null;
}

/** Whether the mount that holds the path is a network file system. `mounts` is one `[path, type]` per mount. */
export function onNetwork(folder: string, mounts: readonly (readonly [string, string])[]): boolean {
  let longest: readonly [string, string] | undefined;
  for (const mount of mounts) {
    const inside =
      folder === mount[0] || folder.startsWith(mount[0].endsWith('/') ? mount[0] : `${mount[0]}/`);
    // Of two mounts on one place the later one is seen.
    if (inside && mount[0].length >= (longest?.[0].length ?? 0)) longest = mount;
  }
  return longest !== undefined && NETWORK_FILE_SYSTEMS.test(longest[1]);
}

/** Reads `/proc/mounts` (fstab(5): fields split by spaces, blanks as octal escapes). */
export function parseMounts(text: string): [string, string][] {
  return text.split('\n').flatMap((line): [string, string][] => {
    const [, place, type] = line.split(' ');
    if (!place || !type) return [];
    const plain = place.replace(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(parseInt(octal, 8)),
    );
    return [[plain, type]];
  });
}

function namedLike(name: string): SyncProgram | null {
  return FOLDER_NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

function markedAs(folder: string): SyncProgram | null {
  let names: string[];
  try {
    names = fs.readdirSync(folder);
  } catch {
    return null;
  }
  for (const name of names) {
    const found = MARKERS.find(([, pattern]) => pattern.test(name));
    // Dropbox keeps its own settings in ~/.dropbox; only the file of that name marks a synchronised folder.
    if (found && !(name === '.dropbox' && isFolder(path.join(folder, name)))) return found[0];
  }
  return names.includes('desktop.ini') ? iconOwner(path.join(folder, 'desktop.ini')) : null;
}

/** Explorer shows the icon named in desktop.ini; the programs put theirs on the folder they synchronise. */
function iconOwner(file: string): SyncProgram | null {
  try {
    const text = fs.readFileSync(file).toString('latin1').replaceAll('\0', '');
    if (/onedrive/i.test(text)) return 'onedrive';
    if (/dropbox/i.test(text)) return 'dropbox';
    return /google ?drive/i.test(text) ? 'googleDrive' : null;
  } catch {
    return null;
  }
}

function isFolder(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isUnc(folder: string): boolean {
  return /^\\\\(?![?.]\\(?!UNC\\))/i.test(folder);
}

/** Links are followed as far as the path exists: a link into a synchronised folder is inside it. */
function realPath(folder: string): string {
  try {
    return fs.realpathSync.native(folder);
  } catch {
    const above = path.dirname(folder);
    return above === folder ? folder : path.join(realPath(above), path.basename(folder));
  }
}

function mountTable(): [string, string][] {
  if (process.platform === 'win32') return [];
  if (process.platform !== 'darwin') {
    try {
      return parseMounts(fs.readFileSync('/proc/mounts', 'utf8'));
    } catch {
      return [];
    }
  }
  const lines = spawnSync('/sbin/mount', { encoding: 'utf8' }).stdout ?? '';
  return [...lines.matchAll(/ on (.+) \(([a-z0-9]+)/g)].map((line) => [line[1] ?? '', line[2] ?? '']);
}
