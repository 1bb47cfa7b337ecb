/**
 * `server backup`: all tables as of one moment, while the server goes on working. Only when every byte was read back
 * does `durable_seq` move: from then on devices may forget what they had kept for the case of a restore.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { PRODUCT } from '#shared/sync/wire.ts';
import { writeAudit } from '../auth/audit.ts';
import type { BlobFolder } from '../blobs/blob-folder.ts';
import type { Database } from '../data/database.ts';
import { migrationState } from '../data/migrate.ts';
import { StartError } from '../data/start-error.ts';
import { inWorkspace } from '../data/transaction.ts';
import { markDurable } from '../sync/workspaces.ts';
import {
  blobFileOf,
  type BlobPart,
  countRows,
  fileOf,
  MANIFEST,
  type Manifest,
  readBackup,
  type TablePart,
} from './manifest.ts';
import { listTables, sqlOf, type Table } from './tables.ts';

/** Throws StartError when the folder holds something. `blobs`: the folder of the bytes of attachments. */
export async function writeBackup(
  database: Database,
  folder: string,
  version: string,
  blobs: BlobFolder,
): Promise<Manifest> {
  await refuseFull(folder);
  const draft = `${folder}.writing-${process.pid}`;
  await mkdir(path.dirname(folder), { recursive: true });
  await mkdir(draft, { mode: 0o700 });
  let manifest: Manifest;
  try {
    await copyOut(database, draft, version, blobs);
    manifest = await readBackup(draft);
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
    await syncFolder(path.dirname(folder));
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  for (const { id, seq } of manifest.workspaces) {
    await inWorkspace(database, { workspace: id }, async (tx) => {
      await markDurable(tx, id, seq);
      await writeAudit(tx, id, { kind: 'backup', details: { seq } });
    });
  }
  return manifest;
}

async function refuseFull(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length > 0) throw new StartError(`${folder} is not empty. Give a new folder for each backup.`);
}

async function copyOut(
  database: Database,
  folder: string,
  version: string,
  blobFolder: BlobFolder,
): Promise<void> {
  const tablesOnly = await database.asKeeper(async (client) => {
    const createdAt = Date.now();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { applied } = await migrationState(client);
    const { rows: workspaces } = await client.query<{ id: string; seq: number }>(
      'SELECT workspace_id AS id, seq FROM sync.workspace ORDER BY 1',
    );
    const tables: TablePart[] = [];
    for (const table of await listTables(client)) tables.push(await copyTable(client, table, folder));
    const { rows: blobs } = await client.query<BlobPart>(
      'SELECT workspace_id AS workspace, hash, size AS bytes FROM sync.blob ORDER BY 1, 2',
    );
    await client.query('COMMIT');
    const head = { product: PRODUCT, kind: 'server backup', format: 1, version } as const;
    return { ...head, createdAt, migration: applied, workspaces, tables, blobs } satisfies Omit<
      Manifest,
      'blobsMissing'
    >;
  });
  // After the tables: what was collected since is named by nobody, what came since is not in them.
  const blobs: BlobPart[] = [];
  for (const part of tablesOnly.blobs) {
    const isThere = await blobFolder.copyOut(part.workspace, part.hash, path.join(folder, blobFileOf(part)));
    if (isThere) blobs.push(part);
  }
  const blobsMissing = tablesOnly.blobs.length - blobs.length;
  const manifest: Manifest = { ...tablesOnly, blobs, blobsMissing };
  const handle = await open(path.join(folder, MANIFEST), 'wx', 0o600);
  await handle.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
  await handle.sync();
  await handle.close();
  await syncFolder(folder);
}

async function copyTable(client: Client, table: Table, folder: string): Promise<TablePart> {
  const { table: name, list } = sqlOf(table);
  const hash = createHash('sha256');
  let rows = 0;
  let bytes = 0;
  await pipeline(
    client.query(copyTo(`COPY ${name} (${list}) TO STDOUT`)),
    async function* counted(parts: AsyncIterable<Buffer>) {
      for await (const part of parts) {
        rows += countRows(part);
        yield part;
      }
    },
    createGzip({ level: 4 }),
    async function* hashed(parts: AsyncIterable<Buffer>) {
      for await (const part of parts) {
        hash.update(part);
        bytes += part.length;
        yield part;
      }
    },
    // `flush`: on the disk before it counts as written.
    createWriteStream(path.join(folder, fileOf(table)), { flags: 'wx', mode: 0o600, flush: true }),
  );
  return { ...table, columns: [...table.columns], rows, bytes, sha256: hash.digest('hex') };
}

/** Makes names in the folder durable. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
