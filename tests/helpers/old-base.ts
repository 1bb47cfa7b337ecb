/** A base as an older version of the program left it. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWritable } from '#main/data/connection.ts';
import { MIGRATIONS, migrateBase } from '#main/data/migrate.ts';
import { makeFolder } from './folder.ts';

/** The migrations as they were when only the first `count` of them had landed. */
function migrationsUpTo(count: number): string {
  const folder = join(makeFolder(), 'migrations');
  cpSync(MIGRATIONS, folder, { recursive: true });
  const journal = join(folder, 'meta', '_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: unknown[] };
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, count) }));
  return folder;
}

/** After the first `count` migrations, with what `fill` puts in; returns the folder. */
export function oldBase(count: number, key: Buffer, fill: string): string {
  const folder = makeFolder();
  const file = join(folder, 'vizitka.db');
  const db = openWritable(file, key);
  migrateBase(db, file, folder, migrationsUpTo(count));
  db.exec(fill);
  db.close();
  return folder;
}
