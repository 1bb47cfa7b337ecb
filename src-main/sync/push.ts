/** Sends what waits. Nothing of it can block the rest: what the server cannot take is given up into its custody. */
import { PROTOCOL, type WireChange } from '#shared/sync/wire.ts';
import type { MessageOutput } from '#shared/sync/messages.ts';
import { applyPushAnswer, refuseHere } from '../data/remote/push-answer.ts';
import { readSync, writeSync } from '../data/sync-store.ts';
import { writeRemote } from '../data/write.ts';
import { isSaid, SyncFailure } from './failure.ts';
import { becomeNewDevice } from './new-device.ts';
import { type Batch, planOutbox, renumber, takeBatch, type Txn } from './outbox.ts';
import { pullAll } from './pull.ts';
import { type Session, standing } from './session.ts';

/** So many times the same changes may fail before they are looked at in halves. */
const TRIES = 3;
/** By the first change of a push: how often the server failed on it, over several exchanges. */
export type Failing = Map<string, number>;

/** Until nothing waits, also of what is written meanwhile. Throws `SyncFailure`. */
export async function pushAll(session: Session, failing: Failing): Promise<void> {
  const { base } = session;
  for (let plan = planOutbox(base); plan.length > 0; plan = planOutbox(base)) {
    while (plan.length > 0) {
      const batch = takeBatch(base, plan);
      plan = plan.slice(batch.txns.length);
      if (batch.changes.length > 0) await sendBatch(session, batch, failing);
      // Another one who joins sends at the same time: what has come of it by now need not be sent twice.
      if (readSync(base.writer, 'joinedUpTo') !== null) await pullAll(session);
    }
  }
}

async function sendBatch(session: Session, batch: Batch, failing: Failing): Promise<void> {
  const { base } = session;
  const key = batch.changes[0]?.id ?? '';
  try {
    await send(session, batch.changes, []);
    failing.delete(key);
  } catch (error) {
    if (isSaid(error, 'gap')) {
      writeRemote(base, () => renumber(base, error.said.lastN ?? 0));
      return sendBatch(session, takeBatch(base, batch.txns), countGap(failing));
    }
    if (isSaid(error, 'device_fork')) {
      await becomeNewDevice(session);
      return sendBatch(session, takeBatch(base, batch.txns), failing);
    }
    if (!isSaid(error, 'invalid', 'too_large', 'unavailable')) throw error;
    const failures = isSaid(error, 'too_large') ? TRIES : (failing.get(key) ?? 0) + 1;
    failing.set(key, failures);
    if (failures >= TRIES) await sendInHalves(session, batch.txns, failing);
    // A server in trouble is left alone for a while; one that says no is asked again at once.
    else if (isSaid(error, 'unavailable')) throw error;
    else await sendBatch(session, batch, failing);
  }
}

/** A server that finds a gap in everything is in trouble itself. */
function countGap(failing: Failing): Failing {
  const gaps = (failing.get('gap') ?? 0) + 1;
  failing.set('gap', gaps);
  if (gaps > TRIES) {
    failing.delete('gap');
    throw new SyncFailure('serverTrouble');
  }
  return failing;
}

async function sendInHalves(session: Session, txns: readonly Txn[], failing: Failing): Promise<void> {
  const { base } = session;
  if (txns.length <= 1) return giveUp(session, takeBatch(base, txns).changes);
  const half = Math.ceil(txns.length / 2);
  for (const part of [txns.slice(0, half), txns.slice(half)]) {
    const batch = takeBatch(base, part);
    const rest = part.slice(batch.txns.length);
    if (batch.changes.length > 0) await sendBatch(session, batch, failing);
    if (rest.length > 0) await sendInHalves(session, rest, failing);
  }
}

/** Into the server's custody; what it cannot even read is kept here alone, and its numbers go to those that follow. */
async function giveUp(session: Session, changes: readonly WireChange[]): Promise<void> {
  const { base, tally } = session;
  try {
    // Their values may be what the server stumbles over.
    const bare = changes.map((change) => ({ ...change, units: change.units && {}, base: null }));
    await send(
      session,
      bare,
      changes.map(({ id }) => id),
    );
  } catch (error) {
    if (!isSaid(error, 'invalid', 'too_large')) throw error;
    writeRemote(base, (tx) => {
      refuseHere(tx, changes);
      renumber(base, Math.min(...changes.map(({ n }) => n)) - 1);
    });
    tally.rejected += changes.length;
  }
}

async function send(session: Session, changes: WireChange[], given: string[]): Promise<void> {
  const { epoch } = standing(session);
  const request = { protocol: PROTOCOL, epoch, changes, ...(given.length > 0 && { void: given }) };
  const answer = await session.ask('push', request);
  const answered = new Set(answer.results.map(({ id }) => id));
  if (!changes.every(({ id }) => answered.has(id))) throw new SyncFailure('serverTrouble');
  takeAnswer(session, answer);
}

function takeAnswer({ base, tally }: Session, answer: MessageOutput<'push'>): void {
  const { results, records, durableSeq } = answer;
  writeRemote(base, (tx) => {
    applyPushAnswer(tx, results, records);
    writeSync(tx.db, 'durableSeq', durableSeq);
  });
  tally.sent += results.length;
  tally.rejected += results.filter(({ status }) => status === 'rejected').length;
  tally.conflicts += results.filter(({ status }) => status === 'conflict').length;
}
