/** A file opened as a table: format, encoding, delimiter, sheet and headings recognised, or as the person said. */
import {
  detectDelimiter,
  findHeader,
  shapeUnder,
  type TableShape,
} from '#shared/domain/exchange/table-shape.ts';
import type { CardColumn } from '#shared/domain/exchange/cards/card-columns.ts';
import { IMPORT_LIMIT, type ImportKind, type ReadingOptions } from '#shared/contract/exchange.ts';
import type { ByteSource } from './byte-source.ts';
import { openCards } from './card-table.ts';
import { csvRows } from './csv-rows.ts';
import { decodeAll, isEncodingKnown, scanText, type TextScan } from './encoding.ts';
import { FileRefused } from './file-refused.ts';
import { LARGEST_WORKBOOK, openWorkbook, sheetRows, type Workbook } from './spreadsheet.ts';

export interface OpenTable {
  readonly format: 'csv' | 'xlsx' | 'vcard';
  readonly encoding: string | null;
  /** What the text itself says, where it speaks against the encoding that was chosen. */
  readonly likelierEncoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly shape: TableShape;
  /** First lines, headings included. */
  readonly lines: readonly (readonly string[])[];
  /** Lines of data, estimated from the line ends in a long CSV. */
  readonly rows: number;
  readonly rowsEstimated: boolean;
  /** Of formats whose columns need no recognition. */
  readonly known?: { readonly as: ImportKind; readonly columns: readonly CardColumn[] };
  /** All lines from the first of the file, in batches. */
  read(): AsyncGenerator<string[][], void, undefined>;
}

const FIRST_LINES = 120;
const HEAD = 64 * 1024;
const MEGABYTE = 1024 * 1024;

export async function openTable(source: ByteSource, options: ReadingOptions): Promise<OpenTable> {
  if (source.size === 0) throw new FileRefused('fileEmpty');
  if (source.size > IMPORT_LIMIT) throw tooLarge(IMPORT_LIMIT, source.size);
  const head = source.read(0, 4096);
  const kind = formatOf(head);
  if (kind === 'xlsx') return openSheet(source, options);
  if (kind === 'vcard') return openCards(source, options);
  if (kind !== 'text')
    throw new FileRefused(
      kind === 'protected' ? 'workbookProtected' : 'fileNotText',
      kind === 'protected' ? {} : { looksLike: kind },
    );
  return openText(source, options);
}

function tooLarge(limit: number, size: number): FileRefused {
  return new FileRefused('fileTooLarge', {
    limitMb: Math.floor(limit / MEGABYTE),
    sizeMb: Math.ceil(size / MEGABYTE),
  });
}

const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['xlsx', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['zip', [0x1f, 0x8b]],
];

/** By what a file begins with; its name says nothing. */
function formatOf(head: Buffer): string {
  const found = MAGIC.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0];
  // A protected workbook is wrapped in the container of the old format.
  if (found === 'ole') return head.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'protected' : 'xls';
  if (found) return found;
  if (head.subarray(0, 15).toString('latin1') === 'SQLite format 3') return 'sqlite';
  return isCards(head) ? 'vcard' : 'text';
}

/** Cards begin with the first line that says anything, in whatever encoding. */
function isCards(head: Buffer): boolean {
  const text = head.toString('latin1').replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '');
  return /^(?:\s|#[^\n]*\n)*BEGIN\s*:\s*VCARD\s*$/im.test(text.replaceAll('\0', '').slice(0, 2000));
}

async function openSheet(source: ByteSource, options: ReadingOptions): Promise<OpenTable> {
  if (source.size > LARGEST_WORKBOOK)
    throw new FileRefused('workbookTooLarge', {
      limitMb: LARGEST_WORKBOOK / MEGABYTE,
      sizeMb: Math.ceil(source.size / MEGABYTE),
    });
  const workbook = openWorkbook(source.read(0, source.size));
  const sheet = options.sheet ?? (await firstFilledSheet(workbook));
  const lines = await firstLines(sheetRows(workbook, sheet));
  if (!lines.some((line) => line.some((cell) => cell.trim() !== ''))) throw new FileRefused('noRows');
  const shape = options.headerRow === undefined ? findHeader(lines) : shapeUnder(lines, options.headerRow);
  const isWhole = lines.length < FIRST_LINES;
  return {
    format: 'xlsx',
    encoding: null,
    likelierEncoding: null,
    delimiter: null,
    sheet,
    sheets: workbook.sheets.map((part) => part.name),
    shape,
    lines,
    rows: isWhole ? lines.length - shape.dataRow + 1 : estimatedRows(workbook, sheet),
    rowsEstimated: !isWhole,
    read: () => sheetRows(workbook, sheet),
  };
}

