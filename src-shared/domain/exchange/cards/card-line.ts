/**
 * One line of a vCard (2.1, 3.0 or 4.0) taken apart. Text is "binary": one character for each byte of the file,
 * because a line of version 2.1 may be written in an encoding of its own.
 */

export interface CardLine {
  /** `item1` of `item1.TEL`, in lower case; what belongs together has the same one. */
  readonly group: string;
  /** In capitals. */
  readonly name: string;
  /** Values of TYPE, and what version 2.1 writes without a name (`TEL;WORK`), in lower case. */
  readonly types: readonly string[];
  /** Further parameters by name in capitals. */
  readonly params: Readonly<Record<string, string>>;
  /** Undecoded. */
  readonly value: string;
}

const ENCODINGS = new Set(['QUOTED-PRINTABLE', 'BASE64', 'B', '8BIT', '7BIT']);
const NAME = /^(?:([\w-]{1,60})\.)?([A-Za-z][\w-]{0,60})(?=[;:])/;

/** Null where the line is no property at all. */
export function parseCardLine(line: string): CardLine | null {
  const head = NAME.exec(line);
  if (!head) return null;
  const types: string[] = [];
  const params: Record<string, string> = {};
  let at = head[0].length;
  while (line[at] === ';') {
    const end = endOfParam(line, at + 1);
    if (end === -1) return null;
    takeParam(line.slice(at + 1, end), types, params);
    at = end;
  }
  return {
    group: (head[1] ?? '').toLowerCase(),
    name: (head[2] as string).toUpperCase(),
    types,
    params,
    value: line.slice(at + 1),
  };
}

/** Where the next `;` or `:` outside quotation marks stands; -1 where the line ends before. */
function endOfParam(line: string, from: number): number {
  let isQuoted = false;
  for (let at = from; at < line.length; at += 1) {
    const letter = line[at];
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === ';' || letter === ':')) return at;
  }
  // A quotation mark that is never closed is no quotation mark.
  if (!isQuoted) return -1;
  const bare = line.slice(from).search(/[;:]/);
  return bare === -1 ? -1 : from + bare;
}

function takeParam(text: string, types: string[], params: Record<string, string>): void {
  const equals = text.indexOf('=');
  const value = (equals === -1 ? text : text.slice(equals + 1)).replaceAll('"', '').trim();
  const name = equals === -1 ? '' : text.slice(0, equals).trim().toUpperCase();
  if (name === '' && ENCODINGS.has(value.toUpperCase())) params['ENCODING'] = value.toUpperCase();
  else if (name === '' || name === 'TYPE')
    types.push(
      ...value
        .split(',')
        .map((type) => type.trim().toLowerCase())
        .filter(Boolean),
    );
  else params[name] = name === 'ENCODING' ? value.toUpperCase() : value;
}

export function isQuotedPrintable(line: CardLine): boolean {
  return line.params['ENCODING'] === 'QUOTED-PRINTABLE';
}

/** Bytes of quoted-printable text; what is no code of a byte stays as it is. */
export function unquotePrintable(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/=([\dA-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Parts of a structured value at unescaped semicolons, each still escaped. */
export function splitParts(value: string, separator = ';'): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] === '\\') at += 1;
    else if (value[at] === separator) {
      parts.push(value.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(value.slice(start));
  return parts;
}

/** Line breaks, commas, semicolons, colons and backslashes as they are meant; other backslashes stay. */
export function unescapeText(value: string): string {
  return value.includes('\\')
    ? value.replace(/\\([\\,;:nN])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter))
    : value;
}
