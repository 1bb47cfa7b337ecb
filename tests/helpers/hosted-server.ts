/**
 * A whole server: real HTTP on 127.0.0.1, real PostgreSQL, nothing replaced. Tests take `startServer` (start-server.ts),
 * which gives them a database; a journey has no such run around it and starts one in a folder of its own.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Database, DatabasePlace } from '#server/data/database.ts';
import { type ServerOptions, startServer } from '#server/server.ts';

export interface TestServer {
  readonly url: string;
  /** Of the first administrator; empty when the database had a workspace already. */
  readonly adminInvitation: string;
  readonly workspace: string;
  readonly database: Database;
  /** The server's log, a JSON line each. */
  readonly log: string[];
  stop(): Promise<void>;
}

/** Sign-ins and requests are limited as in earnest unless `wanted` says otherwise. */
export type Wanted = Partial<Omit<ServerOptions, 'place' | 'dataDir'>>;

export async function openServer(
  place: DatabasePlace,
  dataDir: string,
  wanted: Wanted = {},
): Promise<TestServer> {
  const log: string[] = [];
  const running = await startServer({
    place,
    dataDir,
    host: '127.0.0.1',
    port: 0,
    workspace: 'Test',
    trustedProxies: [],
    metricsToken: undefined,
    version: '0.0.0',
    writeLog: (line) => void log.push(line),
    ...wanted,
  });
  const { adminInvitation = '', ...rest } = running;
  let stopped: Promise<void> | undefined;
  return { ...rest, adminInvitation, log, stop: () => (stopped ??= running.stop()) };
}

/** With a PostgreSQL of its own, which ends with it. */
export async function hostServer(wanted: Wanted = {}): Promise<TestServer> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vizitka-server-'));
  const remove = () => fs.rmSync(dataDir, { recursive: true, force: true });
  try {
    const server = await openServer({ dataDir }, dataDir, wanted);
    return { ...server, stop: () => server.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
