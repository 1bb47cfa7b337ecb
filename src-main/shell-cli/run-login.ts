/**
 * `login SERVER`: becomes one more device of a member, or with an invitation a new member. A base that is not empty is
 * joined with the server's only after the person has seen what that means.
 */
import os from 'node:os';
import process from 'node:process';
import type { JoinPlan } from '#shared/contract/sync.ts';
import { type CommandLine, textOption, UsageError } from './command-line.ts';
import { complain, printLine } from './print.ts';
import type { Running } from './running.ts';
import { exchangeNow, troubleSentence } from './run-sync.ts';
import { askAtTerminal, askSecret } from './unlock.ts';

export interface LoginRequest {
  server: string;
  email: string;
  invitation: string | null;
  device: string;
}

export function readLoginRequest(line: CommandLine): LoginRequest {
  const email = textOption(line, 'email');
  if (email === undefined) throw new UsageError('--email');
  return {
    server: line.words[0] ?? '',
    email,
    invitation: textOption(line, 'invitation') ?? null,
    device: textOption(line, 'device') ?? (os.hostname().slice(0, 100) || 'vizitka'),
  };
}

/** False when the person left it, could not be asked, or the exchange did not go through; that was said then. */
export async function runLogin(request: LoginRequest, line: CommandLine, running: Running): Promise<boolean> {
  const { client, say } = running;
  // Never an argument: those can be seen by every user of the computer.
  const password = process.env.VIZITKA_PASSWORD || (await askSecret(say('login.password')));
  if (!password) {
    complain(say('login.noPassword'));
    return false;
  }
  const { joining } = await client.sync.signIn({ ...request, password });
  if (joining && !(await join(line, running))) return false;
  return exchangeNow(line, running);
}

async function join(line: CommandLine, running: Running): Promise<boolean> {
  const { client, say } = running;
  const plan = await planned(running);
  if (!plan) return false;
  if (!line.json) show(plan, running);
  if (line.options.yes !== true && !(await confirmed(running))) {
    await client.sync.cancelJoin({});
    return false;
  }
  await client.sync.join({});
  if (!line.json) printLine(say('login.joined'));
  return true;
}

/** Null when the server's base could not be had; that was said then, and the joining waits. */
async function planned({ client, language }: Running): Promise<JoinPlan | null> {
  const { trouble } = await client.sync.now({});
  if (trouble) complain(troubleSentence(trouble, language));
  return (await client.sync.state({})).joining?.plan ?? null;
}

function show({ server, clients, contacts }: JoinPlan, { say }: Running): void {
  printLine(say('login.server', server));
  printLine(say('login.clients', clients));
  printLine(say('login.contacts', contacts));
}

async function confirmed({ say }: Running): Promise<boolean> {
  const answer = await askAtTerminal(say('login.ask'));
  if (answer?.trim().toLowerCase() === say('restore.yes')) return true;
  complain(say(answer === null ? 'restore.notAsked' : 'restore.left'));
  return false;
}
