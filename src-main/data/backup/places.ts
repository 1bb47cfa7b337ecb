/** Where backups lie and what lies there: beside the base, in the chosen second place, and bases put aside. */
import fs from 'node:fs';
import path from 'node:path';
import type { Backup } from '#shared/contract/backups.ts';
import { pruneBlobs } from './blob-pool.ts';
import { BACKUP_ENDING, BASE_PART } from './format.ts';
import { UNFINISHED } from './make-backup.ts';
import { type OpenBackup, readHeader } from './read-backup.ts';
import { expiredBackups } from './rotation.ts';

export interface FoundBackup extends OpenBackup {
  readonly file: string;
}

/** Folder of the backups beside the base. */
export function backupsOf(folder: string): string {
  return path.join(folder, 'backups');
}

/** Folder of the bases that a restore has put aside. */
export function asideOf(folder: string): string {
  return path.join(folder, 'aside');
}

/** `vizitka-2026-11-24T03-27-45-123Z.vzb`, for the time in UTC milliseconds. */
export function backupName(at: number): string {
  return `vizitka-${stampOf(at)}${BACKUP_ENDING}`;
}

/** A time (UTC milliseconds) as it may stand in a name: `2026-11-24T03-27-45-123Z`. */
export function stampOf(at: number): string {
  return new Date(at).toISOString().replaceAll(/[:.]/g, '-');
}

/** NaN for any other name. */
function timeOf(stamp: string): number {
  return Date.parse(stamp.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3}Z)$/, 'T$1:$2:$3.$4'));
}

/** The whole backups of a folder, newest first; whatever else lies there is passed over. Empty without the folder. */
export function findBackups(folder: string): FoundBackup[] {
  const found: FoundBackup[] = [];
  for (const name of namesIn(folder)) {
    if (!name.endsWith(BACKUP_ENDING)) continue;
    const file = path.join(folder, name);
    try {
      found.push({ file, ...readHeader(file) });
    } catch {
      // Cut off, of a newer version, or not ours: not something to go back to.
    }
  }
  return found.toSorted((a, b) => b.header.createdAt - a.header.createdAt);
}

/** Removes what the rotation lets go of one base's backups; a file that cannot be removed waits for the next time. */
export function rotate(folder: string, base: string, now: number): void {
  const mine = findBackups(folder).filter(({ header }) => header.base === base);
  const expired = new Set(
    expiredBackups(
      mine.map(({ header }) => header.createdAt),
      now,
    ),
  );
  for (const { file, header } of mine) {
    if (!expired.has(header.createdAt)) continue;
    try {
      fs.rmSync(file, { force: true });
    } catch {
      continue;
    }
  }
  // Backups of other bases that lie here need theirs too.
  const oldest = findBackups(folder).at(-1);
  if (oldest) pruneBlobs(folder, oldest.header.createdAt);
}

/** Removes what a crash left half-written. Only while no backup is being made there. */
export function removeUnfinished(folder: string): void {
  for (const name of namesIn(folder)) {
    if (name.startsWith('vizitka-') && name.includes(`${BACKUP_ENDING}${UNFINISHED}`))
      fs.rmSync(path.join(folder, name), { force: true });
  }
}

/** A base that a restore has put aside; `id` is its folder's stamp made into the id of a backup. */
export interface AsideBase {
  readonly id: string;
  readonly folder: string;
  readonly at: number;
  readonly bytes: number;
}

/** Newest first. */
export function findAside(folder: string): AsideBase[] {
  const found: AsideBase[] = [];
  for (const name of namesIn(asideOf(folder))) {
    const place = path.join(asideOf(folder), name);
    const stat = fs.statSync(path.join(place, BASE_PART), { throwIfNoEntry: false });
    const at = timeOf(name);
    if (stat?.isFile() && Number.isSafeInteger(at))
      found.push({ id: asideId(at), folder: place, at, bytes: stat.size });
  }
  return found.toSorted((a, b) => b.at - a.at);
}

/** A UUIDv8 (RFC 9562) out of the time, so that bases put aside are named as backups are. */
function asideId(at: number): string {
  const hex = at.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8a51-8de0-000000000000`;
}

/** One row for each backup, wherever its copies lie, and one for each base put aside; newest first. */
export function listBackups(folder: string, second: string | null): Backup[] {
  const rows = new Map<string, Backup>();
  for (const [place, where] of [
    ['profile', backupsOf(folder)],
    ['second', second],
  ] as const) {
    for (const { header, bytes } of where === null ? [] : findBackups(where)) {
      const { id, createdAt, counts } = header;
      const row = rows.get(id);
      if (row) row.places.push(place);
      else rows.set(id, { id, createdAt, bytes, counts, places: [place], verified: true });
    }
  }
  for (const { id, at, bytes } of findAside(folder))
    rows.set(id, { id, createdAt: at, bytes, counts: null, places: ['aside'], verified: false });
  return [...rows.values()].toSorted((a, b) => b.createdAt - a.createdAt);
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}
