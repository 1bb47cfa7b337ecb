/** `sync` exchanges with the server, once or until it is ended; `status` says how that stands. */
import { setTimeout as wait } from 'node:timers/promises';
import type { SyncState, SyncTrouble } from '#shared/contract/sync.ts';
import { catalogues } from '#shared/i18n/index.ts';
import type { CommandLine } from './command-line.ts';
import { alignRows, complain, printJson, printLine } from './print.ts';
import type { Running } from './running.ts';

const EVERY_MS = 5_000;

/** The window's sentence. */
export function troubleSentence(trouble: SyncTrouble, language: 'sk' | 'en'): string {
  return catalogues[language].sync.trouble[trouble];
}

export async function runSync(line: CommandLine, running: Running): Promise<boolean> {
  if ((await running.client.sync.state({})).joining) {
    complain(running.say('status.joining'));
    return false;
  }
  if (line.options.once === true) return exchangeNow(line, running);
  await follow(line, running);
  return true;
}

/** One exchange to its end; false when it did not go through. */
export async function exchangeNow(
  { json }: CommandLine,
  { client, say, language }: Running,
): Promise<boolean> {
  const { sent, received, trouble: troubleOfRecords } = await client.sync.now({});
  // A command ends when it has said so: whatever is to go along goes now.
  const moved = troubleOfRecords === null ? await client.sync.moveAttachments({}) : null;
  const trouble = troubleOfRecords ?? moved?.trouble ?? null;
  if (json) printJson({ sent, received, trouble });
  else if (trouble) complain(troubleSentence(trouble, language));
  else printLine(say('sync.done', { sent, received }));
  return trouble === null;
}

/** A line for every exchange in which something happened, until the command is ended. */
async function follow({ json }: CommandLine, { client, say, language }: Running): Promise<void> {
  let shown = (await client.sync.exchanges({ limit: 1 }))[0]?.at ?? 0;
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
  for (;;) {
    const { trouble: now } = await client.sync.now({});
    if (now === null) await client.sync.moveAttachments({});
    const fresh = (await client.sync.exchanges({})).filter(({ at }) => at > shown).toReversed();
    for (const exchange of fresh) {
      shown = exchange.at;
      const { at, sent, received, trouble } = exchange;
      const done = say('sync.done', { sent, received });
      if (json) printJson(exchange);
      else printLine(`${clock.format(at)}  ${trouble ? troubleSentence(trouble, language) : done}`);
    }
    await wait(EVERY_MS);
  }
}

export async function runStatus({ json }: CommandLine, { client, say, language }: Running): Promise<void> {
  const state = await client.sync.state({});
  if (json) return printJson(state);
  for (const row of alignRows(describe(state, say, language))) printLine(row);
  if (state.trouble) printLine(troubleSentence(state.trouble.reason, language));
  if (state.staysOffline) printLine(say('status.staysOffline'));
  if (state.joining) printLine(say('status.joining'));
}

function describe(state: SyncState, say: Running['say'], language: 'sk' | 'en'): string[][] {
  const { connection } = state;
  if (!connection) return [[say('status.alone')]];
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const when = (at: number | null) => (at === null ? say('status.never') : moment.format(at));
  return [
    [say('status.server'), `${connection.workspace.name}, ${connection.server}`],
    [say('status.member'), `${connection.member.name}, ${connection.member.email}`],
    [
      say('status.unsent'),
      String(state.unsent) +
        (state.oldestUnsentAt === null ? '' : ` (${moment.format(state.oldestUnsentAt)})`),
    ],
    [say('status.exchanged'), when(state.lastExchangeAt)],
    [say('status.verified'), when(state.lastVerifiedAt)],
    [say('status.conflicts'), String(state.openConflicts)],
    [say('status.rejected'), String(state.rejected)],
  ];
}
