/**
 * What other server processes have done, as the database tells it (LISTEN): a new head, a device revoked. Hints only:
 * when the connection breaks, nothing is lost but time, and it is opened again.
 */
import { Client } from 'pg';

export interface Notices {
  close(): Promise<void>;
}

/** Held, shared, by every server process at work: a restore waits for nobody and disturbs nobody. */
export const SERVING = 7_270_102;
const AGAIN_MS = 2_000;

/** `hear` is called with the payload of each notification of its channel. Rejects when the first connection fails. */
export async function listenTo(
  url: string,
  hear: Readonly<Record<string, (payload: string) => void>>,
): Promise<Notices> {
  let closed = false;
  let current: Client | undefined;
  let again: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const client = new Client({ connectionString: url, keepAlive: true });
    client.on('notification', ({ channel, payload }) => hear[channel]?.(payload ?? ''));
    client.on('error', () => undefined);
    client.once('end', reopenLater);
    current = client;
    await client.connect();
    await client.query('SELECT pg_advisory_lock_shared($1)', [SERVING]);
    for (const channel of Object.keys(hear)) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
  }

  function reopenLater(): void {
    clearTimeout(again);
    if (!closed) again = setTimeout(() => void open().catch(reopenLater), AGAIN_MS);
  }

  await open();
  return {
    async close() {
      closed = true;
      clearTimeout(again);
      await current?.end().catch(() => undefined);
    },
  };
}
