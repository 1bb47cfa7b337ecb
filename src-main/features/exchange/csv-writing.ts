/** Lines of CSV (RFC 4180): for a Slovak spreadsheet with semicolons, a byte order mark and guarded formulas. */
import { guardFormula } from '#shared/domain/exchange/formula-guard.ts';

export interface CsvDialect {
  readonly delimiter: string;
  readonly mark: string;
  readonly isForSpreadsheet: boolean;
}

export const FOR_SPREADSHEET: CsvDialect = { delimiter: ';', mark: '\ufeff', isForSpreadsheet: true };
export const FOR_PROGRAMS: CsvDialect = { delimiter: ',', mark: '', isForSpreadsheet: false };

/** One cell, quoted where it must be. */
export function csvCell({ delimiter, isForSpreadsheet }: CsvDialect): (text: string) => string {
  const needsQuotes = new RegExp(`["\\r\\n${delimiter}]|^\\s|\\s$`);
  return (text) => {
    const safe = isForSpreadsheet ? guardFormula(text) : text;
    return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
}

/** One line with its end. */
export function csvLine(dialect: CsvDialect): (cells: readonly string[]) => string {
  const cell = csvCell(dialect);
  return (cells) => `${cells.map(cell).join(dialect.delimiter)}\r\n`;
}
