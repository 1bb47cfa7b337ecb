/**
 * The gate on the command line: a shut base opens with its recovery code, from the environment or typed at the
 * terminal. Never an argument, because those can be seen by every user of the computer.
 */
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { type SayShell, shellWords } from '#shared/i18n/shell-words.ts';
import type { EngineClient } from '../engine/reach.ts';
import { complain } from './print.ts';

/** True when the base is open; otherwise the reason was said. */
export async function passGate(client: EngineClient, language: 'sk' | 'en'): Promise<boolean> {
  const state = await client.gate.state({});
  if (!state.shut) return true;
  const say = shellWords(language);
  complain(say(`refused.${state.shut}`, { folder: state.folder, file: state.file ?? '' }));
  if (!state.recoveryCode || state.shut === 'damaged' || state.shut === 'baseMissing') return false;
  const code = await askCode(say('recovery.ask'));
  if (code === null) {
    complain(say('recovery.hint'));
    return false;
  }
  return tryCode(client, code, say, language);
}

/** The code from the environment, else typed at the terminal; null where there is neither. */
export async function askCode(question: string): Promise<string | null> {
  const given = process.env.VIZITKA_RECOVERY_CODE;
  if (given) return given;
  return askAtTerminal(question);
}

/** What is typed is not shown. Null where nobody can be asked, or nothing was typed. */
export async function askSecret(question: string): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  try {
    return (await Promise.race([terminal.question(''), closed])) || null;
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

/** Null where nobody can be asked, or nothing was typed. */
export async function askAtTerminal(question: string): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  try {
    return (await Promise.race([terminal.question(question), closed])) || null;
  } finally {
    terminal.close();
  }
}

async function tryCode(
  client: EngineClient,
  code: string,
  say: SayShell,
  language: 'sk' | 'en',
): Promise<boolean> {
  const { opened, problem, groups, changedAt } = await client.gate.unlock({ code });
  if (opened) complain(say('recovery.opened'));
  else if (problem)
    complain(
      say(`recovery.${problem}`, {
        groups: groups.join(', '),
        when: new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(changedAt ?? 0),
      }),
    );
  return opened;
}
