/**
 * Whether both sides hold the same, proved by sums over 256 buckets. Where they differ the records of those buckets are
 * fetched and put in place; the other side's sum is never taken for one's own, and nothing is reset.
 */
import { entityNamed } from '#shared/entities/index.ts';
import { DIGEST_BUCKETS, PROTOCOL, type WireRecord } from '#shared/sync/wire.ts';
import type { MessageOutput } from '#shared/sync/messages.ts';
import { applyRecords } from '../data/remote/apply-records.ts';
import { removeRecord } from '../data/remote/remove.ts';
import { statement } from '../data/statement.ts';
import { writeSync } from '../data/sync-store.ts';
import { emptyLog, writeRemote } from '../data/write.ts';
import { FIELDS, localDigest } from './local-digest.ts';
import { Brake, pullAll } from './pull.ts';
import { type Session, standing } from './session.ts';

export interface Comparison {
  /** The first comparison found no difference. */
  equal: boolean;
  /** Records that were put in place. */
  fetched: number;
}

/** While others write all the time, both are seldom at the same place. */
const TRIES = 5;

/** Null when the two were never at the same place long enough to compare them. Throws `SyncFailure`. */
export async function compare(session: Session, closing: AbortSignal): Promise<Comparison | null> {
  const { base } = session;
  const differing = await differingBuckets(session, closing);
  if (!differing) return null;
  let fetched = 0;
  for (const bucket of differing) fetched += await repair(session, bucket);
  writeSync(base.writer, 'lastVerifiedAt', base.now());
  base.events.emit({ topics: ['sync'], ids: null });
  return { equal: differing.length === 0, fetched };
}

async function differingBuckets(session: Session, closing: AbortSignal): Promise<number[] | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { epoch, access, cursor } = standing(session);
    const theirs = await session.ask('digest', { protocol: PROTOCOL, epoch, access, fields: FIELDS });
    if (theirs.head !== cursor) {
      await pullAll(session);
      continue;
    }
    const mine = await localDigest(session.base, closing);
    return Array.from({ length: DIGEST_BUCKETS }, (_, bucket) => bucket).filter(
      (bucket) => !isSame(mine[bucket], theirs.buckets[bucket]),
    );
  }
  return null;
}

function isSame(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}

/** The whole bucket is fetched before anything of it is touched. */
async function repair(session: Session, bucket: number): Promise<number> {
  const { base } = session;
  const records: WireRecord[] = [];
  let head = Number.POSITIVE_INFINITY;
  let after: MessageOutput<'buckets'>['after'] = null;
  do {
    const { epoch, access } = standing(session);
    const page: MessageOutput<'buckets'> = await session.ask('buckets', {
      protocol: PROTOCOL,
      epoch,
      access,
      bucket,
      after,
    });
    head = Math.min(head, page.head);
    records.push(...page.records);
    after = page.after;
  } while (after !== null);
  const known = new Set(records.map(({ id }) => id));
  const here = statement<{ entity: string; record: string }>(
    base.writer,
    'SELECT entity, record FROM record_meta WHERE seq <= ? AND substr(record, -2) = ?',
  ).all(head, bucket.toString(16).padStart(2, '0'));
  const extra = here.filter(({ record }) => !known.has(record));
  new Brake(session).checkClients(extra.map(({ record }) => record));
  writeRemote(base, (tx) => {
    for (const { entity, record } of extra) removeRecord(tx, entityNamed(entity), record, 'notVisible');
    applyRecords(tx, records, { again: true });
  });
  if (extra.length > 0) emptyLog(base);
  session.tally.received += records.length;
  return records.length;
}
