/** Which contents this disk has and what the server has of them: the rows of `blob`. */
import type { Database } from 'better-sqlite3';
import type { Base } from '../base.ts';
import { statement } from '../statement.ts';

export type BlobState = 'local' | 'uploading' | 'stored' | 'remote' | 'missing';

export interface BlobRow {
  hash: string;
  size: number;
  state: BlobState;
  moved: number;
  /** 1 when somebody asked for it. */
  wanted: number;
  at: number;
}

/** States in which the bytes lie on this disk. */
export const HERE = `('local', 'uploading', 'stored')`;

export function readBlob(db: Database, hash: string): BlobRow | undefined {
  return statement<BlobRow>(db, 'SELECT * FROM blob WHERE hash = ?').get(hash);
}

/** The file is on the disk: made here (`local`), or fetched (`stored`). What the server has of it stays known. */
export function noteHere(
  { writer, now, events }: Base,
  { hash, size }: { hash: string; size: number },
  state: 'local' | 'stored',
): void {
  statement(
    writer,
    `INSERT INTO blob (hash, size, state, moved, at) VALUES (?, ?, ?, 0, ?)
     ON CONFLICT (hash) DO UPDATE SET state = excluded.state, size = excluded.size, moved = 0, wanted = 0
     WHERE blob.state NOT IN ${HERE}`,
  ).run(hash, size, state, now());
  events.emit({ topics: ['blob'], ids: null });
}

/** What an attachment names and no row knows is `remote` until somebody knows better. */
export function noteRemote({ writer, now }: Base): void {
  statement(
    writer,
    `INSERT OR IGNORE INTO blob (hash, size, state, moved, at)
     SELECT hash, size, 'remote', 0, ? FROM attachment
     WHERE deleted_at IS NULL AND hash NOT IN (SELECT hash FROM blob)`,
  ).run(now());
}

export function noteState(
  { writer, now, events }: Base,
  hash: string,
  state: BlobState,
  moved: number,
): void {
  const { changes } = statement(
    writer,
    'UPDATE blob SET state = ?, moved = ?, at = ? WHERE hash = ? AND (state <> ? OR moved <> ?)',
  ).run(state, moved, now(), hash, state, moved);
  if (changes > 0) events.emit({ topics: ['blob'], ids: null });
}

/** Another server, or one that was restored: what it has is not known any more, and is asked again. */
export function offerBlobsAgain(db: Database): void {
  statement(db, `UPDATE blob SET state = 'local', moved = 0 WHERE state IN ('uploading', 'stored')`).run();
  statement(db, `UPDATE blob SET state = 'remote' WHERE state = 'missing'`).run();
}
