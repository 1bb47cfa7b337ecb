/** The lines of a CSV file as cells, in batches; tolerant of what programs and people do to quotes and line ends. */
import { CsvError, type Parser, parse } from 'csv-parse';
import { type ByteSource, piecesOf } from './byte-source.ts';
import { decoderOf } from './encoding.ts';
import { FileRefused } from './file-refused.ts';

export interface CsvReading {
  readonly encoding: string;
  readonly skip: number;
  readonly delimiter: string;
}

/** Greatest line; a longer one means a quotation mark that was never closed. */
const LONGEST_LINE = 1024 * 1024;

/** Yields batches of lines; an empty line is a line of one empty cell, so that numbers of lines hold. */
export async function* csvRows(
  source: ByteSource,
  reading: CsvReading,
): AsyncGenerator<string[][], void, undefined> {
  const parser = parse({
    delimiter: reading.delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_LINE,
    skip_empty_lines: false,
  });
  let batch: string[][] = [];
  let count = 0;
  let failure: unknown;
  parser.on('data', (cells: string[]) => {
    batch.push(cells);
  });
  parser.on('error', (error) => {
    failure = error;
  });
  const take = () => {
    const full = batch;
    count += full.length;
    batch = [];
    return full;
  };
  try {
    for (const piece of textPieces(source, reading)) {
      await write(parser, piece);
      if (failure) throw refusalOf(failure, count + batch.length);
      if (batch.length > 0) yield take();
    }
    await end(parser);
    if (failure) throw refusalOf(failure, count + batch.length);
    if (batch.length > 0) yield take();
  } finally {
    parser.destroy();
  }
}

function* textPieces(source: ByteSource, reading: CsvReading): Generator<Buffer | string, void, undefined> {
  // UTF-8 goes to the parser as it is; only other encodings cost a decoding.
  if (reading.encoding === 'utf-8') {
    yield* piecesOf(source, reading.skip);
    return;
  }
  const decoder = decoderOf(reading.encoding);
  for (const piece of piecesOf(source, reading.skip)) yield decoder.write(piece);
  yield decoder.end();
}

function write(parser: Parser, piece: Buffer | string): Promise<void> {
  return new Promise((resolve) => {
    if (piece.length === 0) resolve();
    else parser.write(piece, () => resolve());
  });
}

function end(parser: Parser): Promise<void> {
  return new Promise((resolve) => {
    parser.once('end', resolve);
    parser.once('error', () => resolve());
    parser.end();
  });
}

function refusalOf(error: unknown, rowsBefore: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const isQuote = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
  return new FileRefused(isQuote ? 'quoteNeverClosed' : 'fileUnreadable', { row: rowsBefore + 1 });
}
