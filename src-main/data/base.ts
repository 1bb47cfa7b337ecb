/** An open local base: one writable handle, one read-only handle, and what every write needs beside them. */
import type { Database } from 'better-sqlite3';
import type { BlobStore } from './blobs/blob-store.ts';
import type { DeviceClock } from './clock.ts';
import type { DataEvents } from './events.ts';
import type { SettingStore } from './setting-store.ts';

export interface Base {
  /** Only the write door and what serves it (drafts, settings, undo, bulk) may use it. */
  readonly writer: Database;
  /** For queries; sees every committed write. */
  readonly reader: Database;
  readonly folder: string;
  /** File of the base. */
  readonly file: string;
  /** Raw data key, 32 bytes. */
  readonly key: Buffer;
  readonly kind: 'own' | 'demo';
  readonly events: DataEvents;
  readonly settings: SettingStore;
  readonly clock: DeviceClock;
  /** The bytes of attachments, in the folder beside the base. */
  readonly blobs: BlobStore;
  /** The base was not closed properly the last time; its file was checked when it was opened. */
  readonly uncleanExit: boolean;
  /** UTC milliseconds. */
  readonly openedAt: number;
  /** UTC milliseconds. */
  now(): number;
  /** A new UUIDv7. */
  newId(): string;
  /** Id of the local member, the actor of every change made here. */
  member(): string;
}
