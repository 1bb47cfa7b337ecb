/** Ids by the hundred thousand: UUIDv7 (RFC 9562) in ascending order, with randomness drawn in bulk. */
import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const POOL = 16 * 1024;

/** A source of new ids; each is greater than the one before, also within one millisecond. */
export function makeIds(): () => string {
  const pool = new Uint8Array(POOL);
  let used = POOL;
  let seq = 0;
  let last = 0;
  return () => {
    if (used === POOL) {
      randomFillSync(pool);
      used = 0;
    }
    const random = pool.subarray(used, used + 16);
    used += 16;
    // The clock may be set back in the middle of an import; the order must not follow it.
    last = Math.max(last, Date.now());
    seq += 1;
    return v7({ random, msecs: last, seq });
  };
}
