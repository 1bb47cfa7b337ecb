/** What `vizitka server …` was asked for. Anything unknown is wrong usage. */
import { isIP } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import envPaths from 'env-paths';
import { blobsIn } from './blobs/blobs-in.ts';

export const USAGE = `Usage:
  vizitka server [--data DIR] [--port N] [--host H] [--workspace NAME] [--trust-proxy ADDRESSES]
      Starts the server. With DATABASE_URL it works on that PostgreSQL (15 or newer),
      without it on one of its own in DIR.
  vizitka server invite-admin [--data DIR] [--email ADDRESS]
      Prints a new invitation for an administrator.
  vizitka server backup BACKUP [--data DIR]
      Writes everything into the new folder BACKUP and reads it back.
  vizitka server restore BACKUP [--data DIR] [--replace]
      Reads a backup into an empty database; --replace gives up what is there.

  --blobs DIR        the bytes of attachments; by default blobs in the data folder.
                     Several servers on one database must share this folder.
  --blob-quota GB    bound of the attachments of one workspace; none by default

  VIZITKA_METRICS_TOKEN   who has it may read /metrics from elsewhere`;

const OPTIONS = {
  data: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  workspace: { type: 'string' },
  'trust-proxy': { type: 'string' },
  blobs: { type: 'string' },
  'blob-quota': { type: 'string' },
  email: { type: 'string' },
  replace: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Option = keyof typeof OPTIONS;
const COMMANDS = {
  start: { options: ['data', 'port', 'host', 'workspace', 'trust-proxy', 'blobs', 'blob-quota'], words: 0 },
  'invite-admin': { options: ['data', 'email'], words: 0 },
  backup: { options: ['data', 'blobs'], words: 1 },
  restore: { options: ['data', 'blobs', 'replace'], words: 1 },
} as const satisfies Record<string, { options: readonly Option[]; words: number }>;

/** Reached by devices from elsewhere, so a fixed one. */
const PORT = 8410;

export interface Command {
  readonly name: keyof typeof COMMANDS;
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly workspace: string;
  readonly trustedProxies: readonly string[];
  /** Folder of the bytes of attachments. */
  readonly blobsDir: string;
  /** Bytes; null where there is no bound. */
  readonly blobQuota: number | null;
  readonly email: string | null;
  readonly replace: boolean;
  /** Of `backup` and `restore`. */
  readonly folder: string;
}

export class UsageError extends Error {}

/** Throws `UsageError`; null when the usage was asked for. */
export function readCommand(args: readonly string[]): Command | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [word = 'start', ...words] = positionals;
  if (!Object.hasOwn(COMMANDS, word)) throw new UsageError(`unknown: ${word}`);
  const name = word as keyof typeof COMMANDS;
  const { options, words: count } = COMMANDS[name];
  const foreign = (Object.keys(values) as Option[]).find(
    (option) => !(options as readonly Option[]).includes(option),
  );
  if (foreign) throw new UsageError(`--${foreign} means nothing here`);
  if (words.length !== count)
    throw new UsageError(count === 0 ? `unknown: ${words[0]}` : `${name} takes one folder`);
  const dataDir = path.resolve(values.data ?? envPaths('vizitka-server', { suffix: '' }).data);
  return {
    name,
    dataDir,
    blobsDir: path.resolve(values.blobs ?? blobsIn(dataDir)),
    blobQuota: quotaOf(values['blob-quota']),
    port: portOf(values.port),
    host: values.host ?? '127.0.0.1',
    workspace: values.workspace?.trim() || 'Vizitka',
    trustedProxies: proxiesOf(values['trust-proxy'] ?? ''),
    email: values.email ?? null,
    replace: values.replace ?? false,
    folder: path.resolve(words[0] ?? '.'),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Addresses, networks, or one of the names that stand for the private ones. */
function proxiesOf(text: string): string[] {
  const parts = text.split(',').flatMap((part) => part.trim() || []);
  for (const part of parts) {
    const [address = '', bits] = part.split('/');
    const isNetwork = isIP(address) !== 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
    if (!isNetwork && !['loopback', 'linklocal', 'uniquelocal'].includes(part)) {
      throw new UsageError(`--trust-proxy ${part}`);
    }
  }
  return parts;
}

function quotaOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,6}(\.\d{1,3})?$/.test(text)) throw new UsageError(`--blob-quota ${text}`);
  return Math.round(Number(text) * 1e9);
}

function portOf(text = String(PORT)): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new UsageError(`--port ${text}`);
  return Number(text);
}
