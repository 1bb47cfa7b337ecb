/** Stamps of a device whose clock is ahead: the server never refuses for it, nor lets such a device win for days. */
import { type Hlc, hlcDeviceOf, hlcFromHex, hlcToHex, nextHlc } from './hlc.ts';
import { STAMP_AHEAD_MS } from './wire.ts';

/**
 * The changes of one push in their order; those stamped more than two minutes ahead of `serverNow` (UTC
 * milliseconds) get stamps of the server's time, later than all that stand before them in the batch.
 */
export function restampAhead<C extends { hlc: string }>(changes: readonly C[], serverNow: number): C[] {
  let last: Hlc = { ms: 0, counter: 0 };
  return changes.map((change) => {
    const own = hlcFromHex(change.hlc);
    const isAhead = own.ms > serverNow + STAMP_AHEAD_MS;
    const stamp = isAhead ? nextHlc(last, serverNow) : own;
    if (isAhead || isLater(own, last)) last = stamp;
    return isAhead ? { ...change, hlc: hlcToHex(stamp, hlcDeviceOf(change.hlc)) } : change;
  });
}

/** A moment the device noted (UTC milliseconds), not later than the server allows. */
export function momentAt(at: number, serverNow: number): number {
  return at > serverNow + STAMP_AHEAD_MS ? serverNow : at;
}

function isLater(a: Hlc, b: Hlc): boolean {
  return a.ms - b.ms > 0 || (a.ms === b.ms && a.counter > b.counter);
}
