/** `import FILE`: progress while it runs, then the counts and what is wrong with which row. */
import path from 'node:path';
import process from 'node:process';
import type { ColumnMap, ImportKind, ImportResult, RowProblemEntry } from '#shared/contract/exchange.ts';
import { IMPORT_KINDS } from '#shared/contract/exchange.ts';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { choiceOf, type CommandLine, textOption } from './command-line.ts';
import { FileRefusal, openForReading, readJsonFile } from './files.ts';
import { alignRows, complain, printJson, printLine } from './print.ts';
import type { Running } from './running.ts';
import { fileRefusalSentence, rowProblemSentence } from './exchange-sentence.ts';

export interface ImportRequest {
  file: string;
  as: ImportKind | undefined;
  map: string | undefined;
  encoding: string | undefined;
  delimiter: string | undefined;
  sheet: string | undefined;
  dryRun: boolean;
}

/** Reads the options; wrong ones are wrong usage, found before a base is opened. */
export function readImportRequest(line: CommandLine): ImportRequest {
  const as = textOption(line, 'as');
  const delimiter = textOption(line, 'delimiter');
  const single = delimiter === '\\t' || delimiter === 'tab' ? '\t' : delimiter;
  if (single !== undefined && single.length !== 1) choiceOf(single, [], '--delimiter');
  return {
    file: path.resolve(line.words[0] ?? ''),
    as: as === undefined ? undefined : choiceOf(as, IMPORT_KINDS, '--as'),
    map: textOption(line, 'map'),
    encoding: textOption(line, 'encoding'),
    delimiter: single,
    sheet: textOption(line, 'sheet'),
    dryRun: line.options['dry-run'] === true,
  };
}

/** False when nothing was written although it was asked. */
export async function runImport(request: ImportRequest, json: boolean, running: Running): Promise<boolean> {
  const { file, as, encoding, delimiter, sheet, dryRun } = request;
  await (await openForReading(file)).close();
  const events = await running.client.exchange.run({
    run: randomUUID(),
    source: { path: file },
    options: { as, encoding, delimiter, sheet },
    map: request.map === undefined ? {} : await readMap(request.map),
    dryRun,
  });
  let result: ImportResult | null = null;
  const progress = showProgress(running);
  for await (const event of events) {
    if (event.type === 'progress') progress.show(event);
    else result = event.result;
  }
  progress.clear();
  if (!result) throw new Error('the import ended without a result');
  if (json) printJson(result);
  else printResult(result, running);
  if (result.refused) complain(fileRefusalSentence(result.refused, file, running.language));
  return result.refused === null;
}

async function readMap(file: string): Promise<ColumnMap> {
  const parsed = z.record(z.string(), z.string().nullable()).safeParse(await readJsonFile(file));
  if (!parsed.success) throw new FileRefusal('notJson', file);
  return parsed.data;
}

function printResult(result: ImportResult, running: Running): void {
  const { say } = running;
  const { created } = result;
  const written = result.refused ? 'import.nothing' : 'import.done';
  printLine(say(result.dryRun ? 'import.dryRun' : written, { count: result.rows }));
  const counts: [string, number][] = [
    [say('import.clients'), created.clients],
    [say('import.contacts'), created.contacts],
    [say('import.positions'), created.positions],
    [say('import.filled'), result.filled],
    [say('import.same'), result.same],
    [say('import.differing'), result.differing],
    [say('import.skipped'), result.skipped],
  ];
  for (const line of alignRows(counts.map(([label, count]) => [`  ${label}`, String(count)])))
    printLine(line);
  for (const line of alignRows(result.firstProblems.map((problem) => problemRow(problem, running))))
    printLine(line);
  const left = result.problems - result.firstProblems.length;
  if (left > 0) printLine(say('import.moreProblems', { count: left }));
}

function problemRow(problem: RowProblemEntry, { say, language }: Running): string[] {
  return [
    say('import.row', { row: problem.row }),
    problem.column ?? '',
    rowProblemSentence(problem, language),
  ];
}

/** One line that is written over, only where somebody watches. */
function showProgress({ say }: Running) {
  const watched = process.stderr.isTTY;
  return {
    show({
      phase,
      done,
      total,
    }: {
      phase: 'reading' | 'matching' | 'publishing';
      done: number;
      total: number | null;
    }) {
      if (!watched) return;
      const share = total ? ` ${Math.floor((100 * done) / total)} %` : '';
      process.stderr.write(`\r\u001b[K${say(`import.phase.${phase}`)} ${done}${share}`);
    },
    clear() {
      if (watched) process.stderr.write('\r\u001b[K');
    },
  };
}
