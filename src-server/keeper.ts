/** What a server process does from time to time besides answering. */
import type { Attempts } from './auth/attempts.ts';
import { KeptList } from './backup/kept-list.ts';
import type { BlobFolder } from './blobs/blob-folder.ts';
import { collectBlobs } from './blobs/collect.ts';
import type { Database } from './data/database.ts';
import { StandInTerms } from './sync/stand-in-terms.ts';
import type { FastifyBaseLogger } from 'fastify';

const EVERY_MS = 30_000;

export interface Keeper {
  /** Now, for something that must not be forgotten has happened. */
  soon(): void;
  close(): Promise<void>;
}

export interface KeeperParts {
  dataDir: string;
  folder: BlobFolder;
  log: FastifyBaseLogger;
  /** A workspace has come to a number without a push. */
  told(workspace: string, seq: number): void;
}

/** `dataDir`: where the list of what a restore must keep lies; `folder`: the bytes of attachments. */
export async function startKeeper(
  database: Database,
  attempts: Attempts,
  { dataDir, folder, log, told }: KeeperParts,
): Promise<Keeper> {
  const list = await KeptList.open(dataDir);
  let running: Promise<void> = Promise.resolve();
  const terms = new StandInTerms();
  let rounds = 0;

  function run(): Promise<void> {
    rounds += 1;
    const note = (error: unknown) => log.error({ err: error }, 'keeping');
    // Terms end also while something else cannot be kept.
    running = running
      .then(work)
      .catch(note)
      .then(() => terms.settle(database, told))
      .catch(note);
    return running;
  }

  async function work(): Promise<void> {
    await database.asKeeper((client) => list.note(client));
    await collectBlobs(database, folder);
    if (rounds % 20 === 0) await attempts.tidy();
  }

  await run();
  const timer = setInterval(() => void run(), EVERY_MS);
  timer.unref();
  return {
    soon: () => void run(),
    async close() {
      clearInterval(timer);
      await run();
    },
  };
}
