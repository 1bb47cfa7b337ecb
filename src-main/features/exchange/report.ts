/** The report of an import: one line for everything that was not taken as it stood in the file. */
import { ROW_PROBLEMS, type RowProblem, type RowProblemEntry } from '#shared/contract/exchange.ts';
import { catalogues } from '#shared/i18n/index.ts';
import { guardFormula } from '#shared/domain/exchange/formula-guard.ts';
import type { Base } from './staging-base.ts';

interface StoredProblem {
  row: number;
  column: number | null;
  value: string | null;
  problem: RowProblem;
  params: string;
}

const BATCH = 500;

/** Lines in the order of the file; all of them, or the first `limit`. */
export function* problemsOf(
  staging: Base,
  headings: readonly string[],
  limit = -1,
): Generator<RowProblemEntry, void, undefined> {
  const rows = staging
    .prepare('SELECT row, "column", value, problem, params FROM problem ORDER BY no LIMIT ?')
    .iterate(limit) as Iterable<StoredProblem>;
  for (const { row, column, value, problem, params } of rows) {
    yield {
      row,
      column: column === null ? null : (headings[column] ?? null),
      value,
      problem,
      severity: ROW_PROBLEMS[problem],
      params: JSON.parse(params) as Record<string, string | number>,
    };
  }
}

const COLUMNS = {
  sk: ['Riadok', 'Stĺpec', 'Hodnota v súbore', 'Čo sa stalo', 'Hodnota vo Vizitke'],
  en: ['Row', 'Column', 'Value in the file', 'What happened', 'Value in Vizitka'],
} as const;

/** The report as CSV for Excel (UTF-8 with mark, semicolons), in pieces. */
export function* reportCsv(
  problems: Iterable<RowProblemEntry>,
  language: 'sk' | 'en',
): Generator<string, void, undefined> {
  const sentences = catalogues[language].exchange.problems as Record<string, string>;
  let lines = [`\ufeff${line(COLUMNS[language])}`];
  for (const { row, column, value, problem, params } of problems) {
    lines.push(
      line([
        String(row),
        column ?? '',
        value ?? '',
        fill(sentences[problem] ?? problem, params),
        String(params['here'] ?? ''),
      ]),
    );
    if (lines.length < BATCH) continue;
    yield lines.join('');
    lines = [];
  }
  if (lines.length > 0) yield lines.join('');
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${guardFormula(cell).replaceAll('"', '""')}"`).join(';')}\r\n`;
}

function fill(text: string, params: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)[^}]*\}\}/g, (_, name: string) => String(params[name] ?? ''));
}
