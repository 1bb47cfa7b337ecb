/**
 * The first copy, and a copy taken anew when the member's rights changed: slice by slice, most wanted first, each page
 * with its progress in one transaction, so that it goes on where it was broken off.
 */
import { entityNamed } from '#shared/entities/index.ts';
import type { MessageOutput } from '#shared/sync/messages.ts';
import { PROTOCOL } from '#shared/sync/wire.ts';
import type { Base } from '../data/base.ts';
import { applyRecords } from '../data/remote/apply-records.ts';
import { removeRecord } from '../data/remote/remove.ts';
import { statement } from '../data/statement.ts';
import { readSync, writeSync } from '../data/sync-store.ts';
import { emptyLog, writeRemote } from '../data/write.ts';
import { type Session, standing } from './session.ts';

export const SLICES = ['members', 'mine', 'people', 'recent', 'rest'] as const;
type Slice = (typeof SLICES)[number];

/**
 * `head`: the server's counter as it is now. `sweep`: at its end all is removed that was confirmed up to there and did
 * not come.
 */
export function beginSnapshot({ writer }: Base, head: number, { sweep }: { sweep: boolean }): void {
  writer.exec('DELETE FROM snapshot_progress; DELETE FROM snapshot_seen');
  for (const slice of SLICES)
    statement(writer, 'INSERT INTO snapshot_progress (slice, received) VALUES (?, 0)').run(slice);
  writeSync(writer, 'copyFrom', head);
  writeSync(writer, 'sweepFrom', sweep ? head : null);
}

interface Progress {
  slice: Slice;
  after_entity: string | null;
  after_id: string | null;
}

export function unfinishedSlice({ writer }: Base): Progress | undefined {
  return statement<Progress>(
    writer,
    'SELECT slice, after_entity, after_id FROM snapshot_progress WHERE done_at IS NULL ORDER BY rowid LIMIT 1',
  ).get();
}

/**
 * Does nothing when every slice is here. The server reads the next page while this one is written; `between` runs after
 * each. Throws `SyncFailure`.
 */
export async function takeSnapshot(session: Session, between: () => Promise<void>): Promise<void> {
  const { base } = session;
  let ahead: Promise<Page> | null = null;
  for (let next = unfinishedSlice(base); next; next = unfinishedSlice(base)) {
    const page: Page = await (ahead ?? askPage(session, next));
    const after = followingOf(next, page);
    ahead = after && askPage(session, after);
    // What it throws is met in its turn, unless this page or what goes between them fails before.
    ahead?.catch(() => {});
    keepPage(session, next.slice, page);
    await between();
  }
  const sweepFrom = readSync(base.writer, 'sweepFrom');
  if (sweepFrom !== null) await sweep(base, sweepFrom);
}

type Page = MessageOutput<'snapshot'>;

async function askPage(session: Session, { slice, after_entity, after_id }: Progress): Promise<Page> {
  const after = after_entity !== null && after_id !== null ? { entity: after_entity, id: after_id } : null;
  const { epoch, access } = standing(session);
  const begun = readSync(session.base.writer, 'copyFrom');
  return session.ask('snapshot', {
    protocol: PROTOCOL,
    epoch,
    access,
    slice,
    after,
    ...(begun !== null && { begun }),
  });
}

function followingOf({ slice }: Progress, { after }: Page): Progress | null {
  if (after) return { slice, after_entity: after.entity, after_id: after.id };
  const following = SLICES[SLICES.indexOf(slice) + 1];
  return following ? { slice: following, after_entity: null, after_id: null } : null;
}

function keepPage({ base, tally }: Session, slice: Slice, page: Page): void {
  writeRemote(base, (tx) => {
    applyRecords(tx, page.records);
    if (readSync(tx.db, 'sweepFrom') !== null)
      statement(tx.db, 'INSERT OR IGNORE INTO snapshot_seen (record) SELECT value FROM json_each(?)').run(
        JSON.stringify(page.records.map(({ id }) => id)),
      );
    statement(
      tx.db,
      `UPDATE snapshot_progress SET after_entity = ?, after_id = ?, received = received + ?, total = ?, done_at = ?
       WHERE slice = ?`,
    ).run(
      page.after?.entity ?? null,
      page.after?.id ?? null,
      page.records.length,
      page.total,
      page.after === null ? tx.now : null,
      slice,
    );
  });
  tally.received += page.records.length;
}

const SWEPT_AT_ONCE = 200;

/** Not seen any more; what is not acknowledged of it is kept sealed. */
async function sweep(base: Base, sweepFrom: number): Promise<void> {
  const { writer } = base;
  const unseen = statement<{ entity: string; record: string }>(
    writer,
    `SELECT entity, record FROM record_meta WHERE seq <= ? AND record NOT IN (SELECT record FROM snapshot_seen)
     LIMIT ${SWEPT_AT_ONCE}`,
  );
  for (let rows = unseen.all(sweepFrom); rows.length > 0; rows = unseen.all(sweepFrom)) {
    writeRemote(base, (tx) => {
      for (const { entity, record } of rows) removeRecord(tx, entityNamed(entity), record, 'notVisible');
    });
    await new Promise((resolve) => setImmediate(resolve));
    if (!writer.open) return;
  }
  writeRemote(base, (tx) => {
    tx.db.exec('DELETE FROM snapshot_seen');
    writeSync(tx.db, 'sweepFrom', null);
  });
  emptyLog(base);
}
