/** What a backup consists of: a file per table and a manifest that is written last. A folder without one is no backup. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { HASH } from '#shared/sync/blob-wire.ts';
import { PRODUCT } from '#shared/sync/wire.ts';
import { hashOf } from '../blobs/blob-folder.ts';
import { StartError } from '../data/start-error.ts';

export const MANIFEST = 'manifest.json';

const tablePart = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.int().min(0),
  /** Of the file as it lies there, compressed. */
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type TablePart = z.infer<typeof tablePart>;

const blobPart = z.object({
  workspace: z.uuid(),
  hash: z.string().regex(HASH),
  bytes: z.int().min(0),
});
export type BlobPart = z.infer<typeof blobPart>;

export const manifestShape = z.object({
  product: z.literal(PRODUCT),
  kind: z.literal('server backup'),
  format: z.literal(1),
  /** Of the program. */
  version: z.string(),
  /** When its snapshot was taken, UTC milliseconds. */
  createdAt: z.int(),
  /** Time of the newest migration that the tables have seen. */
  migration: z.int(),
  /** Up to where each workspace is in it. */
  workspaces: z.array(z.object({ id: z.uuid(), seq: z.int().min(0) })),
  tables: z.array(tablePart),
  /** Attachments; the file of each is called by its SHA-256. */
  blobs: z.array(blobPart).default([]),
  /** Attachments of which only the row was there. */
  blobsMissing: z.int().min(0).default(0),
});
export type Manifest = z.infer<typeof manifestShape>;

/** Rows in COPY's text format, compressed. */
export function fileOf({ schema, name }: Pick<TablePart, 'schema' | 'name'>): string {
  return `${schema}.${name}.copy.gz`;
}

/** Below the folder of the backup. */
export function blobFileOf({ workspace, hash }: Pick<BlobPart, 'workspace' | 'hash'>): string {
  return path.join('blobs', workspace, hash.slice(0, 2), hash);
}

/** Reads every byte back. Throws StartError when something is missing or not as it was written. */
export async function readBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  for (const part of manifest.tables) {
    const found = await measure(path.join(folder, fileOf(part)));
    if (found.sha256 !== part.sha256 || found.bytes !== part.bytes || found.rows !== part.rows) {
      throw new StartError(`The backup is damaged: ${fileOf(part)} is not as it was written.`);
    }
  }
  for (const part of manifest.blobs) {
    if ((await hashOf(path.join(folder, blobFileOf(part)))) !== part.hash)
      throw new StartError(`The backup is damaged: ${blobFileOf(part)} is not as it was written.`);
  }
  return manifest;
}

async function readManifest(folder: string): Promise<Manifest> {
  let text: string;
  try {
    text = await readFile(path.join(folder, MANIFEST), 'utf8');
  } catch {
    throw new StartError(`${folder} is no backup: it has no ${MANIFEST}.`);
  }
  try {
    return manifestShape.parse(JSON.parse(text));
  } catch {
    throw new StartError(`${path.join(folder, MANIFEST)} cannot be read by this version.`);
  }
}

/** A row ends with the only line end in it: COPY writes those of values as two characters. */
export function countRows(part: Buffer): number {
  let rows = 0;
  for (let at = part.indexOf(10); at !== -1; at = part.indexOf(10, at + 1)) rows += 1;
  return rows;
}

async function measure(file: string): Promise<Pick<TablePart, 'rows' | 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  let rows = 0;
  try {
    await pipeline(
      createReadStream(file),
      async function* hashed(parts: AsyncIterable<Buffer>) {
        for await (const part of parts) {
          hash.update(part);
          bytes += part.length;
          yield part;
        }
      },
      createGunzip(),
      async (parts: AsyncIterable<Buffer>) => {
        for await (const part of parts) rows += countRows(part);
      },
    );
  } catch {
    throw new StartError(`The backup is damaged: ${path.basename(file)} cannot be read.`);
  }
  return { bytes, rows, sha256: hash.digest('hex') };
}
