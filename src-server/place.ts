/** The database for one thing that is done beside the server or without it, and sentences for what keeps it away. */
import { type Database, type DatabasePlace, openDatabase } from './data/database.ts';
import { addressOfRunning } from './data/embedded.ts';
import { StartError } from './data/start-error.ts';
import { prepareAuth } from './auth/first-start.ts';

/** Works on the PostgreSQL of a running server as well: a backup does not stop anybody, and changes no tables. */
export async function withDatabase<T>(
  place: DatabasePlace,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const running = 'dataDir' in place ? await addressOfRunning(place.dataDir) : undefined;
  const database = await openDatabase(running === undefined ? place : { url: running }, { migrate: false });
  return closing(database, work);
}

/** With this version's tables; on a PostgreSQL of its own only when no server uses it. */
export async function withIdleDatabase<T>(
  place: DatabasePlace,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(place);
  return closing(database, async () => {
    await prepareAuth(database.url);
    return work(database);
  });
}

async function closing<T>(database: Database, work: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const OF_FILES: Record<string, string> = {
  EACCES: 'may not be used by this user',
  EPERM: 'may not be used by this user',
  EROFS: 'cannot be written to',
  ENOSPC: 'has no space left',
  ENOTDIR: 'is no folder',
  EEXIST: 'is no folder',
  ENOENT: 'is not there',
};

/** One for an operator; what is unexpected is told with its place in the program. */
export function sentenceOf(error: unknown): string {
  if (error instanceof StartError) return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  const why = OF_FILES[code ?? ''];
  if (why && path) return `${path} ${why}.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
