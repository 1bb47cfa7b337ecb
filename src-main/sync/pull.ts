/** Takes what is new on the server, page by page; each page and the cursor are one transaction. */
import { entities } from '#shared/entities/index.ts';
import type { Entity } from '#shared/entities/define.ts';
import { PROTOCOL, type PullItem } from '#shared/sync/wire.ts';
import { applyRecords } from '../data/remote/apply-records.ts';
import { eraseRecord } from '../data/remote/erase.ts';
import { leaveRoot } from '../data/remote/remove.ts';
import { statement } from '../data/statement.ts';
import { readSync, writeSync } from '../data/sync-store.ts';
import { emptyLog, type RemoteTransaction, writeRemote } from '../data/write.ts';
import { SyncFailure } from './failure.ts';
import { pairArrivals } from './join/join-base.ts';
import { type Session, standing } from './session.ts';

/** Throws `SyncFailure`; `manyLeaving` before anything of that page was touched. */
export async function pullAll(session: Session): Promise<void> {
  const { base, tally } = session;
  const brake = new Brake(session);
  for (let more = true; more; ) {
    const { epoch, access, cursor } = standing(session);
    const page = await session.ask('pull', { protocol: PROTOCOL, epoch, access, cursor });
    brake.check(page.items);
    writeRemote(base, (tx) => {
      pairArrivals(
        tx,
        page.items.flatMap((item) => (item.kind === 'record' ? [item.record] : [])),
      );
      applyItems(tx, page.items);
      writeSync(tx.db, 'cursor', page.cursor);
      writeSync(tx.db, 'durableSeq', page.durableSeq);
    });
    const erased = page.items.some(({ kind }) => kind !== 'record');
    if (erased) emptyLog(base);
    tally.received += page.items.length;
    more = page.more && page.cursor > cursor;
  }
  if (readSync(base.writer, 'leavingAllowed')) writeSync(base.writer, 'leavingAllowed', null);
}

const ORDER = { erase: 0, leave: 1, record: 2 } as const;

/** By `seq`; of one number, what goes before what comes: a record that left may be seen again at once. */
function applyItems(tx: RemoteTransaction, items: readonly PullItem[]): void {
  const sorted = items.toSorted((a, b) => a.seq - b.seq || ORDER[a.kind] - ORDER[b.kind]);
  let records = [];
  for (const item of sorted) {
    if (item.kind === 'record') {
      records.push(item.record);
      continue;
    }
    applyRecords(tx, records);
    records = [];
    if (item.kind === 'leave') leaveRoot(tx, item.root);
    else {
      const entity = (entities as Record<string, Entity | undefined>)[item.entity];
      if (entity) eraseRecord(tx, entity, item.id);
    }
  }
  applyRecords(tx, records);
}

/** A fault of the server must not empty a laptop: beyond this many clients the person is asked. */
const FEW = 50;
const PART = 0.2;

export class Brake {
  readonly #session: Session;
  #leaving = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  check(items: readonly PullItem[]): void {
    const roots = items.flatMap((item) => (item.kind === 'leave' ? [item.root] : []));
    if (roots.length > 0) this.checkClients(roots);
  }

  /** `ids` of records that would be removed; those that are no clients do not count. */
  checkClients(ids: readonly string[]): void {
    const { writer } = this.#session.base;
    const count = (sql: string, ...values: unknown[]) =>
      statement<{ count: number }>(writer, sql).get(...values)?.count ?? 0;
    this.#leaving += count(
      'SELECT count(*) AS count FROM client WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    );
    const most = Math.max(FEW, count('SELECT count(*) AS count FROM client') * PART);
    if (this.#leaving > most && !readSync(writer, 'leavingAllowed')) throw new SyncFailure('manyLeaving');
  }
}
