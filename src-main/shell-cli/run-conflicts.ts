/** `conflicts`: what two people changed at once; `--take kept|restored ID…` settles it. */
import type { ConflictRow } from '#shared/contract/sync.ts';
import { choiceOf, type CommandLine, SIDES, textOption, UsageError } from './command-line.ts';
import { alignRows, printJson, printLine } from './print.ts';
import type { Running } from './running.ts';

export interface Taken {
  choice: (typeof SIDES)[number];
  ids: string[];
}

/** Null when conflicts are only to be listed. */
export function readTaken(line: CommandLine): Taken | null {
  const side = textOption(line, 'take');
  if (side === undefined) {
    if (line.words.length > 0) throw new UsageError(line.words[0]);
    return null;
  }
  if (line.words.length === 0) throw new UsageError('--take');
  return { choice: choiceOf(side, SIDES, '--take'), ids: line.words };
}

export async function runConflicts(
  taken: Taken | null,
  { json }: CommandLine,
  { client, say, language }: Running,
): Promise<void> {
  if (taken) {
    const answer = await client.conflicts.resolve(taken);
    if (json) printJson(answer);
    else printLine(say('conflicts.settled', { count: taken.ids.length }));
    return;
  }
  const { rows, total } = await client.conflicts.list({});
  if (json) return printJson({ rows, total });
  if (total === 0) return printLine(say('conflicts.none'));
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' });
  const side = ({ value, byName, at }: ConflictRow['kept']): string =>
    `${value === null ? say('conflicts.deleted') : JSON.stringify(value)} (${byName ?? '?'}, ${moment.format(at)})`;
  for (const { id, title, client: place, unit, kept, lost } of rows) {
    printLine(`${id}  ${alignRows([[[title, place?.name].filter(Boolean).join(', '), unit]])[0] ?? ''}`);
    for (const row of alignRows([
      [`  ${say('conflicts.kept')}`, side(kept)],
      [`  ${say('conflicts.lost')}`, side(lost)],
    ]))
      printLine(row);
  }
  if (total > rows.length) printLine(say('search.more'));
}
