/**
 * In which encoding a text file is written. Byte order marks and valid UTF-8 leave no doubt; for the old one-byte
 * encodings the text is read in each and the reading wins whose letters are those of our languages.
 */
import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { type ByteSource, piecesOf } from './byte-source.ts';

/** Offered for choice; every other name that iconv-lite knows is taken too. */
export const ENCODINGS = [
  'utf-8',
  'windows-1250',
  'iso-8859-2',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'ibm852',
  'macintosh-ce',
  'windows-1251',
  'koi8-r',
] as const;

const ICONV_NAMES: Record<string, string> = { 'macintosh-ce': 'maccenteuro' };
const ONE_BYTE = [
  'windows-1250',
  'windows-1252',
  'iso-8859-2',
  'ibm852',
  'macintosh-ce',
  'windows-1251',
  'koi8-r',
] as const;
const SAMPLE = 64 * 1024;
// chardet names the standard where Windows' own set is a superset of it.
const SAME_VOTE: Record<string, string> = { 'windows-1250': 'iso-8859-2', 'windows-1252': 'iso-8859-1' };

export interface TextScan {
  readonly encoding: string;
  /** Bytes of the byte order mark, to be left out. */
  readonly skip: number;
  /** Line ends, for an estimate of the rows. */
  readonly lines: number;
  /** No text at all: many bytes that no text holds. */
  readonly isBinary: boolean;
  /** Only ASCII: every encoding but UTF-16 reads the same. */
  readonly isPlain: boolean;
}

/** Goes through the whole file once. */
export function scanText(source: ByteSource): TextScan {
  const head = source.read(0, SAMPLE);
  const mark = byteOrderMark(head);
  const wide = mark ?? wideWithoutMark(head);
  const whole = scanBytes(source, wide?.skip ?? 0);
  const lines = wide?.encoding.startsWith('utf-16') ? countWide(source) : whole.lines;
  if (wide) return { ...wide, lines, isBinary: false, isPlain: false };
  const isBinary = isRubbish(head);
  if (whole.isUtf8) return { encoding: 'utf-8', skip: 0, lines, isBinary, isPlain: whole.high.length === 0 };
  const encoding = isMostlyUtf8(source) ? 'utf-8' : guessOneByte(whole.high);
  return { encoding, skip: 0, lines, isBinary, isPlain: false };
}

function byteOrderMark(head: Buffer): { encoding: string; skip: number } | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', skip: 2 };
  return undefined;
}

/** UTF-16 betrays itself by a null byte beside most letters of the alphabet. */
function wideWithoutMark(head: Buffer): { encoding: string; skip: number } | undefined {
  const pairs = Math.floor(head.length / 2);
  if (pairs < 2) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.4 && even < pairs * 0.05) return { encoding: 'utf-16le', skip: 0 };
  return even > pairs * 0.4 && odd < pairs * 0.05 ? { encoding: 'utf-16be', skip: 0 } : undefined;
}

function scanBytes(source: ByteSource, skip: number): { isUtf8: boolean; lines: number; high: Buffer } {
  let valid = true;
  let lines = 0;
  let last = 0;
  let rest: Buffer = Buffer.alloc(0);
  const high: Buffer[] = [];
  let kept = 0;
  for (const piece of piecesOf(source, skip)) {
    lines += count(piece, 0x0a);
    last = piece[piece.length - 1] ?? last;
    if (kept < SAMPLE) {
      for (const part of aroundHigh(piece)) {
        high.push(Buffer.from(part));
        kept += part.length;
        if (kept >= SAMPLE) break;
      }
    }
    if (!valid) continue;
    const joined = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const end = completeLength(joined);
    valid = isUtf8(joined.subarray(0, end));
    rest = Buffer.from(joined.subarray(end));
  }
  // Old Mac files end their lines with a carriage return only.
  if (lines === 0) for (const piece of piecesOf(source, skip)) lines += count(piece, 0x0d);
  if (last !== 0x0a && last !== 0x0d && source.size > skip) lines += 1;
  return { isUtf8: valid && isUtf8(rest), lines, high: Buffer.concat(high) };
}

/**
 * UTF-8 with a few broken characters, as files have that were put together of several: the broken ones are named row
 * by row, instead of reading everything wrong.
 */
function isMostlyUtf8(source: ByteSource): boolean {
  const decoder = new TextDecoder('utf-8');
  let broken = 0;
  let whole = 0;
  for (const piece of piecesOf(source)) {
    for (const letter of decoder.decode(piece, { stream: true })) {
      if (letter === '\ufffd') broken += 1;
      else if (letter > '\u007f') whole += 1;
    }
  }
  return broken * 10 < whole;
}

function countWide(source: ByteSource): number {
  let lines = 1;
  for (const piece of piecesOf(source)) lines += count(piece, 0x0a);
  return lines;
}

function count(piece: Buffer, byte: number): number {
  let found = 0;
  for (let at = piece.indexOf(byte); at !== -1; at = piece.indexOf(byte, at + 1)) found += 1;
  return found;
}

