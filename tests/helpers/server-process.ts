/** `vizitka server` as people start it: bin/vizitka.mjs in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const entry = fileURLToPath(new URL('../../bin/vizitka.mjs', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface ServerProcess {
  readonly url: string;
  /** At the first start. */
  readonly invitation: string | undefined;
  readonly child: ChildProcess;
  end(signal?: NodeJS.Signals): Promise<Ended>;
}

type Env = Record<string, string | undefined>;

/** To its end: a command, or a server that does not start. */
export async function runServerCommand(args: string[], env: Env = {}): Promise<Ended> {
  const child = start(args, env);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: code as number | null, out, err };
}

/** Rejects with what it complained of when it ends instead of starting. */
export async function startServerProcess(args: string[], env: Env = {}): Promise<ServerProcess> {
  const child = start([...args, '--port', '0'], env);
  let out = '';
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (err += part));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part;
      const address = /^Vizitka server: (\S+)\n/m.exec(out)?.[1];
      if (address) resolve(address);
    });
    ended.then(({ code }) => reject(new Error(`ended with ${code}: ${err}`)), reject);
  });
  return {
    url,
    child,
    get invitation() {
      return /^vi\.\S+$/m.exec(out)?.[0];
    },
    end(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

function start(args: string[], env: Env) {
  const child = spawn(process.execPath, [entry, 'server', ...args], {
    env: { ...process.env, DATABASE_URL: undefined, NODE_OPTIONS: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}
