/** Puts the server together: database, sign-in, exchange, HTTP; and takes it apart again in order. */
import type { AddressInfo } from 'node:net';
import { accountsAreCurrent, openAccounts } from './auth/accounts.ts';
import { Attempts, ATTEMPT_LIMITS, type AttemptLimits } from './auth/attempts.ts';
import { makeAuthenticate } from './auth/authenticate.ts';
import { REVOKED_CHANNEL } from './auth/device-tokens.ts';
import { ensureWorkspace, prepareAuth } from './auth/first-start.ts';
import { makeAuthHandlers } from './auth/handlers.ts';
import { openBlobDesk } from './blobs/blob-desk.ts';
import { BlobFolder } from './blobs/blob-folder.ts';
import { blobsIn } from './blobs/blobs-in.ts';
import { type Database, type DatabasePlace, openDatabase } from './data/database.ts';
import { migrationState } from './data/migrate.ts';
import { StartError } from './data/start-error.ts';
import { openExchange } from './exchange.ts';
import { readGauges } from './gauges.ts';
import { HEAD_CHANNEL, Heads } from './heads.ts';
import { buildApp } from './http/app.ts';
import { type LogLine, openLog } from './http/log.ts';
import { Metrics } from './http/metrics.ts';
import { describeMessages } from './http/openapi.ts';
import { Pokes } from './http/poke.ts';
import { LIMITS, type Limits } from './http/routes.ts';
import { listenTo } from './notices.ts';
import { startKeeper } from './keeper.ts';

export interface ServerOptions {
  readonly place: DatabasePlace;
  /** Also with a PostgreSQL elsewhere: the list of what a restore must keep lies here. */
  readonly dataDir: string;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Name of the workspace at the first start. */
  readonly workspace: string;
  readonly trustedProxies: readonly string[];
  readonly metricsToken: string | undefined;
  readonly version: string;
  readonly writeLog: LogLine;
  readonly limits?: Limits;
  readonly attemptLimits?: AttemptLimits;
  /** Between signs of life in streams of hints. */
  readonly heartbeatMs?: number;
  /** Folder of the bytes of attachments, shared by all processes on one database; `blobs` in `dataDir` by default. */
  readonly blobsDir?: string | undefined;
  /** Bytes of attachments in one workspace; no bound by default. */
  readonly blobQuota?: number | null | undefined;
}

export interface RunningServer {
  readonly url: string;
  readonly database: Database;
  readonly workspace: string;
  /** Only at the first start. */
  readonly adminInvitation: string | undefined;
  stop(): Promise<void>;
}

/** Throws StartError with a sentence for the operator. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const closing: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    const failures: unknown[] = [];
    for (const close of closing.splice(0).toReversed()) {
      // One part that cannot end in order keeps no other one open.
      await close().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  };
  try {
    return await compose(options, closing, stop);
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

async function compose(
  options: ServerOptions,
  closing: (() => Promise<unknown>)[],
  stop: () => Promise<void>,
): Promise<RunningServer> {
  const database = await openDatabase(options.place);
  closing.push(() => database.close());
  const secret = await prepareAuth(database.url);
  const accounts = await openAccounts(database.pool, secret);
  const first = await ensureWorkspace(database, options.workspace);
  const log = openLog(options.writeLog);
  const metrics = new Metrics();
  const pokes = new Pokes(metrics, options.heartbeatMs);
  const heads = new Heads(database.pool, (workspace, head) => pokes.tell(workspace, head));
  const attempts = new Attempts(database.pool, options.attemptLimits ?? ATTEMPT_LIMITS);
  const folder = new BlobFolder(options.blobsDir ?? blobsIn(options.dataDir));
  const blobs = openBlobDesk(database, { folder, quota: options.blobQuota ?? null });
  const keeper = await startKeeper(database, attempts, {
    dataDir: options.dataDir,
    folder,
    log,
    told: (workspace, seq) => heads.moved(workspace, seq),
  });
  closing.push(() => keeper.close());
  const notices = await listenTo(database.url, {
    [HEAD_CHANNEL]: (payload) => heads.heard(payload),
    [REVOKED_CHANNEL]: (payload) => {
      pokes.closeDevice(payload);
      keeper.soon();
    },
  });
  closing.push(() => notices.close());
  const exchange = openExchange(database, { metrics, heads, onErased: () => keeper.soon() });
  closing.push(async () => {
    heads.close();
    await exchange.close();
  });
  const app = buildApp({
    handlers: {
      ...makeAuthHandlers({ database, accounts, attempts, metrics, version: options.version }),
      ...exchange.handlers,
      blobs: (input, caller) => blobs.ask(input, caller),
    },
    blobs,
    authenticate: makeAuthenticate(database),
    operator: {
      checkHealth: () => checkHealth(database, secret),
      readGauges: (target) => readGauges(database, target),
      description: describeMessages(options.version),
      metricsToken: options.metricsToken,
    },
    metrics,
    pokes,
    limits: options.limits ?? LIMITS,
    trustedProxies: options.trustedProxies,
    log,
  });
  closing.push(() => app.close());
  await listen(() => app.listen({ host: options.host, port: options.port }), options);
  return {
    url: urlOf(options.host, app.server.address() as AddressInfo),
    database,
    workspace: first.workspace,
    adminInvitation: first.invitation,
    stop,
  };
}

async function checkHealth(database: Database, secret: string): Promise<void> {
  const { mine, applied } = await migrationState(database.pool);
  if (mine !== applied) throw new Error('migrations are not current');
  if (!(await accountsAreCurrent(database.pool, secret)))
    throw new Error('tables of accounts are not current');
}

async function listen(open: () => Promise<unknown>, { host, port }: ServerOptions): Promise<void> {
  try {
    await open();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartError(`Port ${port} on ${host} is in use. Give another with --port.`);
    if (code === 'EACCES')
      throw new StartError(`Port ${port} may not be opened by this user. Give another with --port.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartError(`This machine has no address ${host}.`);
    throw error;
  }
}

function urlOf(host: string, { port, family, address }: AddressInfo): string {
  const shown = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${shown}:${port}`;
}