async function firstFilledSheet(workbook: Workbook): Promise<string> {
  for (const { name } of workbook.sheets) {
    const lines = await firstLines(sheetRows(workbook, name), 20);
    if (lines.some((line) => line.some((cell) => cell.trim() !== ''))) return name;
  }
  throw new FileRefused('noRows');
}

/** From the size of the sheet's XML: about 60 bytes a cell, ten cells a line. */
function estimatedRows(workbook: Workbook, name: string): number {
  const size = workbook.sheets.find((part) => part.name === name)?.entry.size ?? 0;
  return Math.max(FIRST_LINES, Math.round(size / 600));
}

async function openText(source: ByteSource, options: ReadingOptions): Promise<OpenTable> {
  const scan = scanText(source);
  if (scan.isBinary && options.encoding === undefined)
    throw new FileRefused('fileNotText', { looksLike: 'other' });
  const { encoding, skip, likelierEncoding } = chooseEncoding(source, scan, options.encoding);
  const text = decodeAll(source.read(skip, HEAD), encoding);
  if (text.trim() === '') throw new FileRefused('fileEmpty');
  const delimiter = options.delimiter ?? statedDelimiter(text) ?? detectDelimiter(text);
  const read = () => csvRows(source, { encoding, skip, delimiter });
  const lines = await firstLines(read());
  const shape = options.headerRow === undefined ? findHeader(lines) : shapeUnder(lines, options.headerRow);
  const isWhole = lines.length < FIRST_LINES;
  return {
    format: 'csv',
    encoding,
    likelierEncoding,
    delimiter,
    sheet: null,
    sheets: [],
    shape,
    lines,
    rows: Math.max(0, (isWhole ? lines.length : scan.lines) - shape.dataRow + 1),
    rowsEstimated: !isWhole,
    read,
  };
}

/** Excel's own first line, which names the delimiter ("sep=;"). */
function statedDelimiter(text: string): string | undefined {
  return /^"?sep=([^\r\n])"?\r?\n/i.exec(text)?.[1];
}

function chooseEncoding(
  source: ByteSource,
  scan: TextScan,
  chosen: string | undefined,
): { encoding: string; skip: number; likelierEncoding: string | null } {
  if (chosen === undefined) return { encoding: scan.encoding, skip: scan.skip, likelierEncoding: null };
  const encoding = sameName(chosen);
  if (!isEncodingKnown(encoding)) throw new FileRefused('encodingUnknown', { encoding: chosen });
  if (encoding === scan.encoding || scan.isPlain)
    return { encoding, skip: scan.skip, likelierEncoding: null };
  // Two encodings may read this file alike; only a difference is worth a word.
  const sample = source.read(0, HEAD);
  const differs = decodeAll(sample, encoding) !== decodeAll(sample, scan.encoding);
  return { encoding, skip: 0, likelierEncoding: differs ? scan.encoding : null };
}

const OTHER_NAMES: Record<string, string> = {
  utf8: 'utf-8',
  cp1250: 'windows-1250',
  win1250: 'windows-1250',
  cp1252: 'windows-1252',
  latin1: 'windows-1252',
  latin2: 'iso-8859-2',
  utf16: 'utf-16le',
  cp852: 'ibm852',
};

function sameName(encoding: string): string {
  const name = encoding.trim().toLowerCase();
  return OTHER_NAMES[name.replace(/[-_\s]/g, '')] ?? name;
}

async function firstLines(
  rows: AsyncGenerator<string[][], void, undefined>,
  most = FIRST_LINES,
): Promise<string[][]> {
  const lines: string[][] = [];
  for await (const batch of rows) {
    lines.push(...batch.slice(0, most - lines.length));
    if (lines.length >= most) break;
  }
  return lines;
}
