/** The shape of a table before anybody has said anything about it: delimiter, header row, where the data begins. */
import { headingWords } from './recognise-heading.ts';
import { knownWords } from './heading-words.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * The delimiter that parts the most records into the same number of cells; a comma where none parts anything.
 * `text` is the beginning of the file; its last, perhaps torn record is not counted.
 */
export function detectDelimiter(text: string): string {
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = cellCounts(text, delimiter);
    const { width, share } = commonest(counts);
    // More cells speak for a delimiter, but a regular table speaks louder than commas inside its texts.
    const score = width > 1 ? share * share * (1 + Math.log2(width) / 4) : 0;
    if (score > best.score + 1e-9) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Number of cells of each record, minding quotes; empty lines are left out. */
function cellCounts(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let cells = 1;
  let isQuoted = false;
  let isCellStart = true;
  let isBlank = true;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] as string;
    if (isQuoted) {
      if (letter === '"') isQuoted = false;
      continue;
    }
    if (letter === '"' && (isCellStart || text[at - 1] === '"')) isQuoted = true;
    else if (letter === delimiter) {
      cells += 1;
      isCellStart = true;
      isBlank = false;
      continue;
    } else if (letter === '\n' || letter === '\r') {
      if (!isBlank) counts.push(cells);
      cells = 1;
      isCellStart = true;
      isBlank = true;
      continue;
    }
    isBlank = false;
    isCellStart = false;
  }
  if (counts.length === 0 && !isBlank) counts.push(cells);
  return counts;
}

function commonest(counts: readonly number[]): { width: number; share: number } {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  let width = 1;
  let times = 0;
  for (const [count, number] of tally)
    if (number > times || (number === times && count > width)) [width, times] = [count, number];
  return { width, share: counts.length === 0 ? 0 : times / counts.length };
}

export interface TableShape {
  /** Line of the headings, 1 is the first; 0 where there are none. */
  readonly headerRow: number;
  /** First line of data, 1 is the first line of the file. */
  readonly dataRow: number;
}

const HEADER_SEARCH = 30;

/**
 * Finds the headings among the first lines: the first line most of whose cells are words of headings. Instructions
 * and titles above are left out, and so is a second line of headings for programs below ("FIRSTNAME__C").
 */
export function findHeader(lines: readonly (readonly string[])[]): TableShape {
  const searched = lines.slice(0, HEADER_SEARCH);
  const width = Math.max(0, ...searched.map((line) => filled(line).length));
  for (const [at, line] of searched.entries()) {
    const cells = filled(line);
    const known = cells.filter(isHeadingLike).length;
    const isWide = cells.length >= Math.min(2, width) && cells.length * 2 >= width;
    if (
      isWide &&
      known > 0 &&
      known >= Math.min(2, cells.length) &&
      known * 5 >= cells.length * 2 &&
      !cells.some(isDataLike)
    )
      return shapeAt(lines, at);
  }
  return looksLikeUnknownHeadings(searched)
    ? shapeAt(
        lines,
        searched.findIndex((line) => filled(line).length > 0),
      )
    : { headerRow: 0, dataRow: 1 };
}

/** Where the data begins under headings that somebody pointed at; 0 says that there are no headings. */
export function shapeUnder(lines: readonly (readonly string[])[], headerRow: number): TableShape {
  return headerRow === 0 ? { headerRow: 0, dataRow: 1 } : shapeAt(lines, headerRow - 1);
}

function shapeAt(lines: readonly (readonly string[])[], at: number): TableShape {
  let next = at + 1;
  while (next < lines.length && isProgramHeader(lines[next] ?? [])) next += 1;
  return { headerRow: at + 1, dataRow: next + 1 };
}

function isProgramHeader(line: readonly string[]): boolean {
  const cells = filled(line);
  return (
    cells.length >= 3 &&
    cells.every((cell) => /^[A-Za-z][A-Za-z0-9_]*$/.test(cell)) &&
    cells.filter((cell) => cell.includes('_')).length * 2 > cells.length
  );
}

function filled(line: readonly string[]): string[] {
  return line.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

function isHeadingLike(cell: string): boolean {
  if (cell.length > 60 || isDataLike(cell)) return false;
  const words = headingWords(cell);
  const numbers = words.filter((word) => /^\d{1,2}$/.test(word)).length;
  const known = knownWords(words);
  return known > 0 && known + numbers >= words.length * 0.6;
}

/** An address, a number or a day: nobody calls a column so. */
function isDataLike(cell: string): boolean {
  return /\S@\S+\.\S/.test(cell) || /^[+(]?\d[\d\s()/.,:\-–]{2,}$/.test(cell) || /^https?:\/\//i.test(cell);
}

/** Headings in words that we do not know: all text and all different, over columns that hold numbers or addresses. */
function looksLikeUnknownHeadings(lines: readonly (readonly string[])[]): boolean {
  const first = lines.findIndex((line) => filled(line).length > 0);
  const head = lines[first];
  if (!head || lines.length < first + 2) return false;
  const cells = filled(head);
  if (cells.some((cell) => isDataLike(cell) || /\d/.test(cell)) || new Set(cells).size !== cells.length)
    return false;
  const below = lines.slice(first + 1);
  return head.some((_, column) => {
    const values = below.map((line) => line[column]?.trim() ?? '').filter((value) => value !== '');
    return (
      values.length > 0 &&
      values.filter((value) => isDataLike(value) || /^\d+$/.test(value)).length * 2 > values.length
    );
  });
}
