/** `restore FILE`: says what the backup holds and what is here now, asks, and puts the present base aside. */
import path from 'node:path';
import type { BackupCounts, BackupPreview, Restored } from '#shared/contract/backups.ts';
import type { CommandLine } from './command-line.ts';
import { backupSentence } from './error-sentence.ts';
import { complain, printJson, printLine } from './print.ts';
import type { Running } from './running.ts';
import { askAtTerminal, askCode } from './unlock.ts';

/** False when the person left it or could not be asked; that was said then. */
export async function runRestore(line: CommandLine, running: Running): Promise<boolean> {
  const { client, say, language } = running;
  const source = { path: path.resolve(line.words[0] ?? '') };
  let preview = await client.backups.inspect({ source });
  let code: string | null = null;
  if (!preview.opens) {
    code = await askCode(say('restore.codeAsk'));
    if (code === null) {
      complain(backupSentence('codeNeeded', language));
      complain(say('restore.codeHint'));
      return false;
    }
    preview = await client.backups.inspect({ source, code });
  }
  if (!line.json) show(preview, running);
  if (line.options.yes !== true && !(await confirmed(running))) return false;
  for await (const event of await client.backups.restore({ source, code })) {
    if (event.type !== 'done') continue;
    tell(event.restored, preview, line.json, running);
    return true;
  }
  throw new Error('the restore ended before its end');
}

function show({ createdAt, counts, present, otherBase }: BackupPreview, { say, language }: Running): void {
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    createdAt,
  );
  printLine(say('restore.backup', { when, ...shown(counts ?? {}) }));
  if (present) printLine(say('restore.present', shown(present.counts)));
  if (otherBase) printLine(say('restore.otherBase'));
}

function shown({ client = 0, contact = 0, interaction = 0, contract = 0 }: BackupCounts) {
  return { clients: client, contacts: contact, records: interaction, contracts: contract };
}

async function confirmed({ say }: Running): Promise<boolean> {
  const answer = await askAtTerminal(say('restore.ask'));
  if (answer?.trim().toLowerCase() === say('restore.yes')) return true;
  complain(say(answer === null ? 'restore.notAsked' : 'restore.left'));
  return false;
}

function tell(restored: Restored, { createdAt }: BackupPreview, json: boolean, { say }: Running): void {
  if (json) return printJson({ createdAt, ...restored });
  const { aside, salvaged } = restored;
  printLine(say('restore.done'));
  if (salvaged) {
    const { actions, records, lostPages, pages } = salvaged;
    printLine(say('restore.salvaged', { actions, records, lost: lostPages, pages }));
  }
  if (aside !== null) printLine(say('restore.aside', { folder: aside }));
}
