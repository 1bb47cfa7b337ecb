/** One cell as programs write it, made into text as a person means it. */

export interface CleanCell {
  readonly text: string;
  /** Characters that no text holds (null bytes and the like) were taken out. */
  readonly hadControls: boolean;
}

// these are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f]/g;
// the range is ASCII's printable part and the tabulator
const PLAIN = /^[\t\x20-\x7e]*$/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;
const NOTHING = new Set([
  'NULL',
  'null',
  'N/A',
  'n/a',
  '#N/A',
  '-',
  '–',
  '—',
  '\\N',
  'None',
  'undefined',
  'nan',
  'NaN',
]);

const EMPTY: CleanCell = { text: '', hadControls: false };

/** Trimmed, composed (NFC), without invisible and control characters; what programs write for "empty" is empty. */
export function cleanCell(raw: string): CleanCell {
  if (raw === '') return EMPTY;
  let text = raw;
  let hadControls = false;
  if (!PLAIN.test(text)) {
    const bare = text.replace(CONTROLS, '');
    hadControls = bare.length !== text.length;
    text = bare
      .replace(INVISIBLE, '')
      .replace(/\r\n?/g, '\n')
      .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
      .normalize('NFC');
  }
  text = unguard(text.trim());
  return { text: NOTHING.has(text) ? '' : text, hadControls };
}

/** `="00323748"` and `'+421…` are guards against spreadsheets, not part of the value. */
function unguard(text: string): string {
  const first = text.charCodeAt(0);
  if (first === 0x3d) {
    const formula = /^="(.*)"$/s.exec(text);
    return formula ? (formula[1] as string).replaceAll('""', '"').trim() : text;
  }
  return first === 0x27 && /^'[=+\-@\d]/.test(text) ? text.slice(1) : text;
}

/** The values of a cell that holds a list as programs print it: "['06731']", "[\"a\", \"b\"]", "a ::: b". */
export function listOf(text: string): string[] {
  if (text.charCodeAt(0) === 0x5b && text.endsWith(']')) {
    const items = [...text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    const inside = text.slice(1, -1).trim();
    if (items.length > 0) return items.map((item) => item.trim()).filter((item) => item !== '');
    if (inside === '') return [];
  }
  if (!text.includes(':::')) return text === '' ? [] : [text];
  return text
    .split(':::')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** "* Work" and "WORK" as Google and vCards label a value. */
export function labelOf(text: string): string {
  return text
    .replace(/^\*\s*/, '')
    .trim()
    .toLowerCase();
}

/** "4.21905E+11": a spreadsheet has thrown the digits away, so no number can be had from it. */
export function isScientific(text: string): boolean {
  return /^[+-]?\d(?:[.,]\d+)?E\+?\d{1,3}$/i.test(text);
}

/** "323748.0": digits that a program took for a number with a fraction. */
export function withoutFraction(text: string): string {
  return /^\d+\.0$/.test(text) ? text.slice(0, -2) : text;
}

/** On one line, as names and streets have to be. */
export function oneLine(text: string): string {
  return /[\n\t]| {2}/.test(text)
    ? text
        .replace(/\s*\n+\s*/g, ', ')
        .replace(/\s+/g, ' ')
        .trim()
    : text;
}

/**
 * Text that was written in UTF-8 and read as something else ("PreÅ¡ov", "PreĹˇov"): letters that begin such
 * a sequence, followed by what its second byte becomes. Only a suspicion; the caller proves it by reading it back.
 */
export function mayBeMojibake(text: string): boolean {
  return /[\u00c2-\u00c6\u0102\u0106\u0139\u013d\u00e2\u0413\u0432\u0420\u0421][\u0080-\uffff]/.test(text);
}

const WRONG_CHARACTER = '\ufffd';

export function hasReplacement(text: string): boolean {
  return text.includes(WRONG_CHARACTER);
}
