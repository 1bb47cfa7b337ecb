/** The commands that only read: search, call, procedures, verify. */
import type { CommandLine } from './command-line.ts';
import { jsonWord, UsageError } from './command-line.ts';
import { alignRows, printJson, printLine } from './print.ts';
import { callByName, describeProcedures, isProcedure } from './procedures.ts';
import type { Running } from './running.ts';

/** As many hits of each kind as the contract gives at once. */
const HITS = 50;

export async function runSearch({ words, json }: CommandLine, { client, say }: Running): Promise<void> {
  const found = await client.search.find({ text: words.join(' '), limit: HITS });
  if (json) return printJson(found);
  const filled = found.groups.filter(({ hits }) => hits.length > 0);
  if (filled.length === 0) printLine(say('search.nothing'));
  for (const { kind, hits, more } of filled) {
    printLine(say(`search.${kind}`));
    const rows = hits.map(({ title, subtitle, excerpt, id }) => [
      `  ${title}`,
      subtitle ?? '',
      excerpt ?? '',
      id,
    ]);
    for (const line of alignRows(rows)) printLine(line);
    if (more) printLine(`  ${say('search.more')}`);
  }
}

/** Answers are JSON in either case, on one line with `--json`; a stream prints one line for each event. */
export async function runCall({ words, json }: CommandLine, { client }: Running): Promise<void> {
  const [name = '', input = '{}'] = words;
  const answer = await callByName(client, name, jsonWord(input));
  if (isStream(answer)) for await (const event of answer) printJson(event);
  else if (json) printJson(answer);
  else printLine(JSON.stringify(answer ?? null, null, 2));
}

/** Before a base is opened for it. */
export function checkCall({ words: [name = '', input = '{}'] }: CommandLine): void {
  if (!isProcedure(name)) throw new UsageError(name);
  jsonWord(input);
}

export function printProcedures({ json }: CommandLine): void {
  const procedures = describeProcedures();
  if (json) return printJson(procedures);
  for (const { procedure, kind, input, output } of procedures) {
    printLine(`${procedure}  (${kind})`);
    printLine(`  <- ${JSON.stringify(input)}`);
    printLine(`  -> ${JSON.stringify(output)}`);
  }
}

/** False when something is wrong with the base. */
export async function runVerify({ json }: CommandLine, { client, say }: Running): Promise<boolean> {
  const report = await client.verify.run({});
  if (json) printJson(report);
  else if (report.clean) printLine(say('verify.clean', { records: report.records, changes: report.changes }));
  else
    for (const line of alignRows(report.problems.map(({ check, detail }) => [check, detail])))
      printLine(line);
  return report.clean;
}

function isStream(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}
