/** Vizitka as real processes: one command to its end, or a shell that stays until it is told to go. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const entry = fileURLToPath(new URL('../../bin/vizitka.mjs', import.meta.url));
const server = fileURLToPath(new URL('./serve-profile.ts', import.meta.url));

export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Runs `vizitka ARGS` in English; `language` picks another. */
export async function runVizitka(args: string[], language = 'en_US.UTF-8'): Promise<Ended> {
  const child = start([entry, ...args], language);
  const [out, err, [code]] = await Promise.all([
    readAll(child.stdout),
    readAll(child.stderr),
    once(child, 'close'),
  ]);
  return { code: code as number, out, err };
}

export interface RunningShell {
  child: ChildProcess;
  address: string;
  /** The exit code, when it ends by itself. */
  ended: Promise<number | null>;
  /** Sends the signal and waits for the exit code (null when a signal killed it). */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** The browser shell on a profile, with a page of one line; rejects with what it complained of. */
export async function startShell(profile: string): Promise<RunningShell> {
  const child = start([server, profile], 'en_US.UTF-8');
  onTestFinished(() => void child.kill('SIGKILL'));
  const complaint = readAll(child.stderr);
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const first = await Promise.race([
    once(child.stdout?.setEncoding('utf8') ?? child, 'data') as Promise<[string]>,
    exit.then(async () => Promise.reject(new Error(await complaint))),
  ]);
  const { address } = JSON.parse(String(first[0])) as { address: string };
  return {
    child,
    address,
    ended: exit.then(([code]) => code),
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      return (await exit)[0];
    },
  };
}

function start(args: string[], language: string) {
  const { LC_ALL: _, LC_MESSAGES: __, ...env } = process.env;
  return spawn(process.execPath, args, {
    env: { ...env, LANG: language },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function readAll(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = '';
  if (stream) for await (const part of stream.setEncoding('utf8')) text += String(part);
  return text;
}