/** Words with bytes above ASCII, each with a little of what stands around. */
function* aroundHigh(piece: Buffer): Generator<Buffer, void, undefined> {
  for (let at = 0; at < piece.length; at += 1) {
    if ((piece[at] as number) < 0x80) continue;
    const start = Math.max(0, at - 24);
    at = Math.min(piece.length, at + 24);
    yield piece.subarray(start, at);
  }
}

/** Length without a torn character at the end. */
function completeLength(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** Control characters that no table holds; a stray null byte alone makes no rubbish. */
function isRubbish(head: Buffer): boolean {
  let strange = 0;
  for (const byte of head)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b)
      strange += 1;
  return head.length > 0 && strange > Math.max(4, head.length * 0.02);
}

// Letters beyond ASCII of each language. A text is of one language, so a reading is as good as the language that it
// fits best; our neighbourhood is likelier than the rest, a mixture of languages is least likely.
const ALPHABETS: readonly { letters: ReadonlySet<string>; likely: number }[] = [
  { letters: new Set('áäčďéíĺľňóôŕšťúýž'), likely: 0.15 },
  { letters: new Set('áčďéěíňóřšťúůýž'), likely: 0.15 },
  { letters: new Set('äöüß'), likely: 0.12 },
  { letters: new Set('áéíóöőúüű'), likely: 0.06 },
  { letters: new Set('ąćęłńóśźż'), likely: 0.06 },
  { letters: new Set('àâçèéêëîïôùûüœæ'), likely: 0.05 },
  { letters: new Set('áéíñóúü¿¡ª'), likely: 0.09 },
  { letters: new Set('àáâãçéêíóôõúü'), likely: 0 },
  { letters: new Set('åäöéæø'), likely: 0.02 },
  { letters: new Set('áäčďéěíĺľňóôöőŕřšťúůüűýžąćęłńśźżßđăâîșţşțëç'), likely: -0.1 },
  { letters: new Set('àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿßœšžªº'), likely: -0.07 },
  { letters: new Set('абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ'), likely: 0 },
];
// A reading that leaves one letter in ten unexplained loses to a less likely one that explains all.
const MISFIT = 4;
const SIGNS = new Set('¿¡„“”‚‘’–—…€§°´\u00a0\u00ad«»·№');

/** How well the letters beyond ASCII fit one language: about 1 is well, text without any is 0. */
export function plausibility(text: string): number {
  const letters: string[] = [];
  let wrong = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] as string;
    if (letter < '\u0080' || SIGNS.has(letter)) continue;
    const before = text[at - 1] ?? ' ';
    const isCapitalInside = /\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before);
    const isMixed =
      /\p{Script=Cyrillic}/u.test(letter) && (/[a-z]/i.test(before) || /[a-z]/i.test(text[at + 1] ?? ' '));
    // A capital behind a small letter, or two scripts in one word, come from reading bytes as other letters.
    if (isCapitalInside || isMixed || !/\p{L}/u.test(letter)) wrong += 1;
    else letters.push(letter.toLowerCase());
  }
  const count = letters.length + wrong;
  if (count === 0) return 0;
  const fits = ALPHABETS.map(({ letters: known, likely }) => {
    const foreign = count - letters.filter((letter) => known.has(letter)).length;
    return 1 - (MISFIT * foreign) / count + likely;
  });
  return Math.max(...fits);
}

export function guessOneByte(high: Buffer): string {
  const votes = new Map(analyse(high).map((match) => [match.name.toLowerCase(), match.confidence]));
  let best: { encoding: string; score: number } = {
    encoding: 'windows-1250',
    score: Number.NEGATIVE_INFINITY,
  };
  for (const [rank, encoding] of ONE_BYTE.entries()) {
    // The order breaks ties: what Windows writes is commoner than what the standards say.
    const vote = (votes.get(encoding) ?? votes.get(SAME_VOTE[encoding] ?? '') ?? 0) / 5000;
    const score = plausibility(decodeAll(high, encoding)) + vote - rank * 0.002;
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
}

export function isEncodingKnown(encoding: string): boolean {
  return iconv.encodingExists(ICONV_NAMES[encoding] ?? encoding);
}

export function decodeAll(bytes: Buffer, encoding: string): string {
  return iconv.decode(bytes, ICONV_NAMES[encoding] ?? encoding);
}

/** A decoder for pieces; characters torn between two pieces are put together. */
export function decoderOf(encoding: string): { write(piece: Buffer): string; end(): string } {
  const decoder = iconv.getDecoder(ICONV_NAMES[encoding] ?? encoding, { stripBOM: true });
  return { write: (piece) => decoder.write(piece), end: () => decoder.end() ?? '' };
}

/** Text of UTF-8 that was read as a one-byte encoding: written back in that encoding it is valid UTF-8. */
export function isMojibake(text: string): boolean {
  return ['windows-1252', 'windows-1250'].some((encoding) => {
    const bytes = iconv.encode(text, encoding);
    return isUtf8(bytes) && bytes.some((byte) => byte >= 0x80) && iconv.decode(bytes, encoding) === text;
  });
}
