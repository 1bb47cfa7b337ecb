/**
 * How often one device or one address may ask, per server process: a bucket that refills steadily. With several
 * processes each lets that much through; what must be counted together (sign-ins) is counted in the database.
 */
import { SyncError } from '../sync/sync-error.ts';

interface Bucket {
  left: number;
  at: number;
}

/** Buckets that are full again are forgotten when there are more than this. */
const KEPT = 20_000;

export class BucketLimit {
  readonly #buckets = new Map<string, Bucket>();
  readonly #burst: number;
  readonly #perSecond: number;

  /** `burst` requests at once, then `perMinute`. */
  constructor({ burst, perMinute }: { burst: number; perMinute: number }) {
    this.#burst = burst;
    this.#perSecond = perMinute / 60;
  }

  /** Throws `rate_limited` with the time to wait. `now` in milliseconds. */
  take(key: string, now = performance.now()): void {
    const bucket = this.#buckets.get(key) ?? { left: this.#burst, at: now };
    bucket.left = Math.min(this.#burst, bucket.left + ((now - bucket.at) / 1000) * this.#perSecond);
    bucket.at = now;
    if (bucket.left < 1) {
      this.#buckets.set(key, bucket);
      throw new SyncError('rate_limited', {
        retryAfter: Math.ceil(((1 - bucket.left) / this.#perSecond) * 1000),
      });
    }
    bucket.left -= 1;
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > KEPT) this.#forgetFull(now);
  }

  #forgetFull(now: number): void {
    for (const [key, { left, at }] of this.#buckets) {
      if (left + ((now - at) / 1000) * this.#perSecond >= this.#burst) this.#buckets.delete(key);
    }
    // Under attack from very many addresses the oldest go: memory is bounded before fairness.
    for (const key of this.#buckets.keys()) {
      if (this.#buckets.size <= KEPT) break;
      this.#buckets.delete(key);
    }
  }
}
