/**
 * One PostgreSQL for a whole run of the tests, embedded or that of TEST_DATABASE_URL, made ready when the first file
 * asks for a database. Each gets one of its own, copied from a migrated template.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { prepareAuth } from '#server/auth/first-start.ts';
import { openDatabase } from '#server/data/database.ts';
import { startEmbedded } from '#server/data/embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Port on 127.0.0.1 where each connection is answered with the address of a fresh database. */
    postgresPort: number;
  }
}

const TEMPLATE = 'template_vizitka';

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<Postgres> | undefined;
  // Copies of one template are made one after another: PostgreSQL refuses two at once.
  let queue: Promise<unknown> = Promise.resolve();
  const desk = net.createServer((socket) => {
    running ??= start();
    const made = queue.then(async () => makeDatabase((await running)?.url ?? ''));
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
    await (await running?.catch(() => undefined))?.end();
  };
}

interface Postgres {
  url: string;
  end(): Promise<void>;
}

async function start(): Promise<Postgres> {
  const given = process.env['TEST_DATABASE_URL'];
  const postgres = given ? { url: given, end: () => dropAll(given) } : await startOwn();
  await administer(postgres.url, `CREATE DATABASE ${TEMPLATE}`);
  const template = addressOf(postgres.url, TEMPLATE);
  await (await openDatabase({ url: template })).close();
  await prepareAuth(template);
  return postgres;
}

async function startOwn(): Promise<Postgres> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vizitka-postgres-'));
  const server = await startEmbedded(folder);
  return {
    url: server.url,
    async end() {
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

const databases = [TEMPLATE];

async function dropAll(url: string): Promise<void> {
  for (const name of databases) await administer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

async function makeDatabase(url: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(url, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  databases.push(name);
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
