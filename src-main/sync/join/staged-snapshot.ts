/**
 * What the server has, in a file beside the base under the base's key: filled page by page, each page on the disk
 * before the next is asked for, so that a crash goes on where it was.
 */
import { join } from 'node:path';
import type { Connection } from '#main/data/staging-connection.ts';
import type { Base } from '#main/data/base.ts';
import { openWritable } from '#main/data/connection.ts';
import { removeCopy } from '#main/data/rekey-file.ts';
import type { PullItem, WireRecord } from '#shared/sync/wire.ts';

const TABLES = `
  CREATE TABLE IF NOT EXISTS record (
    entity TEXT NOT NULL, id TEXT NOT NULL, root TEXT, seq INTEGER NOT NULL, deleted INTEGER NOT NULL,
    item TEXT NOT NULL, PRIMARY KEY (entity, id));
  CREATE INDEX IF NOT EXISTS record_root ON record (root);
  CREATE TABLE IF NOT EXISTS slice (
    slice TEXT PRIMARY KEY, after TEXT, received INTEGER NOT NULL, total INTEGER NOT NULL, done INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS fact (key TEXT PRIMARY KEY, value TEXT NOT NULL);
`;

/** Of which server's state the file holds how much. */
export interface SnapshotFacts {
  epoch: string;
  access: string;
  /** The server's counter up to which the records here are complete once all slices are. */
  cursor: number;
}

export interface SliceState {
  after: { entity: string; id: string } | null;
  received: number;
  total: number;
  done: boolean;
}

export function stagedFileOf(base: Base): string {
  return join(base.folder, 'joining.db');
}

/** Takes the file away, whether it is there or not. */
export function removeStaged(base: Base): void {
  removeCopy(stagedFileOf(base));
}

export class StagedSnapshot {
  readonly #base: Base;
  #db: Connection;

  /** Opens the file of an earlier attempt, or makes it; one that cannot be read is begun anew. */
  constructor(base: Base) {
    this.#base = base;
    this.#db = openStaged(base);
  }

  close(): void {
    this.#db.close();
  }

  /** Forgets all: the server says that what was begun is of another state. */
  restart(): void {
    this.#db.close();
    removeStaged(this.#base);
    this.#db = openStaged(this.#base);
  }

  get facts(): SnapshotFacts | null {
    const value = this.#db.prepare(`SELECT value FROM fact WHERE key = 'snapshot'`).pluck().get();
    return typeof value === 'string' ? (JSON.parse(value) as SnapshotFacts) : null;
  }

  begin(facts: SnapshotFacts): void {
    this.#setFacts(facts);
  }

  slice(name: string): SliceState {
    const row = this.#db
      .prepare('SELECT after, received, total, done FROM slice WHERE slice = ?')
      .get(name) as { after: string | null; received: number; total: number; done: number } | undefined;
    if (!row) return { after: null, received: 0, total: 0, done: false };
    const after = row.after === null ? null : (JSON.parse(row.after) as SliceState['after']);
    return { after, received: row.received, total: row.total, done: row.done === 1 };
  }

  /** One page of a slice; all of it or nothing. */
  addPage(name: string, records: readonly WireRecord[], next: SliceState): void {
    this.#db.transaction(() => {
      for (const record of records) this.#put(record);
      this.#db
        .prepare('INSERT OR REPLACE INTO slice (slice, after, received, total, done) VALUES (?, ?, ?, ?, ?)')
        .run(name, next.after && JSON.stringify(next.after), next.received, next.total, Number(next.done));
    })();
  }

  /** One page of a pull, with the cursor it leads to; all of it or nothing. */
  addPulled(items: readonly PullItem[], cursor: number): void {
    const { facts } = this;
    if (!facts) throw new Error('a pull before its snapshot');
    this.#db.transaction(() => {
      for (const item of items) {
        if (item.kind === 'record') this.#put(item.record);
        else if (item.kind === 'leave')
          this.#db.prepare('DELETE FROM record WHERE root = ? OR id = ?').run(item.root, item.root);
        // An erased record is sent again by the pull that follows the joining, as it is then.
        else this.#db.prepare('DELETE FROM record WHERE entity = ? AND id = ?').run(item.entity, item.id);
      }
      this.#setFacts({ ...facts, cursor });
    })();
  }

  /** Records of an entity that are not deleted, by id. */
  *live(entity: string): Generator<WireRecord> {
    const rows = this.#db
      .prepare<[string], { item: string }>(
        'SELECT item FROM record WHERE entity = ? AND deleted = 0 ORDER BY id',
      )
      .iterate(entity);
    for (const { item } of rows) yield JSON.parse(item) as WireRecord;
  }

  /** Deleted ones too. */
  *all(): Generator<WireRecord> {
    for (const { item } of this.#db.prepare<[], { item: string }>('SELECT item FROM record').iterate())
      yield JSON.parse(item) as WireRecord;
  }

  get(entity: string, id: string): WireRecord | null {
    const item = this.#db
      .prepare('SELECT item FROM record WHERE entity = ? AND id = ?')
      .pluck()
      .get(entity, id);
    return typeof item === 'string' ? (JSON.parse(item) as WireRecord) : null;
  }

  count(entity: string): number {
    return this.#db
      .prepare('SELECT count(*) FROM record WHERE entity = ? AND deleted = 0')
      .pluck()
      .get(entity) as number;
  }

  #put(record: WireRecord): void {
    const { entity, id, root, seq, deletedAt } = record;
    this.#db
      .prepare(
        `INSERT INTO record (entity, id, root, seq, deleted, item) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (entity, id) DO UPDATE SET root = excluded.root, seq = excluded.seq, deleted = excluded.deleted,
           item = excluded.item WHERE excluded.seq >= record.seq`,
      )
      .run(entity, id, root, seq, Number(deletedAt !== null), JSON.stringify(record));
  }

  #setFacts(facts: SnapshotFacts): void {
    this.#db
      .prepare(`INSERT OR REPLACE INTO fact (key, value) VALUES ('snapshot', ?)`)
      .run(JSON.stringify(facts));
  }
}

function openStaged(base: Base): Connection {
  const open = (): Connection => {
    const db = openWritable(stagedFileOf(base), base.key);
    try {
      db.exec(TABLES);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  };
  try {
    return open();
  } catch {
    // Of another key or damaged: nothing in it cannot be had again.
    removeStaged(base);
    return open();
  }
}
