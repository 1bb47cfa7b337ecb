/** Rows as the bytes of a finished file, in pieces. Each format is proved in the tests by reading it back. */
import { writeXlsxStream } from 'hucre/xlsx';
import type { ExportFormat, ExportKind } from '#shared/contract/exchange.ts';
import { catalogues, type Language } from '#shared/i18n/index.ts';
import { type CsvDialect, csvCell, FOR_PROGRAMS, FOR_SPREADSHEET } from './csv-writing.ts';
import { columnsFor, type ExportColumn, headingOf, shower } from './export-columns.ts';
import { type Chosen, firmsOf, personsOf, rowsOf } from './export-rows.ts';
import { cardOf, firmCardOf } from './export-vcard.ts';
import type { CardVersion } from './card-writing.ts';
import type { Base } from './staging-base.ts';

export interface ExportJob {
  readonly what: ExportKind;
  readonly format: ExportFormat;
  readonly columns: readonly ExportColumn[];
  readonly language: Language;
  readonly chosen: Chosen;
}

export type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const PIECE = 128 * 1024;

/** `count` is called for every row. */
export function writeExport(base: Base, job: ExportJob, count: () => void): Pieces {
  switch (job.format) {
    case 'csv-excel':
      return inPieces(csvLines(base, job, FOR_SPREADSHEET, count));
    case 'csv':
      return inPieces(csvLines(base, job, FOR_PROGRAMS, count));
    case 'xlsx':
      return workbook(base, job, count);
    case 'vcard30':
      return inPieces(cards(base, job, '3.0', count));
    case 'vcard40':
      return inPieces(cards(base, job, '4.0', count));
    case 'json':
      return inPieces(jsonEntries(base, job, count));
  }
}

function* csvLines(
  base: Base,
  job: ExportJob,
  dialect: CsvDialect,
  count: () => void,
): Generator<string, void, undefined> {
  const { delimiter } = dialect;
  const cell = csvCell(dialect);
  yield `${dialect.mark}${job.columns.map((column) => cell(headingOf(column, job.language))).join(delimiter)}\r\n`;
  const show = job.columns.map((column) =>
    shower(column, { language: job.language, groupsPhones: dialect.isForSpreadsheet }),
  );
  for (const row of rowsOf(base, job.what, job.columns, job.chosen)) {
    count();
    let line = '';
    for (let at = 0; at < row.length; at += 1) {
      const value = row[at];
      if (at > 0) line += delimiter;
      if (value !== null) line += cell((show[at] as (value: unknown) => string)(value));
    }
    yield `${line}\r\n`;
  }
}

/** Every cell is text, so that codes keep their zeros and telephone numbers their plus. */
async function* workbook(
  base: Base,
  job: ExportJob,
  count: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const show = job.columns.map((column) => shower(column, { language: job.language, groupsPhones: false }));
  function* rows(): Generator<(string | null)[], void, undefined> {
    for (const row of rowsOf(base, job.what, job.columns, job.chosen)) {
      count();
      yield row.map((value, at) => (value === null ? null : (show[at] as (value: unknown) => string)(value)));
    }
  }
  const title =
    catalogues[job.language].exchange.columns[job.what === 'contacts' ? 'asContacts' : 'asClients'];
  const stream = writeXlsxStream(rows(), {
    name: title,
    columns: job.columns.map((column) => ({ header: headingOf(column, job.language), width: column.width })),
    freezePane: { rows: 1 },
  });
  for await (const piece of stream) yield piece;
}

function* cards(
  base: Base,
  job: ExportJob,
  version: CardVersion,
  count: () => void,
): Generator<string, void, undefined> {
  const country = columnsFor('clients').find((column) => column.show === 'country') as ExportColumn;
  const name = shower(country, { language: job.language, groupsPhones: false });
  if (job.what === 'clients') {
    for (const firm of firmsOf(base, job.chosen)) {
      count();
      yield firmCardOf(firm, name, version);
    }
    return;
  }
  for (const row of personsOf(base, job.chosen)) {
    count();
    yield cardOf(row, name, version);
  }
}

/** An array of objects with the fields as they are stored: codes of choices, lists as lists. */
function* jsonEntries(base: Base, job: ExportJob, count: () => void): Generator<string, void, undefined> {
  const fields = [...new Map(job.columns.map((column) => [column.from, column])).values()];
  const names = fields.map(
    ({ from }) =>
      (from === 'member.name' ? ['client', 'ownerName'] : from.split('.').map(camel)) as [string, string],
  );
  let isFirst = true;
  yield '[';
  for (const row of rowsOf(base, job.what, fields, job.chosen)) {
    count();
    const entry: Record<string, Record<string, unknown>> = {};
    for (const [at, [entity, field]] of names.entries()) {
      const value = row[at] ?? null;
      (entry[entity] ??= {})[field] =
        typeof value === 'string' && /(?:phones|emails)$/i.test(field) ? JSON.parse(value) : value;
    }
    // A person without a firm has no client, not one made of nulls.
    if (job.what === 'contacts' && entry['client']?.['name'] === null)
      entry['client'] = null as unknown as Record<string, unknown>;
    yield `${isFirst ? '' : ','}\n${JSON.stringify(job.what === 'clients' ? entry['client'] : entry)}`;
    isFirst = false;
  }
  yield isFirst ? ']\n' : '\n]\n';
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Many short texts as few pieces of bytes. */
function* inPieces(lines: Iterable<string>): Generator<Uint8Array, void, undefined> {
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < PIECE) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}
