/**
 * Lines of a vCard as its two living versions write them: 3.0 (RFC 2426), which every telephone and Outlook read, and
 * 4.0 (RFC 6350), in which several firms of one person have a place.
 */
export type CardVersion = '3.0' | '4.0';

export interface CardProperty {
  readonly name: string;
  /** Text, or the components of a structured value. */
  readonly value: string | readonly string[];
  /** Values of TYPE. */
  readonly types?: readonly string[];
  /** A URI or a time, which is not escaped as text is. */
  readonly isPlain?: boolean;
  readonly params?: string;
  /** Properties of one firm share it. */
  readonly group?: string;
}

const LONGEST_LINE = 75;

/** A whole card with its line ends. */
export function cardText(version: CardVersion, properties: readonly CardProperty[]): string {
  const head = ['BEGIN:VCARD', `VERSION:${version}`, 'PRODID:-//Vizitka//Vizitka//EN'];
  const lines = [...head, ...properties.map((property) => lineOf(version, property)), 'END:VCARD'];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}

function lineOf(version: CardVersion, { name, value, types, isPlain, params, group }: CardProperty): string {
  const cased = types?.map((type) => (version === '3.0' ? type.toUpperCase() : type));
  const typed = cased && cased.length > 0 ? `;TYPE=${cased.join(',')}` : '';
  const text =
    typeof value === 'string' ? (isPlain ? oneLine(value) : escapeText(value)) : value.map(escape).join(';');
  return `${group ? `${group}.` : ''}${name}${typed}${params ? `;${params}` : ''}:${text}`;
}

/** A semicolon parts components only, and some programs show the backslash before it elsewhere. */
function escapeText(text: string): string {
  return text.replace(/[\\,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

function escape(text: string): string {
  return text.replace(/[\\,;]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/** What is not escaped must not end the line. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

/** At most 75 octets a line without its end, never inside a character (RFC 2425, section 5.8.1). */
export function foldLine(line: string): string {
  if (line.length * 3 <= LONGEST_LINE || Buffer.byteLength(line) <= LONGEST_LINE) return line;
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > LONGEST_LINE) {
      pieces.push(piece);
      piece = ' ';
      bytes = 1;
    }
    piece += letter;
    bytes += size;
  }
  return [...pieces, piece].join('\r\n');
}
