/**
 * A PostgreSQL of our own in a folder. It outlives a killed server; the next start finds it by its lock, which the
 * dead one no longer holds, stops it and starts anew.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { type Binaries, findBinaries } from './binaries.ts';
import { StartError } from './start-error.ts';
import { findIdentity, type Identity } from './unprivileged.ts';

export interface Embedded {
  readonly url: string;
  /** Waits until everything is on the disk. */
  stop(): Promise<void>;
}

const run = promisify(execFile);
const USER = 'vizitka';
const DATABASE = 'vizitka';
/** Number of the lock that the one server of a folder holds. */
const HOLDER = 7_270_001;
const START_MS = 60_000;

interface Cluster {
  readonly folder: string;
  readonly password: string;
  readonly programs: Binaries;
  readonly identity: Identity;
}

/** Throws StartError when another server uses the folder. */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  const cluster = await prepareCluster(dataDir);
  await stopOrphan(cluster);
  const port = await freePort();
  const child = await startPostgres(cluster, port);
  const holder = await connect(cluster, port, 'postgres');
  // The connection breaks when PostgreSQL stops first; whoever works with it learns that by himself.
  holder.on('error', () => undefined);
  if (!(await hold(holder))) throw inUse(cluster.folder);
  await ensureDatabase(holder);
  return {
    url: urlOf(cluster, port, DATABASE),
    async stop() {
      await holder.end().catch(() => undefined);
      // From here on the process waits for it: without, it could end before it has heard that PostgreSQL did.
      child.ref();
      await stopPostgres(cluster);
      if (child.exitCode === null && child.signalCode === null)
        await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

/** The address of the PostgreSQL that runs in this folder now, whoever started it. */
export async function addressOfRunning(dataDir: string): Promise<string | undefined> {
  const folder = path.join(dataDir, 'postgres');
  if (!existsSync(folder)) return undefined;
  const cluster = await prepareCluster(dataDir);
  const port = portInUse(cluster);
  return port !== undefined && (await isRunning(cluster)) ? urlOf(cluster, port, DATABASE) : undefined;
}

async function prepareCluster(dataDir: string): Promise<Cluster> {
  const programs = await findBinaries();
  const identity = findIdentity();
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // the other user must get through to his folder, and sees nothing else
  if (identity.uid !== undefined) chmodSync(dataDir, 0o711);
  const folder = path.join(dataDir, 'postgres');
  const secret = path.join(dataDir, 'postgres-password');
  if (!existsSync(secret))
    writeFileSync(secret, randomBytes(24).toString('hex'), { mode: 0o600, flush: true });
  const cluster = { folder, password: readFileSync(secret, 'utf8').trim(), programs, identity };
  if (!existsSync(folder)) await initialise(cluster, dataDir);
  return cluster;
}

/** Into a folder beside, then renamed: one that was cut short is not taken for a whole one. */
async function initialise({ folder, password, programs, identity }: Cluster, dataDir: string): Promise<void> {
  const fresh = path.join(dataDir, `postgres-new-${randomBytes(4).toString('hex')}`);
  const passwordFile = `${fresh}.password`;
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (identity.uid !== undefined && identity.gid !== undefined) {
    chownSync(fresh, identity.uid, identity.gid);
    chownSync(passwordFile, identity.uid, identity.gid);
  }
  const flags = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', '--no-instructions'];
  const who = [`--username=${USER}`, `--pwfile=${passwordFile}`];
  try {
    await run(programs.initdb, [`--pgdata=${fresh}`, ...flags, ...who], { ...identity, cwd: '/' });
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (existsSync(folder)) return;
    const { stderr } = error as { stderr?: string };
    throw new StartError(`PostgreSQL could not be set up in ${folder}: ${stderr?.trim() ?? String(error)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function stopOrphan(cluster: Cluster): Promise<void> {
  const port = portInUse(cluster);
  if (port === undefined || !(await isRunning(cluster))) return;
  let isOrphan: boolean;
  try {
    const client = await connect(cluster, port, 'postgres');
    isOrphan = await hold(client);
    await client.end();
  } catch {
    throw inUse(cluster.folder);
  }
  if (!isOrphan) throw inUse(cluster.folder);
  await stopPostgres(cluster);
}

/** The port stands in the fourth line of PostgreSQL's own lock file. */
function portInUse({ folder }: Cluster): number | undefined {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  return Number(readFileSync(file, 'utf8').split('\n')[3]) || undefined;
}

async function isRunning({ folder, programs, identity }: Cluster): Promise<boolean> {
  try {
    await run(programs.pg_ctl, ['status', '-D', folder], { ...identity, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

/** Its output is read but not kept: messages of PostgreSQL may hold values that people typed. */
async function startPostgres(cluster: Cluster, port: number): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    lc_messages: 'C',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    // A base that was just filled is known to the planner after seconds, not after a minute.
    autovacuum_naptime: '5s',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(cluster.programs.postgres, ['-D', cluster.folder, '-p', String(port), ...flags], {
    ...cluster.identity,
    cwd: cluster.folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    // An interrupt from the keyboard reaches the server only, which then stops this in order.
    detached: true,
  });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new StartError('PostgreSQL did not start in time.')), START_MS);
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(timer);
      reject(
        said.includes('postmaster.pid')
          ? inUse(cluster.folder)
          : new StartError(`PostgreSQL did not start: ${said.trim().slice(-500)}`),
      );
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000);
      if (!said.includes('ready to accept connections')) return;
      clearTimeout(timer);
      resolve();
    });
  });
  child.removeAllListeners('exit');
  child.unref();
  return child;
}

async function stopPostgres({ folder, programs, identity }: Cluster): Promise<void> {
  const order = ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '120'];
  await run(programs.pg_ctl, order, { ...identity, cwd: '/' }).catch((error: unknown) => {
    if (existsSync(path.join(folder, 'postmaster.pid'))) throw error;
  });
}

async function hold(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [HOLDER]);
  return rows[0]?.held === true;
}

async function ensureDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
}

function urlOf({ password }: Cluster, port: number, database: string): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

async function connect(cluster: Cluster, port: number, database: string): Promise<Client> {
  const client = new Client({
    connectionString: urlOf(cluster, port, database),
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  return client;
}

function inUse(folder: string): StartError {
  return new StartError(`Another server uses ${folder}. Stop it, or give this one a folder of its own.`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
