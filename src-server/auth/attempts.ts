/**
 * How often somebody may try to sign in, counted in the database so that all processes count together. Only failures
 * stay counted: an office behind one address signs in as often as it likes.
 */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { SyncError } from '../sync/sync-error.ts';

export interface AttemptLimits {
  readonly perAddress: number;
  readonly perEmail: number;
  readonly windowMs: number;
}

export const ATTEMPT_LIMITS: AttemptLimits = { perAddress: 40, perEmail: 15, windowMs: 15 * 60_000 };

export class Attempts {
  readonly #pool: pg.Pool;
  readonly #limits: AttemptLimits;

  constructor(pool: pg.Pool, limits: AttemptLimits) {
    this.#pool = pool;
    this.#limits = limits;
  }

  /**
   * Counts the attempt before the password is looked at, so that many at once are counted too. Throws `rate_limited`.
   * The function returned takes it back after a success.
   */
  async begin(address: string, email: string): Promise<() => Promise<void>> {
    const buckets = [
      { key: hashOf('address', address), most: this.#limits.perAddress },
      { key: hashOf('email', email), most: this.#limits.perEmail },
    ];
    for (const { key, most } of buckets) await this.#count(key, most);
    return async () => {
      await this.#pool.query(
        'UPDATE auth.attempt SET count = count - 1 WHERE bucket = ANY($1) AND count > 0',
        [buckets.map(({ key }) => key)],
      );
    };
  }

  /** Forgets windows that are over. */
  async tidy(): Promise<void> {
    const over = Date.now() - this.#limits.windowMs;
    await this.#pool.query('DELETE FROM auth.attempt WHERE started_at < $1', [over]);
  }

  async #count(key: Buffer, most: number): Promise<void> {
    const now = Date.now();
    const { rows } = await this.#pool.query<{ started: number; count: number }>(
      `INSERT INTO auth.attempt AS a (bucket, started_at, count) VALUES ($1, $2, 1)
       ON CONFLICT (bucket) DO UPDATE SET
         count = CASE WHEN a.started_at < $3 THEN 1 ELSE a.count + 1 END,
         started_at = CASE WHEN a.started_at < $3 THEN $2 ELSE a.started_at END
       RETURNING started_at AS started, count`,
      [key, now, now - this.#limits.windowMs],
    );
    const row = rows[0];
    if (row && row.count > most) {
      throw new SyncError('rate_limited', {
        retryAfter: Math.max(1000, row.started + this.#limits.windowMs - now),
      });
    }
  }
}

/** Addresses of people are not kept in clear for this. */
function hashOf(kind: string, value: string): Buffer {
  return createHash('sha256').update(`${kind}:${value}`).digest();
}
