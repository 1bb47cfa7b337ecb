/**
 * Who may send and fetch which bytes: those of attachments that the member sees. The record has to be here before its
 * bytes, says how large they are, and keeps them; bytes that no record names have no way in.
 */
import type { Readable } from 'node:stream';
import { ATTACHMENT_LIMIT } from '#shared/domain/attachments/file-rules.ts';
import type { MessageInput } from '#shared/sync/messages.ts';
import type { Database } from '../data/database.ts';
import { inWorkspace, type Tx } from '../data/transaction.ts';
import type { BlobDoor } from '../http/blob-routes.ts';
import type { Caller } from '../sync/caller.ts';
import { readWorkspace } from '../sync/counter.ts';
import { seenBy } from '../sync/page.ts';
import { SyncError } from '../sync/sync-error.ts';
import { keysOf, readViewer } from '../sync/viewer.ts';
import type { BlobFolder } from './blob-folder.ts';

export interface BlobDeskOptions {
  readonly folder: BlobFolder;
  /** Bytes of one workspace; null where there is no bound. */
  readonly quota: number | null;
}

export interface BlobDesk extends BlobDoor {
  /** Answers the message `blobs`. */
  ask(input: MessageInput<'blobs'>, caller: Caller): Promise<{ stored: string[] }>;
}

export function openBlobDesk(db: Database, { folder, quota }: BlobDeskOptions): BlobDesk {
  /** The size that a visible attachment says; throws `not_found`. */
  const sizeSeen = (caller: Caller, hash: string) =>
    inWorkspace(db, caller, async (tx) => {
      const [row] = await seen(tx, caller, [hash]);
      if (!row) throw new SyncError('not_found', { reason: 'attachment' });
      return row;
    });
  const begin: BlobDoor['begin'] = async (caller, hash, size) => {
    const known = await sizeSeen(caller, hash);
    if (size > ATTACHMENT_LIMIT) throw new SyncError('too_large', { reason: 'size' });
    if (known.size !== size) throw new SyncError('invalid', { reason: 'size' });
    if (await isStored(db, folder, caller, hash, size)) return size;
    if (quota !== null) await refuseFull(db, caller, size, quota);
    const { workspace, device } = caller;
    const there = await folder.partSize(workspace, hash, device);
    if (there <= size) return there;
    await folder.dropPart(workspace, hash, device);
    return 0;
  };
  return {
    begin,
    async progress(caller, hash) {
      const { size } = await sizeSeen(caller, hash);
      return { size, offset: await begin(caller, hash, size) };
    },
    async append(caller, hash, offset, bytes) {
      const { workspace, device } = caller;
      const { size, isStored: isThere } = await sizeSeen(caller, hash);
      if (isThere) return size;
      if (offset + bytes.length > size) throw new SyncError('too_large', { reason: 'size' });
      const there = await folder.append(workspace, hash, device, offset, bytes);
      if (there === null) throw new SyncError('gap', { reason: 'offset' });
      if (there < size) return there;
      if (!(await folder.finish(workspace, hash, device))) throw new SyncError('invalid', { reason: 'hash' });
      await note(db, caller, hash, size);
      return size;
    },
    async read(caller, hash, from) {
      const { size, isStored: isThere } = await sizeSeen(caller, hash);
      if (!isThere || !(await isStored(db, folder, caller, hash, size)))
        throw new SyncError('not_found', { reason: 'bytes' });
      if (from > size) throw new SyncError('invalid', { reason: 'range' });
      return { size, bytes: folder.read(caller.workspace, hash, from) as Readable };
    },
    ask: ({ hashes }, caller) =>
      inWorkspace(db, caller, async (tx) => {
        const rows = await seen(tx, caller, hashes);
        return { stored: rows.flatMap((row) => (row.isStored ? [row.hash] : [])) };
      }),
  };
}

interface Seen {
  hash: string;
  size: number;
  isStored: boolean;
}

/** Throws `device_revoked`. */
async function seen(tx: Tx, caller: Caller, hashes: readonly string[]): Promise<Seen[]> {
  const { workspace } = caller;
  const { clientScope } = await readWorkspace(tx, workspace);
  const keys = keysOf(await readViewer(tx, caller), clientScope);
  const { rows } = await tx.query<Seen>(
    `SELECT DISTINCT r.hash, (r.data ->> 'size')::int8 AS size, b.hash IS NOT NULL AS "isStored"
     FROM sync.record r LEFT JOIN sync.blob b ON b.workspace_id = r.workspace_id AND b.hash = r.hash
     WHERE r.workspace_id = $1 AND r.hash = ANY ($3::text[]) AND r.deleted_at IS NULL AND ${seenBy(keys)}`,
    [workspace, keys, hashes],
  );
  return rows;
}

/**
 * Whether the bytes are there. The row is touched, so that a collection under way leaves it or is waited for; a row
 * whose file is gone gives way, and a file whose row a crash has kept away gets it.
 */
async function isStored(
  db: Database,
  folder: BlobFolder,
  caller: Caller,
  hash: string,
  size: number,
): Promise<boolean> {
  const { workspace } = caller;
  const isThere = (await folder.sizeOf(workspace, hash)) === size;
  const sql = isThere
    ? 'UPDATE sync.blob SET unnamed_at = NULL WHERE workspace_id = $1 AND hash = $2'
    : 'DELETE FROM sync.blob WHERE workspace_id = $1 AND hash = $2';
  const { rowCount } = await inWorkspace(db, caller, (tx) => tx.query(sql, [workspace, hash]));
  if (!isThere) return false;
  if (rowCount === 0) await note(db, caller, hash, size);
  return true;
}

async function note(db: Database, caller: Caller, hash: string, size: number): Promise<void> {
  await inWorkspace(db, caller, (tx) =>
    tx.query(
      `INSERT INTO sync.blob (workspace_id, hash, size, stored_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (workspace_id, hash) DO UPDATE SET unnamed_at = NULL`,
      [caller.workspace, hash, size, Date.now()],
    ),
  );
}

async function refuseFull(db: Database, caller: Caller, size: number, quota: number): Promise<void> {
  const { rows } = await inWorkspace(db, caller, (tx) =>
    tx.query<{ total: number }>(
      'SELECT coalesce(sum(size), 0)::int8 AS total FROM sync.blob WHERE workspace_id = $1',
      [caller.workspace],
    ),
  );
  if ((rows[0]?.total ?? 0) + size > quota) throw new SyncError('too_large', { reason: 'quota' });
}
