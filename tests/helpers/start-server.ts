/** A whole server for a test, on a database of its own (test-database.ts). */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openServer, type TestServer, type Wanted } from './hosted-server.ts';
import { makeDatabase } from './test-database.ts';

/**
 * Inside a test it stops when the test ends; one started in `beforeAll` is stopped in `afterAll`. `databaseUrl`: that of
 * another server, to be a second process on it or to open it again.
 */
export async function startServer({
  databaseUrl,
  dataDir,
  ...wanted
}: Wanted & { databaseUrl?: string; dataDir?: string } = {}): Promise<TestServer> {
  const folder = dataDir ?? fs.mkdtempSync(path.join(os.tmpdir(), 'vizitka-server-'));
  const running = await openServer({ url: databaseUrl ?? (await makeDatabase()) }, folder, wanted);
  const server = {
    ...running,
    async stop() {
      await running.stop();
      if (dataDir === undefined) fs.rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    onTestFinished(() => server.stop());
  } catch {
    // Not inside a test: see above.
  }
  return server;
}
