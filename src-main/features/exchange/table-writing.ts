/**
 * A table of any feature as the bytes of a finished file. Days and numbers stay days and numbers in a workbook, so that
 * whoever opens it can add them up; everything else is text.
 */
import { writeXlsxStream } from 'hucre/xlsx';
import { csvLine, FOR_SPREADSHEET } from './csv-writing.ts';

export interface TableColumn {
  readonly header: string;
  /** In characters, for workbooks. */
  readonly width: number;
  readonly is?: 'day' | 'number';
}

export interface Table {
  /** Name of the sheet. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Days are YYYY-MM-DD. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const FORMATS = { day: 'd.m.yyyy', number: '0' } as const;

/** The file in pieces: a workbook, or CSV for Excel (UTF-8 with mark, semicolons, guarded formulas). */
export async function* writeTable(
  table: Table,
  format: 'xlsx' | 'csv-excel',
): AsyncGenerator<Uint8Array, void, undefined> {
  const { columns, rows } = table;
  if (format === 'csv-excel') {
    const line = csvLine(FOR_SPREADSHEET);
    const lines = [columns.map(({ header }) => header), ...rows].map((cells) => line(cells.map(textOf)));
    yield Buffer.from(FOR_SPREADSHEET.mark + lines.join(''));
    return;
  }
  const stream = writeXlsxStream(
    rows.map((cells) => cells.map((value, at) => (columns[at]?.is === 'day' ? dateOf(value) : value))),
    {
      name: table.name,
      columns: columns.map(({ header, width, is }) => ({
        header,
        width,
        ...(is && { numFmt: FORMATS[is] }),
      })),
      freezePane: { rows: 1 },
    },
  );
  for await (const piece of stream) yield piece;
}

function textOf(value: string | number | null): string {
  return value === null ? '' : String(value);
}

/** Workbooks know days as the midnight that begins them. */
function dateOf(day: string | number | null): Date | null {
  return typeof day === 'string' ? new Date(`${day}T00:00:00Z`) : null;
}
