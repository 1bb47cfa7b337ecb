/** Opens the server's database: one given by its address, or our own PostgreSQL in a folder. */
import { Client, Pool, types } from 'pg';
import { type Embedded, startEmbedded } from './embedded.ts';
import { migrateDatabase, migrationState } from './migrate.ts';
import { APP_ROLE, KEEPER_ROLE } from './protect.ts';
import { testIsolation } from './self-test.ts';
import { StartError } from './start-error.ts';

export type DatabasePlace = { url: string } | { dataDir: string };

export interface Database {
  /** Works as a role that sees the rows of one workspace: see `inWorkspace`. */
  readonly pool: Pool;
  /** The address with the owner's rights. */
  readonly url: string;
  /** On a connection of its own that sees every workspace: backup, restore, listing workspaces. */
  asKeeper<T>(work: (client: Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Oldest PostgreSQL with `security_invoker`, as the server states its version. */
const OLDEST = 150_000;
/** A connection that was forgotten in a transaction would hold its workspace's counter. */
const IDLE_IN_TRANSACTION_MS = 60_000;
const INT8 = 20;

/** Counters and milliseconds stay far below 2^53. */
const numbers = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary'
      ? Number
      : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
};

/**
 * Migrates, then tests that workspaces are kept apart. Without `migrate` a database of another version is refused: what
 * is done beside a running server must not change its tables. Throws StartError with a sentence.
 */
export async function openDatabase(
  place: DatabasePlace,
  { migrate = true }: { migrate?: boolean } = {},
): Promise<Database> {
  const embedded = 'dataDir' in place ? await startEmbedded(place.dataDir) : undefined;
  const url = embedded?.url ?? ('url' in place ? place.url : '');
  const pool = new Pool({
    connectionString: url,
    max: 20,
    types: numbers,
    // Compiling a plan costs more than any of these queries; where PostgreSQL can, it does so unasked.
    options: `-c role=${APP_ROLE} -c jit=off -c idle_in_transaction_session_timeout=${IDLE_IN_TRANSACTION_MS}`,
  });
  // An idle connection that breaks is replaced at the next use.
  pool.on('error', () => undefined);
  try {
    await withOwner(url, async (client) => {
      await refuseOld(client);
      await (migrate ? migrateDatabase(client) : refuseOther(client));
    });
    await testIsolation(pool);
  } catch (error) {
    await closeAll(pool, embedded);
    throw error;
  }
  return {
    pool,
    url,
    asKeeper: (work) =>
      withOwner(url, async (client) => {
        await client.query(`SET ROLE ${KEEPER_ROLE}`);
        return work(client);
      }),
    close: () => closeAll(pool, embedded),
  };
}

async function closeAll(pool: Pool, embedded: Embedded | undefined): Promise<void> {
  await pool.end();
  await embedded?.stop();
}

/** On a connection of its own with the owner's rights: migrations, and what changes tables. */
export async function withOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, types: numbers });
  // One that breaks between two questions fails the next one; nobody else has to know.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { code } = error as { code?: string };
    throw new StartError(`The database of DATABASE_URL cannot be reached (${code ?? 'no answer'}).`);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function refuseOther(client: Client): Promise<void> {
  const { rows } = await client.query<{ known: boolean }>(
    `SELECT to_regclass('vizitka.migration') IS NOT NULL AS known`,
  );
  if (!rows[0]?.known) throw new StartError("There is no server's database yet. Start the server first.");
  const { mine, applied } = await migrationState(client);
  if (mine !== applied)
    throw new StartError(
      'The tables are of another version of the server. Use that version, or start this one, which migrates them.',
    );
}

async function refuseOld(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string; name: string }>(
    `SELECT current_setting('server_version_num') AS version, current_setting('server_version') AS name`,
  );
  if (Number(rows[0]?.version) < OLDEST)
    throw new StartError(`PostgreSQL ${rows[0]?.name} is too old: 15 or newer is needed.`);
}
