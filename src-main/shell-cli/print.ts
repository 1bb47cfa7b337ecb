/** What goes to the terminal: aligned lines for people, JSON for programs. */
import process from 'node:process';

export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  printLine(JSON.stringify(value ?? null));
}

export function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Columns padded to the widest cell; the last one runs free. */
export function alignRows(rows: readonly (readonly string[])[]): string[] {
  const clean = rows.map((row) => row.map(plainText));
  const widths: number[] = [];
  for (const row of clean) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, widthOf(cell))));
  return clean.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** One line without control characters: an imported name must not steer the terminal. */
export function plainText(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}

function widthOf(text: string): number {
  let width = 0;
  for (const _ of new Intl.Segmenter().segment(text)) width += 1;
  return width;
}
