/** Single values of the exchange, as JSON by key in `sync_state`; written inside whatever transaction is open. */
import type { Database } from 'better-sqlite3';
import type { SyncTrouble } from '#shared/contract/sync.ts';
import type { ClientScope, ExportNote, WireMember } from '#shared/sync/wire.ts';
import { statement } from './statement.ts';

/** The server that this base exchanges with, and who one is there. */
export interface Connection {
  /** Address without a path. */
  server: string;
  workspace: { id: string; name: string; clientScope: ClientScope };
  member: WireMember;
  device: string;
  /** UTC milliseconds of this device's clock. */
  signedInAt: number;
}

export interface Tokens {
  accessToken: string;
  /** UTC milliseconds of the server's clock. */
  accessExpiresAt: number;
  refreshToken: string;
}

export interface StoredTrouble {
  reason: SyncTrouble;
  since: number;
  count: number;
}

/** Every key and what stands under it; a key that is absent reads as null. */
export interface SyncValues {
  connection: Connection;
  tokens: Tokens;
  epoch: string;
  access: string;
  /** Everything up to this `seq` was applied here. */
  cursor: number;
  /** The last number given to a change of this device. */
  lastN: number;
  durableSeq: number;
  /** Milliseconds to be added to this device's clock to have the server's. */
  clockOffset: number;
  lastExchangeAt: number;
  lastVerifiedAt: number;
  staysOffline: boolean;
  trouble: StoredTrouble;
  /** The server's counter before the first page of the running or last snapshot. */
  copyFrom: number;
  /** Access changed: what the running snapshot does not bring is removed at its end. `seq` at its beginning. */
  sweepFrom: number;
  /** The person agreed that many clients leave. */
  leavingAllowed: boolean;
  /** Signed in with a base that is not empty, which waits for the person's word. */
  joining: true;
  /** Unsent changes up to this number are of before the joining: what arrives may be the same records. */
  joinedUpTo: number;
  /** Where this base was signed in before: signing in there again goes on from here. */
  left: {
    workspace: string;
    member: string;
    device: string;
    lastN: number | null;
    epoch: string | null;
    access: string | null;
    cursor: number | null;
    durableSeq: number | null;
  };
  /** Exports that the server has not been told of. */
  exports: ExportNote[];
  /** Somebody ended this device, and the firm's data are being removed. */
  removingFirm: true;
  /** The entities and fields that were known when parked records were last looked at. */
  knownFields: string;
  /** When acknowledged changes and old history were last dropped. */
  prunedAt: number;
}

export function readSync<K extends keyof SyncValues>(db: Database, key: K): SyncValues[K] | null {
  const row = statement<{ value: string }>(db, 'SELECT value FROM sync_state WHERE key = ?').get(key);
  return row ? (JSON.parse(row.value) as SyncValues[K]) : null;
}

/** Null takes the key away. */
export function writeSync<K extends keyof SyncValues>(
  db: Database,
  key: K,
  value: SyncValues[K] | null,
): void {
  if (value === null) statement(db, 'DELETE FROM sync_state WHERE key = ?').run(key);
  else
    statement(
      db,
      'INSERT INTO sync_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    ).run(key, JSON.stringify(value));
}
