/** The joining itself: one transaction through the remote side of the door, so that it has happened or it has not. */
import type { Base } from '#main/data/base.ts';
import { applyRecords } from '#main/data/remote/apply-records.ts';
import { ensureOwnMember } from '#main/data/own-member.ts';
import { type RemoteTransaction, writeRemote } from '#main/data/write.ts';
import { statement } from '#main/data/statement.ts';
import { readSync, writeSync } from '#main/data/sync-store.ts';
import type { WireRecord } from '#shared/sync/wire.ts';
import { adoptPairs } from './adopt.ts';
import { becomeLocal } from './become-local.ts';
import { becomeMember, changeMember, isKnownHereOnly } from './become-member.ts';
import { pairWith } from './plan.ts';
import type { StagedSnapshot } from './staged-snapshot.ts';

const RECORDS_AT_ONCE = 2_000;

/** `member`: who signed in. What is staged becomes the confirmed state. */
export function joinBase(base: Base, staged: StagedSnapshot, member: { id: string; name: string }): void {
  const { facts } = staged;
  if (!facts) throw new Error('a joining before its snapshot');
  writeRemote(base, (tx) => {
    const { db } = tx;
    const isSamePerson = isKnownHereOnly(db, staged);
    if (readSync(db, 'left')) becomeLocal(tx);
    if (isSamePerson) becomeMember(tx, member.id);
    else changeMember(tx, member.id);
    adoptPairs(tx, staged, pairWith(db, staged));
    applyAll(tx, staged);
    writeSync(db, 'epoch', facts.epoch);
    writeSync(db, 'access', facts.access);
    writeSync(db, 'cursor', facts.cursor);
    writeSync(db, 'left', null);
    writeSync(db, 'joining', null);
    writeSync(db, 'joinedUpTo', lastChange(tx));
  });
  base.events.emit({ topics: ['setting'], ids: null });
  ensureOwnMember(base, member.name);
}

/**
 * Two who join at the same time do not see each other's records in the snapshot: as long as records of before the
 * joining are unsent, those that arrive may be the same ones. Called before a page is applied, in its transaction.
 */
export function pairArrivals(tx: RemoteTransaction, records: readonly WireRecord[]): void {
  const { db } = tx;
  const upTo = readSync(db, 'joinedUpTo');
  if (upTo === null) return;
  if (!statement(db, UNSENT_BEFORE).get(upTo)) {
    writeSync(db, 'joinedUpTo', null);
    return;
  }
  const arrived = records.filter((record) => record.deletedAt === null && !isHere(tx, record));
  if (arrived.length === 0) return;
  const known = new Map(records.map((record) => [`${record.entity} ${record.id}`, record]));
  const theirs = {
    live: (entity: string) => arrived.filter((record) => record.entity === entity),
    get: (entity: string, id: string) => known.get(`${entity} ${id}`) ?? null,
  };
  adoptPairs(tx, theirs, pairWith(db, theirs, { upTo }));
}

const UNSENT_BEFORE = `SELECT 1 FROM change WHERE kind = 'create' AND n IS NULL AND seq IS NULL AND ord <= ? LIMIT 1`;

function isHere({ db }: RemoteTransaction, { entity, id }: WireRecord): boolean {
  return (
    statement(db, 'SELECT 1 FROM record_meta WHERE entity = ? AND record = ?').get(entity, id) !== undefined
  );
}

function applyAll(tx: RemoteTransaction, staged: StagedSnapshot): void {
  let page: WireRecord[] = [];
  const apply = (): void => {
    applyRecords(tx, page);
    page = [];
  };
  for (const record of staged.all()) {
    page.push(record);
    if (page.length === RECORDS_AT_ONCE) apply();
  }
  apply();
}

function lastChange({ db }: RemoteTransaction): number {
  return statement<{ last: number }>(db, 'SELECT coalesce(max(ord), 0) AS last FROM change').get()?.last ?? 0;
}
