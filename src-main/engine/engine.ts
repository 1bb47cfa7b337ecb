/** Opens a local base: key, schema, a check after an unclean exit, the device's identity, the local member. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Preferences } from '#shared/contract/settings.ts';
import type { Base } from '../data/base.ts';
import { blobKeyOf, openBlobStore } from '../data/blobs/blob-store.ts';
import { sweepAll, watchBlobs } from '../data/blobs/sweep.ts';
import { openClock } from '../data/clock.ts';
import { openReadable, openWritable } from '../data/connection.ts';
import type { Engine } from '../data/context.ts';
import { openEvents } from '../data/events.ts';
import { migrateBase } from '../data/migrate.ts';
import { openSettings } from '../data/setting-store.ts';
import { ensureOwnMember } from '../data/own-member.ts';
import { readSync } from '../data/sync-store.ts';
import { removeStaleStaging } from '../features/exchange/staging-base.ts';
import { openSync, type SyncOptions } from '../sync/desk.ts';
import { reportBug } from './trace.ts';

export type { Engine } from '../data/context.ts';

export interface EngineOptions {
  folder: string;
  kind?: 'own' | 'demo';
  /** What a new base begins with; the first-start screen asks all the same. */
  language?: 'sk' | 'en';
  country?: string;
  name?: string;
  /** How the server is reached; Node's own `fetch` when it is not given. */
  sync?: Partial<SyncOptions> | undefined;
}

export const BASE_FILE = 'vizitka.db';
/** Written when a backup could not read all of the base: the next start checks it, and the gate offers the backups. */
export const SUSPECT_MARK = 'suspect';
/** Stands while the base is open; found at the start, the last exit was unclean. */
const OPEN_MARK = 'open';

/** Throws what SQLite throws: SQLITE_NOTADB for a wrong key, SQLITE_CORRUPT for a damaged file. */
export function openEngine(options: EngineOptions, key: Buffer): Engine {
  const { folder } = options;
  const file = join(folder, BASE_FILE);
  const mark = join(folder, OPEN_MARK);
  const uncleanExit = existsSync(mark);
  const writer = openWritable(file, key);
  try {
    const suspect = join(folder, SUSPECT_MARK);
    if (uncleanExit || existsSync(suspect)) checkQuickly(writer);
    rmSync(suspect, { force: true });
    migrateBase(writer, file, folder);
    removeStaleStaging(folder);
    const events = openEvents();
    const settings = openSettings(writer, events);
    const base: Base = {
      writer,
      reader: openReadable(file, key),
      folder,
      file,
      key,
      kind: options.kind ?? 'own',
      events,
      settings,
      clock: openClock(writer),
      blobs: openBlobStore(folder, blobKeyOf(settings)),
      uncleanExit,
      openedAt: Date.now(),
      now: () => Date.now(),
      newId: () => v7(),
      member: () => String(base.settings.get('member')),
    };
    begin(base, options);
    sweepAll(base);
    watchBlobs(base);
    writeFileSync(mark, '');
    const sync = openSync(base, { fetch, report: reportBug, ...options.sync });
    const close = () => {
      sync.close();
      closeBase(base, mark);
    };
    return { folder, base, sync, close };
  } catch (error) {
    writer.close();
    throw error;
  }
}

function checkQuickly(writer: Base['writer']): void {
  const [first] = writer.pragma('quick_check(1)') as { quick_check: string }[];
  if (first?.quick_check === 'ok') return;
  throw Object.assign(new Error('the base did not pass its check'), { code: 'SQLITE_CORRUPT' });
}

/** A new base gets its preferences and its first member, the author of what is written here. */
function begin(base: Base, { language = 'sk', country = 'SK', name = 'Vizitka' }: EngineOptions): void {
  if (base.settings.get('preferences') === undefined) {
    const preferences: Preferences = {
      language,
      country,
      theme: 'system',
      letterKeys: true,
      columns: {},
      railFolded: false,
      email: null,
    };
    base.settings.set('preferences', preferences);
    base.settings.set('ready', false);
  }
  if (base.settings.get('member') === undefined) base.settings.set('member', base.newId());
  ensureOwnMember(base, readSync(base.writer, 'connection')?.member.name ?? name);
}

function closeBase({ events, reader, writer, blobs }: Base, mark: string): void {
  if (!writer.open) return;
  events.close();
  blobs.close();
  reader.close();
  try {
    writer.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    // A checkpoint that found no room loses nothing: the log is read at the next start.
    writer.close();
  }
  rmSync(mark, { force: true });
}
