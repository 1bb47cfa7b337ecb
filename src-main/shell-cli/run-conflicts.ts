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
  for (const { id, title, client: place, unit, kept, lost } of rows) {
    const side = ({ value, byName, at }: ConflictRow['kept'], other: ConflictRow['kept']): string =>
      `${value ? differing(value, other.value) : say('conflicts.deleted')} (${byName ?? '?'}, ${moment.format(at)})`;
    printLine(`${id}  ${alignRows([[[title, place?.name].filter(Boolean).join(', '), unit]])[0] ?? ''}`);
    for (const row of alignRows([
      [`  ${say('conflicts.kept')}`, side(kept, lost)],
      [`  ${say('conflicts.lost')}`, side(lost, kept)],
    ]))
      printLine(row);
  }
  if (total > rows.length) printLine(say('search.more'));
}

/** Of the fields that go together those in which the sides differ: `noticeMonths: 6`. */
function differing(value: Record<string, unknown>, other: ConflictRow['kept']['value']): string {
  return Object.entries(value)
    .map(([field, own]) => [field, JSON.stringify(own)] as const)
    .filter(([field, own]) => own !== JSON.stringify(other?.[field] ?? null))
    .map(([field, own]) => `${field}: ${own}`)
    .join(', ');
}
