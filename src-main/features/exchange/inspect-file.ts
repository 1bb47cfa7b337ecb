/** What a file is: its table, its columns with samples, and the target recognised for each. */
import type {
  ColumnMap,
  ImportKind,
  Inspection,
  ReadingOptions,
  RowProblemEntry,
} from '#shared/contract/exchange.ts';
import { hasReplacement, mayBeMojibake } from '#shared/domain/exchange/cell-values.ts';
import { recogniseColumns } from '#shared/domain/exchange/recognise-columns.ts';
import { DELIMITERS } from '#shared/domain/exchange/table-shape.ts';
import { targetNamed } from '#shared/domain/exchange/targets.ts';
import type { ByteSource } from './byte-source.ts';
import { ENCODINGS, isMojibake } from './encoding.ts';
import { FileRefused } from './file-refused.ts';
import { openTable, type OpenTable } from './open-table.ts';

export interface Column {
  readonly index: number;
  readonly header: string;
  readonly samples: readonly string[];
  target: string | null;
  by: 'header' | 'content' | null;
}

const SAMPLES = 5;
const SAMPLE_LENGTH = 80;
const SHOWN_LINES = 20;

export async function inspectFile(source: ByteSource, options: ReadingOptions): Promise<Inspection> {
  const table = await openTable(source, options);
  const { as, columns } = columnsOf(table, options.as);
  return {
    format: table.format,
    as,
    encoding: table.encoding,
    encodings:
      table.encoding !== null
        ? [...new Set([...(table.encoding ? [table.encoding] : []), ...ENCODINGS])]
        : [],
    delimiter: table.delimiter,
    delimiters:
      table.format === 'csv'
        ? [...new Set([...(table.delimiter ? [table.delimiter] : []), ...DELIMITERS])]
        : [],
    sheet: table.sheet,
    sheets: [...table.sheets],
    headerRow: table.shape.headerRow,
    lines: table.lines
      .slice(0, SHOWN_LINES)
      .map((cells, at) => ({ row: at + 1, cells: cells.map((cell) => cell.slice(0, SAMPLE_LENGTH)) })),
    columns: columns.map((column) => ({
      ...column,
      samples: column.samples.slice(0, SAMPLES).map((sample) => sample.slice(0, SAMPLE_LENGTH)),
    })),
    rows: table.rows,
    rowsEstimated: table.rowsEstimated,
    problems: encodingProblems(table),
  };
}

/** Columns of a table: as many as its headings, or its widest line where it has none; a trailing empty one is left out. */
export function columnsOf(
  table: OpenTable,
  as: ImportKind | undefined,
): { as: ImportKind; columns: Column[] } {
  if (table.known) return knownColumns(table, table.known, as);
  const { headerRow, dataRow } = table.shape;
  const headings = headerRow === 0 ? [] : (table.lines[headerRow - 1] ?? []);
  const data = table.lines.slice(dataRow - 1);
  const width = headerRow === 0 ? Math.max(0, ...data.map((line) => line.length)) : headings.length;
  const sampled = Array.from({ length: width }, (_, index) => ({
    header: (headings[index] ?? '').trim(),
    samples: data.map((line) => line[index]?.trim() ?? '').filter((cell) => cell !== ''),
  }));
  while (sampled.length > 1 && sampled.at(-1)?.header === '' && sampled.at(-1)?.samples.length === 0)
    sampled.pop();
  const recognised = recogniseColumns(sampled, as);
  return {
    as: recognised.as,
    columns: sampled.map((column, index) => ({
      ...column,
      index,
      ...(recognised.columns[index] ?? { target: null, by: null }),
    })),
  };
}

function knownColumns(
  { lines }: OpenTable,
  known: NonNullable<OpenTable['known']>,
  as: ImportKind | undefined,
): { as: ImportKind; columns: Column[] } {
  const columns = known.columns.map(({ header, target }, index) => ({
    index,
    header,
    samples: lines.map((line) => line[index] ?? '').filter((cell) => cell !== ''),
    target,
    by: target === null ? null : ('header' as const),
  }));
  return { as: as ?? known.as, columns };
}

/** The person's own choice of targets laid over the recognised ones. */
export function applyMap(columns: readonly Column[], map: ColumnMap): Column[] {
  const chosen = columns.map((column) => ({ ...column }));
  for (const [name, target] of Object.entries(map)) {
    const column =
      chosen.find((candidate) => candidate.header === name) ?? chosen[/^\d+$/.test(name) ? Number(name) : -1];
    if (!column) throw new FileRefused('columnNotThere', { what: name });
    if (target !== null && !targetNamed(target)) throw new FileRefused('targetUnknown', { what: target });
    // What was recognised gives way to what was chosen.
    if (target !== null && !targetNamed(target)?.many)
      for (const other of chosen)
        if (other.target === target && !(other.header in map) && !(String(other.index) in map))
          other.target = null;
    column.target = target;
  }
  const single = chosen
    .map((column) => column.target)
    .filter((target) => target !== null && !targetNamed(target)?.many);
  const twice = single.find((target, at) => single.indexOf(target) !== at);
  if (twice) throw new FileRefused('targetTwice', { what: twice });
  return chosen;
}

/** Wrong characters among the first lines, and an encoding that the text itself contradicts, are said at once. */
function encodingProblems(table: OpenTable): RowProblemEntry[] {
  const problems: RowProblemEntry[] = [];
  const say = (row: number, value: string | null, params: Record<string, string>) =>
    problems.push({ row, column: null, value, problem: 'wrongEncoding', severity: 'value', params });
  if (table.likelierEncoding) say(1, null, { encoding: table.likelierEncoding });
  for (const [at, line] of table.lines.entries()) {
    const wrong = line.find((cell) => hasReplacement(cell) || (mayBeMojibake(cell) && isMojibake(cell)));
    if (wrong !== undefined && problems.length < 5) say(at + 1, wrong.slice(0, SAMPLE_LENGTH), {});
  }
  return problems;
}
