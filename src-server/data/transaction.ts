/** Every transaction belongs to one workspace; row security sees to it that it stays there. */
import type { PoolClient } from 'pg';
import type { Database } from './database.ts';

export type Tx = Pick<PoolClient, 'query'>;

export interface Inside {
  readonly workspace: string;
  readonly member?: string;
}

const MODES = {
  write: { begin: 'BEGIN ISOLATION LEVEL READ COMMITTED', settings: {} },
  /**
   * Everything is read as of one moment, in pages that follow an index: where PostgreSQL has no statistics yet, it would
   * rather sort the whole workspace for each of them.
   */
  snapshot: {
    begin: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
    settings: { enable_sort: 'off', enable_bitmapscan: 'off' },
  },
} as const;

/** Serialisation failure and deadlock: another transaction was in the way, nothing is wrong with this one. */
const RETRIED = new Set(['40001', '40P01']);
const TRIES = 6;

/** Commits when `work` resolves. `work` runs again from its beginning after a deadlock: it keeps nothing outside. */
export async function inWorkspace<T>(
  { pool }: Pick<Database, 'pool'>,
  inside: Inside,
  work: (tx: Tx) => Promise<T>,
  mode: keyof typeof MODES = 'write',
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const client = await pool.connect();
    try {
      const result = await once(client, inside, work, mode);
      client.release();
      return result;
    } catch (error) {
      const isUsable = await client.query('ROLLBACK').then(
        () => true,
        () => false,
      );
      client.release(!isUsable);
      if (attempt === TRIES || !RETRIED.has(String((error as { code?: unknown }).code))) throw error;
    }
  }
}

async function once<T>(
  client: PoolClient,
  { workspace, member = '' }: Inside,
  work: (tx: Tx) => Promise<T>,
  mode: keyof typeof MODES,
): Promise<T> {
  const { begin, settings } = MODES[mode];
  const set = Object.entries({ 'app.workspace': workspace, 'app.member': member, ...settings }).map(
    ([name, value]) => `set_config('${name}', ${client.escapeLiteral(value)}, true)`,
  );
  // One round trip: this stands before every message.
  await client.query(`${begin}; SELECT ${set.join(', ')}`);
  const result = await work(client);
  await client.query('COMMIT');
  return result;
}
