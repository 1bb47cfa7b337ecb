/**
 * `server restore`: the whole database becomes that of a backup, in one transaction. Devices learn by a new epoch that
 * the server went back and bring what it has forgotten. What was erased, revoked or removed since stays so.
 */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { writeAudit } from '../auth/audit.ts';
import type { BlobFolder } from '../blobs/blob-folder.ts';
import { type Database, withOwner } from '../data/database.ts';
import { migrationState } from '../data/migrate.ts';
import { StartError } from '../data/start-error.ts';
import type { Tx } from '../data/transaction.ts';
import { SERVING } from '../notices.ts';
import { Counter } from '../sync/counter.ts';
import { replayErasure } from '../sync/erase.ts';
import { bumpEpoch } from '../sync/workspaces.ts';
import { type Kept, KeptList, readKeptList } from './kept-list.ts';
import { blobFileOf, type BlobPart, fileOf, type Manifest, readBackup, type TablePart } from './manifest.ts';
import { listTables, sqlOf, type Table } from './tables.ts';

/** What was under way when the backup began carries an earlier time. */
const MARGIN_MS = 60_000;

export interface RestoreOptions {
  readonly folder: string;
  /** Where the list of what must stay erased lies. */
  readonly dataDir: string;
  /** Give up what the database holds. */
  readonly replace: boolean;
  /** Of the bytes of attachments. */
  readonly blobFolder: BlobFolder;
}

/** Throws StartError: a damaged backup, another version's, a database in use or not empty. Nothing has changed then. */
export async function restoreBackup(database: Database, options: RestoreOptions): Promise<Manifest> {
  const manifest = await readBackup(options.folder);
  await withOwner(database.url, async (owner) => {
    await refuseServing(owner);
    await refuseVersion(owner, manifest);
    await owner.query('BEGIN');
    await setForce(owner, 'NO FORCE');
    if (!options.replace) await refuseFull(owner);
    const kept = await gatherKept(owner, options.dataDir, manifest.createdAt);
    await owner.query('CREATE TEMP TABLE known_token ON COMMIT DROP AS SELECT * FROM auth.device_token');
    // Bytes that nobody names yet do no harm when the rest fails.
    for (const part of manifest.blobs)
      await options.blobFolder.copyIn(part.workspace, part.hash, path.join(options.folder, blobFileOf(part)));
    await replaceTables(owner, manifest, options.folder);
    await forgetLostBlobs(owner, options.blobFolder);
    await keepTokens(owner);
    for (const { id } of manifest.workspaces)
      await renew(
        owner,
        id,
        kept.filter((one) => one.workspace === id),
      );
    await setForce(owner, 'FORCE');
    await owner.query('COMMIT');
  });
  return manifest;
}

async function refuseServing(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [SERVING]);
  if (!rows[0]?.free) throw new StartError('A server works on this database. Stop it first.');
}

async function refuseVersion(owner: Client, { migration, version }: Manifest): Promise<void> {
  const { applied } = await migrationState(owner);
  if (applied !== migration) {
    throw new StartError(
      `The backup was written by version ${version}, whose tables differ. Restore it with that version, then upgrade.`,
    );
  }
}

/** A workspace that nobody has joined yet holds nothing. */
async function refuseFull(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ full: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM sync.member) OR EXISTS (SELECT 1 FROM sync.record) AS full',
  );
  if (rows[0]?.full) {
    throw new StartError('The database is not empty. Give up what it holds with --replace, or take another.');
  }
}

/** Rows are written by their owner, and COPY refuses where row security would apply to him. */
async function setForce(owner: Client, force: 'FORCE' | 'NO FORCE'): Promise<void> {
  for (const table of await listTables(owner)) {
    if (table.schema === 'sync')
      await owner.query(`ALTER TABLE ${sqlOf(table).table} ${force} ROW LEVEL SECURITY`);
  }
}

