/**
 * Reads the whole file into the staging file: lines become rows, rows become records. Stops at once when asked, tells
 * how far it is at most ten times a second, and holds no more than a batch of lines in memory.
 */
import {
  type ColumnMap,
  type PlannedRow,
  type ReadingOptions,
  ROW_PROBLEMS,
  type RowProblem,
} from '#shared/contract/exchange.ts';
import { type BuiltProblem, type BuiltRow, buildRow } from '#shared/domain/exchange/build-row.ts';
import { planRow, type RowPlan } from '#shared/domain/exchange/row-plan.ts';
import { detectDayOrder } from '#shared/domain/time/day.ts';
import type { ByteSource } from './byte-source.ts';
import type { CardLineCells } from './card-table.ts';
import { isMojibake } from './encoding.ts';
import { FileRefused } from './file-refused.ts';
import { applyMap, type Column, columnsOf } from './inspect-file.ts';
import { type OpenTable, openTable } from './open-table.ts';
import { RowStager, type StagedCounts } from './stage-rows.ts';
import type { Base } from './staging-base.ts';

export interface ImportInput {
  readonly options: ReadingOptions;
  readonly map: ColumnMap;
  readonly country: string;
  readonly actor: string | null;
  readonly now: number;
  /** Only so many rows, for the preview. */
  readonly limit?: number;
}

export interface ImportHooks {
  progress(done: number, total: number | null): void;
  isCancelled(): boolean;
  planned?(row: Omit<PlannedRow, 'problems'>): void;
}

export interface ReadImport {
  readonly counts: StagedCounts;
  readonly headings: readonly string[];
}

const PROGRESS_EVERY_MS = 100;
const ROWS_BETWEEN_LOOKS = 200;

export async function importRows(
  source: ByteSource,
  staging: Base,
  main: Base,
  input: ImportInput,
  hooks: ImportHooks,
): Promise<ReadImport> {
  const table = await openTable(source, input.options);
  const recognised = columnsOf(table, input.options.as);
  const columns = applyMap(recognised.columns, input.map);
  const plan = planOf(recognised.as, columns, input, table.format === 'vcard');
  const stager = new RowStager({
    staging,
    main,
    actor: input.actor,
    now: input.now,
    country: input.country,
    columnOf: (entity, field) => columnOf(plan, entity, field),
    // A firm on a list of clients is a client; a firm that an address book names is only known.
    status: recognised.as === 'clients' ? 'active' : 'prospect',
  });
  // One transaction for the whole file: pages go to disk when the cache is full, not after every row.
  staging.exec('BEGIN');
  if (table.likelierEncoding)
    stager.note(table.shape.headerRow, 'wrongEncoding', { encoding: table.likelierEncoding });
  await readAll(table, plan, columns.length, stager, input.limit, hooks);
  staging.exec('COMMIT');
  return {
    counts: stager.counts,
    headings: columns.map((column) => column.header || letterOf(column.index)),
  };
}

function planOf(
  as: 'contacts' | 'clients',
  columns: readonly Column[],
  { country, options }: ImportInput,
  isEither: boolean,
): RowPlan {
  const days = columns
    .filter((column) => column.target === 'position.endedOn')
    .flatMap((column) => column.samples);
  const plan = planRow(
    columns.map((column) => column.target),
    { as, isEither, country: options.country ?? country, dayOrder: detectDayOrder(days), isMojibake },
  );
  if (!plan.nameStep) throw new FileRefused('noColumnForName');
  return plan;
}

async function readAll(
  table: OpenTable,
  plan: RowPlan,
  width: number,
  stager: RowStager,
  limit: number | undefined,
  hooks: ImportHooks,
): Promise<void> {
  let line = 0;
  let taken = 0;
  let told = performance.now();
  const total = table.rowsEstimated && table.format === 'xlsx' ? null : table.rows;
  for await (const batch of table.read()) {
    // A file may go on for long without any line.
    if (hooks.isCancelled()) throw new FileRefused('cancelled');
    for (const cells of batch) {
      line += 1;
      if (line < table.shape.dataRow || isEmpty(cells)) continue;
      if (limit !== undefined && taken >= limit) return;
      taken += 1;
      const built = buildLine(plan, cells, width, table.format === 'csv');
      const { card, isMore = false } = cells as CardLineCells;
      const planned = stager.take(card ?? line, built, isMore);
      hooks.planned?.(planned);
      if (taken % ROWS_BETWEEN_LOOKS !== 0) continue;
      if (hooks.isCancelled()) throw new FileRefused('cancelled');
      const now = performance.now();
      if (now - told < PROGRESS_EVERY_MS) continue;
      told = now;
      hooks.progress(taken, total === null ? null : Math.max(total, taken));
    }
  }
  if (hooks.isCancelled()) throw new FileRefused('cancelled');
  if (taken === 0) throw new FileRefused('noRows');
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}

function buildLine(plan: RowPlan, cells: readonly string[], width: number, isRagged: boolean): BuiltRow {
  const built = buildRow(plan, cells);
  for (const problem of (cells as CardLineCells).problems ?? []) {
    built.problems.push(lineProblem(problem, {}));
    if (ROW_PROBLEMS[problem] === 'skip') built.skipped = true;
  }
  const extra = cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '');
  if (extra) {
    built.problems.push(lineProblem('rowHasMoreCells', { cells: cells.length, headings: width }));
    built.skipped = true;
  } else if (isRagged && cells.length < width)
    built.problems.push(lineProblem('rowHasFewerCells', { cells: cells.length, headings: width }));
  return built;
}

function lineProblem(problem: RowProblem, params: Record<string, string | number>): BuiltProblem {
  return { problem, params };
}

function columnOf(plan: RowPlan, entity: string, field: string): number | null {
  const steps = plan.steps.filter((step) => step.entity === entity);
  return (
    (
      steps.find((step) => step.field === field) ??
      steps.find((step) => /^(?:fullName|fullAddress)$/.test(step.field))
    )?.column ?? null
  );
}

/** Name of a column without heading, as spreadsheets call it. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
