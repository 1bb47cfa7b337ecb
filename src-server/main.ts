/** `vizitka server …`: starts the server and stops it in order, or does one thing to its database. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { inviteAdministrator, oldestWorkspace } from './auth/first-start.ts';
import { restoreBackup } from './backup/restore.ts';
import { writeBackup } from './backup/write-backup.ts';
import { BlobFolder } from './blobs/blob-folder.ts';
import { type Command, readCommand, USAGE, UsageError } from './command.ts';
import type { DatabasePlace } from './data/database.ts';
import { StartError } from './data/start-error.ts';
import { inWorkspace } from './data/transaction.ts';
import { sentenceOf, withDatabase, withIdleDatabase } from './place.ts';
import { startServer } from './server.ts';

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

/** Resolves with the exit code when all is done. */
export async function runServer(args: readonly string[]): Promise<number> {
  try {
    const command = readCommand(args);
    if (command === null) {
      print(USAGE);
      return DONE;
    }
    await run(command);
    return DONE;
  } catch (error) {
    if (error instanceof UsageError) {
      complain(`${error.message}\n${USAGE}`);
      return WRONG_USAGE;
    }
    complain(sentenceOf(error));
    return REFUSED;
  }
}

async function run(command: Command): Promise<void> {
  switch (command.name) {
    case 'start':
      return serve(command);
    case 'invite-admin':
      return inviteAdmin(command);
    case 'backup':
      return backup(command);
    case 'restore':
      return restore(command);
  }
}

/** Until a signal. A second one does not wait any more. */
async function serve({
  dataDir,
  host,
  port,
  workspace,
  trustedProxies,
  blobsDir,
  blobQuota,
}: Command): Promise<void> {
  const stopped = nextSignal();
  const server = await startServer({
    place: placeOf(dataDir),
    dataDir,
    host,
    port,
    workspace,
    trustedProxies,
    blobsDir,
    blobQuota,
    metricsToken: process.env['VIZITKA_METRICS_TOKEN'],
    version: ownVersion(),
    writeLog: (line) => void process.stderr.write(line),
  });
  print(`Vizitka server: ${server.url}`);
  if (server.adminInvitation) sayInvitation(server.adminInvitation);
  await stopped;
  await server.stop();
}

function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

async function inviteAdmin({ dataDir, email }: Command): Promise<void> {
  const invitation = await withDatabase(placeOf(dataDir), async (database) => {
    const workspace = await oldestWorkspace(database);
    if (!workspace) throw new StartError('There is no workspace yet. Start the server first.');
    return inWorkspace(database, { workspace }, (tx) => inviteAdministrator(tx, workspace, email));
  });
  sayInvitation(invitation);
}

async function backup({ dataDir, folder, blobsDir }: Command): Promise<void> {
  const { tables, blobs, blobsMissing } = await withDatabase(placeOf(dataDir), (database) =>
    writeBackup(database, folder, ownVersion(), new BlobFolder(blobsDir)),
  );
  print(`Backup written and read back: ${folder}, ${sizeOf(tables)}, ${blobs.length} attachments`);
  if (blobsMissing > 0)
    complain(`${blobsMissing} attachments are not in ${blobsDir} and are not in the backup.`);
}

async function restore({ dataDir, folder, replace, blobsDir }: Command): Promise<void> {
  const blobFolder = new BlobFolder(blobsDir);
  const { createdAt, tables, blobs } = await withIdleDatabase(placeOf(dataDir), (database) =>
    restoreBackup(database, { folder, dataDir, replace, blobFolder }),
  );
  print(
    `Restored as of ${new Date(createdAt).toISOString()}: ${sizeOf(tables)}, ${blobs.length} attachments`,
  );
}

function sizeOf(tables: readonly { rows: number; bytes: number }[]): string {
  const sum = (key: 'rows' | 'bytes') => tables.reduce((all, table) => all + table[key], 0);
  return `${sum('rows')} rows, ${sum('bytes')} bytes`;
}

function sayInvitation(invitation: string): void {
  print(`Invitation of an administrator, for one use within 14 days, shown only now:\n${invitation}`);
}

function placeOf(dataDir: string): DatabasePlace {
  const url = process.env['DATABASE_URL'];
  if (!url) return { dataDir };
  if (!/^postgres(ql)?:\/\/./.test(url) || !URL.canParse(url)) {
    throw new StartError(
      'DATABASE_URL is no address of a PostgreSQL: postgres://user:password@host:5432/database',
    );
  }
  return { url };
}

function ownVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}