/**
 * Erasures of all times; of revocations and removals those that the backup cannot know of. Into the file first: after
 * the next step this database no longer knows them.
 */
async function gatherKept(owner: Client, dataDir: string, createdAt: number): Promise<Kept[]> {
  const list = await KeptList.open(dataDir);
  await list.note(owner);
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM sync.member WHERE removed_at IS NULL');
  const here = new Set(rows.map(({ id }) => id));
  return (await readKeptList(dataDir)).filter(
    (one) =>
      one.kind === 'erased' ||
      (one.at >= createdAt - MARGIN_MS && !(one.kind === 'removed' && here.has(one.id))),
  );
}

async function replaceTables(owner: Client, { tables }: Manifest, folder: string): Promise<void> {
  const present = await listTables(owner);
  await owner.query(`TRUNCATE ${present.map((table) => sqlOf(table).table).join(', ')}`);
  for (const table of present) {
    const part = tables.find(({ schema, name }) => schema === table.schema && name === table.name);
    if (part) await copyIn(owner, table, part, folder);
  }
  const unknown = tables.find(
    ({ schema, name }) => !present.some((table) => table.schema === schema && table.name === name),
  );
  if (unknown) throw new StartError(`This version knows no table ${unknown.schema}.${unknown.name}.`);
}

/** Devices that have the bytes bring them again, when the server does not say that it has them. */
async function forgetLostBlobs(owner: Client, folder: BlobFolder): Promise<void> {
  const { rows } = await owner.query<BlobPart>(
    'SELECT workspace_id AS workspace, hash, size AS bytes FROM sync.blob',
  );
  for (const { workspace, hash, bytes } of rows) {
    if ((await folder.sizeOf(workspace, hash)) === bytes) continue;
    await owner.query('DELETE FROM sync.blob WHERE workspace_id = $1 AND hash = $2', [workspace, hash]);
  }
}

async function copyIn(owner: Client, table: Table, part: TablePart, folder: string): Promise<void> {
  const missing = part.columns.find((column) => !table.columns.includes(column));
  if (missing)
    throw new StartError(`This version knows no column ${missing} in ${part.schema}.${part.name}.`);
  const { table: name, list } = sqlOf({ ...table, columns: part.columns });
  const copy = owner.query(copyFrom(`COPY ${name} (${list}) FROM STDIN`));
  await pipeline(createReadStream(path.join(folder, fileOf(part))), createGunzip(), copy);
  if (copy.rowCount !== part.rows)
    throw new StartError(`The backup is damaged: ${fileOf(part)} gave other rows.`);
}

/** Devices that exchanged since the backup hold newer tokens: with them nobody has to sign in anew. */
async function keepTokens(owner: Client): Promise<void> {
  await owner.query(
    `INSERT INTO auth.device_token SELECT t.* FROM known_token t
     JOIN sync.device d ON d.workspace_id = t.workspace_id AND d.id = t.device_id
     ON CONFLICT (workspace_id, hash) DO UPDATE SET retired_at = excluded.retired_at`,
  );
}

async function renew(tx: Tx, workspace: string, kept: readonly Kept[]): Promise<void> {
  await bumpEpoch(tx, workspace);
  const counter = await Counter.take(tx, workspace);
  for (const one of kept) {
    if (one.kind === 'erased') await replayErasure(tx, workspace, one, counter.next());
    else await endAgain(tx, workspace, one);
  }
  await counter.keep(tx);
  await writeAudit(tx, workspace, { kind: 'restore', details: { seq: counter.seq } });
}

async function endAgain(tx: Tx, workspace: string, { kind, id, at }: Exclude<Kept, { kind: 'erased' }>) {
  const table = kind === 'revoked' ? 'device' : 'member';
  await tx.query(
    `UPDATE sync.${table} SET ${kind}_at = coalesce(${kind}_at, $3) WHERE workspace_id = $1 AND id = $2`,
    [workspace, id, at],
  );
}
