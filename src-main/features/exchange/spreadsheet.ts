/**
 * Workbooks, behind this one module: lines of a sheet as the text that a person sees in it. Codes keep their leading
 * zeros, long numbers their digits, days are YYYY-MM-DD.
 */
import { formatValue } from 'hucre';
import { streamXlsxRows } from 'hucre/xlsx';
import { FileRefused } from './file-refused.ts';
import { headOf, readDirectory, type ZipEntry } from './zip-directory.ts';

type CellValue = string | number | boolean | Date | null | undefined | { toString(): string };

export interface Workbook {
  readonly sheets: readonly SheetPart[];
  /** Formats of numbers by index of the cell style; undefined where the value itself is shown. */
  readonly formats: readonly (string | undefined)[];
  readonly bytes: Buffer;
}

interface SheetPart {
  readonly name: string;
  readonly entry: ZipEntry;
}

/** Greatest workbook: as a file, unpacked, and its shared strings, which have to be held in memory. */
const LARGEST_FILE = 64 * 1024 * 1024;
const LARGEST_UNPACKED = 1024 * 1024 * 1024;
const LARGEST_STRINGS = 160 * 1024 * 1024;
/** What XML reaches by repetition; more is a bomb. */
const DENSEST = 250;
const HEAD = 256 * 1024;
const BATCH = 500;

export const LARGEST_WORKBOOK = LARGEST_FILE;

/** Reads names of sheets and formats, nothing else; refuses damaged, protected and too large workbooks. */
export function openWorkbook(bytes: Buffer): Workbook {
  if (bytes.length > LARGEST_FILE) throw tooLarge(LARGEST_FILE, bytes.length);
  const entries = readDirectory(bytes);
  refuseBomb(entries);
  const read = (name: string) => {
    const entry = entries.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    return entry ? headOf(bytes, entry, 8 * 1024 * 1024) : '';
  };
  const workbook = read('xl/workbook.xml');
  if (workbook === '')
    throw new FileRefused('fileNotText', {
      looksLike: entries.some((entry) => entry.name === 'mimetype') ? 'ods' : 'zip',
    });
  const targets = relationsOf(read('xl/_rels/workbook.xml.rels'));
  const sheets = tagsOf(workbook, 'sheet').flatMap((sheet) => {
    const target = targets.get(sheet['r:id'] ?? sheet['id'] ?? '');
    const entry = entries.find((candidate) => candidate.name === target);
    return entry && sheet['name'] !== undefined ? [{ name: sheet['name'], entry }] : [];
  });
  if (sheets.length === 0) throw new FileRefused('workbookDamaged');
  return { sheets, formats: formatsOf(read('xl/styles.xml')), bytes };
}

function refuseBomb(entries: readonly ZipEntry[]): void {
  const unpacked = entries.reduce((total, entry) => total + entry.size, 0);
  if (unpacked > LARGEST_UNPACKED) throw tooLarge(LARGEST_UNPACKED, unpacked);
  for (const entry of entries) {
    if (entry.name.endsWith('sharedStrings.xml') && entry.size > LARGEST_STRINGS)
      throw tooLarge(LARGEST_STRINGS, entry.size);
    if (entry.size > 16 * 1024 * 1024 && entry.size > entry.packed * DENSEST)
      throw tooLarge(LARGEST_UNPACKED, entry.size);
  }
}

function tooLarge(limit: number, size: number): FileRefused {
  return new FileRefused('workbookTooLarge', {
    limitMb: Math.round(limit / 1024 / 1024),
    sizeMb: Math.round(size / 1024 / 1024),
  });
}

