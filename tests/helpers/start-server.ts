/** A whole server for a test, on a database of its own (test-database.ts). */
import { onTestFinished } from 'vitest';
import { openServer, type TestServer, type Wanted } from './hosted-server.ts';
import { makeDatabase } from './test-database.ts';

/**
 * Inside a test it stops when the test ends; one started in `beforeAll` is stopped in `afterAll`. `databaseUrl`: that of
 * another server, to be a second process on it or to open it again.
 */
export async function startServer({
  databaseUrl,
  ...wanted
}: Wanted & { databaseUrl?: string } = {}): Promise<TestServer> {
  const server = await openServer({ url: databaseUrl ?? (await makeDatabase()) }, wanted);
  try {
    onTestFinished(() => server.stop());
  } catch {
    // Not inside a test: see above.
  }
  return server;
}
