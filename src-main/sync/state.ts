/** The state of the exchange as screens and scripts see it, read from the base. */

import type { SyncState } from '#shared/contract/sync.ts';
import { member } from '#shared/entities/settings.ts';
import { hlcFromHex } from '#shared/sync/hlc.ts';
import type { Base } from '../data/base.ts';
import { readRecord } from '../data/codec.ts';
import { statement } from '../data/statement.ts';
import { readSync } from '../data/sync-store.ts';
import { unsentFiles } from './blobs/due.ts';

/** What only the running exchange knows. */
export interface Running {
  phase: SyncState['phase'];
  nextTryAt: number | null;
  joining: SyncState['joining'];
}

export function stateOf({ reader, clock }: Base, { phase, nextTryAt, joining }: Running): SyncState {
  const connection = readSync(reader, 'connection');
  const trouble = readSync(reader, 'trouble');
  const offset = readSync(reader, 'clockOffset');
  return {
    connection: connection && {
      server: connection.server,
      workspace: connection.workspace,
      // A new name is known here before the server is asked again.
      member: {
        ...connection.member,
        name: readRecord(reader, member, connection.member.id)?.name || connection.member.name,
      },
      device: connection.device,
      hlcDevice: clock.device,
      signedInAt: connection.signedInAt,
    },
    phase,
    trouble: trouble && { ...trouble, nextTryAt },
    staysOffline: readSync(reader, 'staysOffline') ?? false,
    ...outboxOf(reader),
    unsentFiles: connection ? unsentFiles(reader) : { count: 0, bytes: 0 },
    lastExchangeAt: readSync(reader, 'lastExchangeAt'),
    lastVerifiedAt: readSync(reader, 'lastVerifiedAt'),
    clockAheadMs: offset === null ? null : -offset,
    firstSync: connection ? firstSyncOf(reader) : null,
    joining,
    openConflicts: countOf(
      reader,
      'SELECT count(*) AS count FROM conflict WHERE resolved_at IS NULL AND deleted_at IS NULL',
    ),
    rejected: countOf(reader, 'SELECT count(DISTINCT txn) AS count FROM rejected'),
  };
}

function outboxOf(db: Base['reader']): Pick<SyncState, 'unsent' | 'oldestUnsentAt' | 'waiting'> {
  const waiting = statement<{ entity: string; count: number }>(
    db,
    'SELECT entity, count(*) AS count FROM change WHERE seq IS NULL GROUP BY entity ORDER BY count DESC',
  ).all();
  const oldest = statement<{ hlc: string }>(
    db,
    'SELECT hex(hlc) AS hlc FROM change WHERE seq IS NULL ORDER BY ord LIMIT 1',
  ).get();
  return {
    unsent: waiting.reduce((sum, { count }) => sum + count, 0),
    oldestUnsentAt: oldest ? hlcFromHex(oldest.hlc).ms : null,
    waiting,
  };
}

interface Progress {
  slice: string;
  received: number;
  total: number | null;
  done_at: number | null;
}

/** Null once every slice is here, and while nothing of them was asked for. */
function firstSyncOf(db: Base['reader']): SyncState['firstSync'] {
  const slices = statement<Progress>(
    db,
    'SELECT slice, received, total, done_at FROM snapshot_progress ORDER BY rowid',
  ).all();
  const running = slices.find(({ done_at }) => done_at === null);
  if (!running) return null;
  const usable = slices.some(({ slice, done_at }) => slice === 'mine' && done_at !== null);
  return { slice: running.slice, received: running.received, total: running.total, usable };
}

function countOf(db: Base['reader'], sql: string): number {
  return statement<{ count: number }>(db, sql).get()?.count ?? 0;
}
