/** A database of its own for one test file, on the PostgreSQL of the run (postgres-run.ts). */
import { once } from 'node:events';
import net from 'node:net';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';
import { type Database, openDatabase } from '#server/data/database.ts';

/** The address of a fresh, migrated database, with the owner's rights. */
export async function makeDatabase(): Promise<string> {
  const socket = net.connect(inject('postgresPort'), '127.0.0.1');
  await once(socket, 'connect');
  const answer = await text(socket);
  if (!answer.startsWith('postgres://')) throw new Error(answer);
  return answer;
}

/** The caller closes it. */
export async function openTestDatabase(): Promise<Database> {
  return openDatabase({ url: await makeDatabase() });
}
