/** One exchange from beginning to end: greet, send, take, compare. Each step leaves the base whole, wherever it ends. */
import type { Base } from '../data/base.ts';
import { pruneBookkeeping } from '../data/prune.ts';
import { readSync } from '../data/sync-store.ts';
import { isSaid } from './failure.ts';
import { greet } from './greet.ts';
import { hasUnsent } from './outbox.ts';
import { pullAll } from './pull.ts';
import { type Failing, pushAll } from './push.ts';
import type { Session } from './session.ts';
import { takeSnapshot, unfinishedSlice } from './snapshot.ts';
import { compare, type Comparison } from './verification.ts';

const DAY_MS = 86_400_000;
/** How often the two may find in one exchange that something between them has changed. */
const BEGINNINGS = 4;

export interface Exchange {
  session: Session;
  failing: Failing;
  closing: AbortSignal;
  /** Whether the server was greeted since this engine began, and nothing was amiss since. */
  greeted: boolean;
  /** Compare in any case, not only when a day has passed. */
  verify: boolean;
  /** Told as the exchange goes on. */
  tell(phase: 'exchanging' | 'firstSync' | 'verifying'): void;
}

/** Throws `SyncFailure`, or what the base threw; what was exchanged until then stays. */
export async function runExchange(exchange: Exchange): Promise<Comparison | null> {
  const { session } = exchange;
  for (let beginnings = 1; ; beginnings += 1) {
    try {
      if (!exchange.greeted) await greet(session);
      exchange.greeted = true;
      return await takeTurns(exchange);
    } catch (error) {
      exchange.greeted = false;
      const isNews = isSaid(error, 'epoch_changed', 'access_changed', 'device_fork', 'gap');
      if (!isNews || beginnings === BEGINNINGS) throw error;
    }
  }
}

async function takeTurns({ session, failing, closing, verify, tell }: Exchange): Promise<Comparison | null> {
  const { base } = session;
  const sendWaiting = async () => {
    if (hasUnsent(base)) await pushAll(session, failing);
  };
  // What another one who joined has sent meanwhile may be the same as what waits here.
  if (readSync(base.writer, 'joinedUpTo') !== null) await pullAll(session);
  await sendWaiting();
  const isFirst = unfinishedSlice(base) !== undefined;
  if (isFirst) tell('firstSync');
  await takeSnapshot(session, sendWaiting);
  await pullAll(session);
  await sendWaiting();
  let found: Comparison | null = null;
  if (verify || isFirst || isVerificationDue(base)) {
    tell('verifying');
    found = await compare(session, closing);
  }
  pruneBookkeeping(base);
  return found;
}

function isVerificationDue(base: Base): boolean {
  const last = readSync(base.writer, 'lastVerifiedAt') ?? 0;
  return base.now() - last > DAY_MS || (base.uncleanExit && last < base.openedAt);
}
