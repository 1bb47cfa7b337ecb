/** `backup FOLDER`: one verified backup of the base in a folder of the person's choice; it is never rotated away. */
import path from 'node:path';
import type { CommandLine } from './command-line.ts';
import { printJson, printLine } from './print.ts';
import type { Running } from './running.ts';

export async function runBackup({ words, json }: CommandLine, { client, say }: Running): Promise<void> {
  for await (const event of await client.backups.make({ folder: path.resolve(words[0] ?? '') })) {
    if (event.type !== 'done') continue;
    const { file, backup } = event;
    if (json) printJson({ file, createdAt: backup.createdAt, bytes: backup.bytes, counts: backup.counts });
    else printLine(say('backup.done', { file: file ?? '' }));
    return;
  }
  throw new Error('the backup ended before its end');
}