/** Lines of a sheet in batches; lines that the file leaves out are empty ones. The first sheet when none is named. */
export async function* sheetRows(
  workbook: Workbook,
  name: string,
): AsyncGenerator<string[][], void, undefined> {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new FileRefused('sheetNotThere', { sheet: name });
  const formats = columnFormats(workbook, sheet.entry);
  let batch: string[][] = [];
  let next = 0;
  try {
    for await (const row of streamXlsxRows(workbook.bytes, { sheet: name })) {
      for (; next < row.index && row.index - next < 10_000; next += 1) batch.push(['']);
      batch.push(row.values.map((value, column) => shown(value as CellValue, formats.get(column))));
      next = row.index + 1;
      if (batch.length >= BATCH) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    throw refusalOf(error);
  }
  if (batch.length > 0) yield batch;
}

function refusalOf(error: unknown): unknown {
  const name = error instanceof Error ? error.name : '';
  if (name === 'EncryptedFileError') return new FileRefused('workbookProtected');
  return /^(?:Zip|Parse|Xml|Decryption)\w*Error$/.test(name) ? new FileRefused('workbookDamaged') : error;
}

/** A cell's text. `format` is the number format of its column where that matters. */
function shown(value: CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return shownNumber(value, format);
  if (value instanceof Date) return shownDate(value);
  return String(value);
}

function shownNumber(value: number, format: string | undefined): string {
  if (format !== undefined && Number.isInteger(value)) return formatValue(value, format);
  // Never 4.21905E+11: all digits that the file holds.
  if (Number.isInteger(value)) return Number.isSafeInteger(value) ? String(value) : BigInt(value).toString();
  return Number(value.toPrecision(15)).toString();
}

function shownDate(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const iso = value.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}

/** The commonest format of numbers in each column, from the beginning of the sheet. */
function columnFormats(workbook: Workbook, entry: ZipEntry): Map<number, string> {
  const tally = new Map<number, Map<string, number>>();
  for (const cell of headOf(workbook.bytes, entry, HEAD).matchAll(/<c\b([^>]*?)\/?>/g)) {
    const marks = cell[1] ?? '';
    const column = columnIndex(/\br="([A-Z]+)\d+"/.exec(marks)?.[1] ?? '');
    const format = workbook.formats[Number(/\bs="(\d+)"/.exec(marks)?.[1] ?? -1)];
    // Headings are text and say nothing about the numbers below.
    if (column < 0 || /\bt="(?:s|str|inlineStr|b|e)"/.test(marks)) continue;
    const counts = tally.get(column) ?? new Map<string, number>();
    counts.set(format ?? '', (counts.get(format ?? '') ?? 0) + 1);
    tally.set(column, counts);
  }
  const chosen = new Map<number, string>();
  for (const [column, counts] of tally) {
    const [format] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [''];
    if (format !== '') chosen.set(column, format);
  }
  return chosen;
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** Formats that shape the digits of codes ("00000000", "000 00", "+0"); all others show the number as it is. */
function formatsOf(styles: string): (string | undefined)[] {
  const codes = new Map(
    tagsOf(styles, 'numFmt').map((tag) => [tag['numFmtId'] ?? '', tag['formatCode'] ?? '']),
  );
  const cells = /<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? '';
  return tagsOf(cells, 'xf').map((tag) => {
    const code = codes.get(tag['numFmtId'] ?? '')?.split(';')[0];
    return code !== undefined && /0{2}/.test(code) && /^(?:[0#\s\-/()+]|\\.|"[^"]*")+$/.test(code)
      ? code
      : undefined;
  });
}

function relationsOf(xml: string): Map<string, string> {
  return new Map(
    tagsOf(xml, 'Relationship').map((tag) => {
      const target = tag['Target'] ?? '';
      return [
        tag['Id'] ?? '',
        target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`,
      ];
    }),
  );
}

function tagsOf(xml: string, name: string): Record<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b([^>]*)>`, 'g'))].map((tag) =>
    Object.fromEntries(
      [...(tag[1] ?? '').matchAll(/([\w:]+)="([^"]*)"/g)].map((mark) => [
        mark[1] as string,
        unescapeXml(mark[2] as string),
      ]),
    ),
  );
}

function unescapeXml(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole, decimal: string, hex: string, name: string) => {
      if (decimal) return String.fromCodePoint(Number(decimal));
      return hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (named[name] ?? whole);
    },
  );
}
