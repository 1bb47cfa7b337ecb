/**
 * The staging file of one import: an SQLite file beside the base, encrypted with the same key, in which rows get the
 * shape of the tables they will be published to. It never outlives the engine that made it.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { type Connection, openStagingFile } from '#main/data/staging-connection.ts';

export type Base = Connection;

const STAGING = /^import-[0-9a-f-]{36}\.staging(?:-journal|-wal|-shm)?$/;

export function stagingPath(folder: string, id: string): string {
  return join(folder, `import-${id}.staging`);
}

/** Opens or makes the staging file of an import or an upload. */
export function openStaging(path: string, key: Buffer): Base {
  return openStagingFile(path, key);
}

/** Removes what a crash left behind. Call before any import may run. */
export function removeStaleStaging(folder: string): void {
  for (const name of readdirSync(folder)) if (STAGING.test(name)) rmSync(join(folder, name), { force: true });
}

export function removeStaging(folder: string, id: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm'])
    rmSync(`${stagingPath(folder, id)}${ending}`, { force: true });
}

const UPLOAD_TABLE = `
  CREATE TABLE IF NOT EXISTS piece (start INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS upload (name TEXT NOT NULL) STRICT;
`;

export function makeUploadTables(base: Base): void {
  base.exec(UPLOAD_TABLE);
}

/** Published tables: the shape of the base's own tables, copied so that the two can never disagree. */
export const PUBLISHED = ['client', 'contact', 'position'] as const;
export type Published = (typeof PUBLISHED)[number];

export function makeImportTables(base: Base, main: Base): void {
  for (const table of PUBLISHED) {
    for (const name of [table, `${table}_doc`]) {
      const { sql } = main
        .prepare(`SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?`)
        .get(name) as { sql: string };
      base.exec(
        name === table
          ? sql
          : `CREATE TABLE ${name} (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, detail TEXT NOT NULL, code TEXT NOT NULL)`,
      );
    }
  }
  base.exec(`
    CREATE TABLE fill (entity TEXT NOT NULL, record TEXT NOT NULL, "values" TEXT NOT NULL, PRIMARY KEY (entity, record));
    CREATE TABLE problem (no INTEGER PRIMARY KEY, row INTEGER NOT NULL, "column" INTEGER, value TEXT, problem TEXT NOT NULL, params TEXT NOT NULL);
  `);
}
