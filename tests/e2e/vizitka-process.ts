/** Vizitka as a user starts it: the browser shell on a profile, and single commands of the command line. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '../..');
const shell = path.join(root, 'src-main/shell-browser/main.ts');
const commandLine = path.join(root, 'bin/vizitka.mjs');

export interface Server {
  /** With a token that works once. */
  address: string;
  pid: number;
  /** Ends it at once and as rudely as a dead battery. */
  kill(): Promise<void>;
  /** Asks it to end, and waits. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** 0 lets the system choose. */
  port?: number;
  /** Of the system; the first start is offered in it. */
  language?: 'sk' | 'en';
}

/** Rejects with what the shell complained of when it does not come up. */
export async function startServer(profile: string, options: StartOptions = {}): Promise<Server> {
  const { port = 0, language = 'sk' } = options;
  const args = [shell, '--profile', profile, '--no-open', '--json', '--port', String(port)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, LANG: language === 'sk' ? 'sk_SK.UTF-8' : 'en_US.UTF-8', LC_ALL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const first = await Promise.race([
    once(child.stdout.setEncoding('utf8'), 'data').then(([line]) => String(line)),
    exit.then(() => Promise.reject(new Error(`the shell ended: ${complaint}`))),
  ]);
  const { address } = JSON.parse(first) as { address: string };
  const end = async (signal: NodeJS.Signals) => {
    if (isRunning(child)) child.kill(signal);
    await exit;
  };
  return { address, pid: child.pid ?? 0, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** `vizitka --profile PROFILE --json ARGS` to its end. */
export function runVizitka(
  profile: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const all = [commandLine, '--profile', profile, '--json', ...args];
    const options = { cwd: root, maxBuffer: 64 << 20, env: { ...process.env, ...env } };
    execFile(process.execPath, all, options, (error, out, err) => {
      const code = error ? Number((error as { code?: unknown }).code ?? 1) : 0;
      resolve({ code, out, err });
    });
  });
}

/** One procedure of the contract through the command line; throws the sentence when it was refused. */
export async function callProcedure<T>(profile: string, procedure: string, input: unknown = {}): Promise<T> {
  const { code, out, err } = await runVizitka(profile, ['call', procedure, JSON.stringify(input)]);
  if (code !== 0) throw new Error(`${procedure}: ${err}`);
  return JSON.parse(out) as T;
}
