/**
 * One embedded PostgreSQL for a whole run of the tests, started when the first file asks for a database. Each gets one
 * of its own, copied from a migrated template.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { prepareAuth } from '#server/auth/first-start.ts';
import { openDatabase } from '#server/data/database.ts';
import { type Embedded, startEmbedded } from '#server/data/embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Port on 127.0.0.1 where each connection is answered with the address of a fresh database. */
    postgresPort: number;
  }
}

const TEMPLATE = 'template_vizitka';

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<{ server: Embedded; folder: string }> | undefined;
  // Copies of one template are made one after another: PostgreSQL refuses two at once.
  let queue: Promise<unknown> = Promise.resolve();
  const desk = net.createServer((socket) => {
    running ??= start();
    const made = queue.then(async () => makeDatabase((await running)?.server.url ?? ''));
    queue = made.catch(() => undefined);
    made.then(
      (url) => socket.end(url),
      (error: unknown) => socket.end(`error: ${String(error)}`),
    );
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  project.provide('postgresPort', (desk.address() as net.AddressInfo).port);
  return async () => {
    desk.close();
    const started = await running?.catch(() => undefined);
    await started?.server.stop();
    if (started) fs.rmSync(started.folder, { recursive: true, force: true });
  };
}

async function start(): Promise<{ server: Embedded; folder: string }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vizitka-postgres-'));
  const server = await startEmbedded(folder);
  await administer(server.url, `CREATE DATABASE ${TEMPLATE}`);
  const template = addressOf(server.url, TEMPLATE);
  await (await openDatabase({ url: template })).close();
  await prepareAuth(template);
  return { server, folder };
}

async function makeDatabase(url: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(url, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  return addressOf(url, name);
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

function addressOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
