/**
 * A key whose plain binary order is the Slovak order, because SQLite has neither ICU nor our own collation.
 *
 * The key has up to three levels, parted by a space, which is lower than every other byte of a key:
 *   letters   one byte for a frequent character, more for a rare one (see `primaryCodes`);
 *   accents   for every mark: how many letters stand before it, counted from the last mark, and which mark it is;
 *   case      two bits for each letter, three letters to a byte, up to the last letter that is not small.
 * So "č" is a letter of its own between c and d, "á" goes with "a", and accents and then case decide between equals.
 * Keys are ASCII, or below U+D800 for foreign scripts, where UTF-8 bytes and UTF-16 units sort alike.
 */
import {
  EXPANSIONS,
  FREQUENT,
  JOINED,
  MARK_ORDER,
  ORDER,
  OTHER_LETTERS,
  OTHER_SYMBOLS,
  VARIANT,
} from './sort-key-table.ts';

export { SORT_KEY_VERSION } from './sort-key-table.ts';

/** One letter at the first level ('' for a mark alone), the marks on it, and its case: 0 small … 3, see `levelOf`. */
type Element = { primary: string; marks: string; level: number };

const FIRST_CODE = 0x21;
const RARE = '~';
const LAST_PLAIN_CODE_POINT = 0xd7ff;

const primaryOf = primaryCodes();
const markOf = markCodes();
const CH = primaryOf.get('ch') ?? '';

// Latin letters are nearly all there is: they are looked up by code unit, the rest by string.
const LATIN_LIMIT = 0x250;
const latinElements: (readonly Element[] | undefined)[] = new Array(LATIN_LIMIT);
const otherElements = new Map<string, readonly Element[]>();
const OTHER_ELEMENTS_KEPT = 10_000;

/** Sort key of any text: `sortKey(a) < sortKey(b)` exactly when `Intl.Collator('sk')` puts a before b. Never throws. */
export function sortKey(text: string): string {
  const source = isLatin(text) ? text : text.normalize('NFC');
  let letters = '';
  let accents = '';
  let count = 0;
  let sinceMark = 0;
  const raised: number[] = [];
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    let elements = elementsAt(source, at, unit);
    if (unit > LAST_PLAIN_CODE_POINT && unit < 0xdc00) at += 1;
    if ((unit === 0x63 || unit === 0x43) && at + 1 < source.length) {
      const next = source.charCodeAt(at + 1);
      if (startsWithH(source.charAt(at + 1), next)) {
        elements = joinedWithC(elementsAt(source, at + 1, next), unit === 0x43);
        at += 1;
      }
    }
    for (const { primary, marks, level } of elements) {
      if (primary !== '') {
        letters += primary;
        if (level !== 0) raised.push(count * 4 + level);
        count += 1;
        sinceMark += 1;
      }
      for (const mark of marks) {
        accents += encodeDistance(sinceMark) + mark;
        sinceMark = 0;
      }
    }
  }
  if (raised.length > 0) return `${letters} ${accents} ${encodeCase(raised)}`;
  return accents === '' ? letters : `${letters} ${accents}`;
}

function isLatin(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= LATIN_LIMIT) return false;
  return true;
}

function startsWithH(char: string, unit: number): boolean {
  if (unit < 0x80) return unit === 0x68 || unit === 0x48;
  return unit > 0x200 && /^h/i.test(char.normalize('NFD'));
}

/** "ch" is one letter with four cases (ch, cH, Ch, CH), whatever marks its h has. */
function joinedWithC(elements: readonly Element[], isCapital: boolean): readonly Element[] {
  const [h, ...rest] = elements;
  if (!h) return elements;
  return [{ primary: CH, marks: h.marks, level: (isCapital ? 2 : 0) + (h.level === 0 ? 0 : 1) }, ...rest];
}

/** More letters before a mark sort lower: the text without the mark at the earlier place comes first. */
function encodeDistance(letters: number): string {
  const most = RARE.charCodeAt(0) - FIRST_CODE;
  if (letters < most) return String.fromCharCode(RARE.charCodeAt(0) - letters);
  return String.fromCharCode(FIRST_CODE).repeat(Math.floor(letters / most)) + encodeDistance(letters % most);
}

function encodeCase(raised: readonly number[]): string {
  let key = '';
  let packed = 0;
  let group = 0;
  for (const entry of raised) {
    const position = entry >> 2;
    for (const target = Math.floor(position / 3); group < target; group++) {
      key += String.fromCharCode(FIRST_CODE + packed);
      packed = 0;
    }
    packed |= (entry & 3) << (4 - 2 * (position % 3));
  }
  return key + String.fromCharCode(FIRST_CODE + packed);
}

function elementsAt(source: string, at: number, unit: number): readonly Element[] {
  if (unit < LATIN_LIMIT) {
    latinElements[unit] ??= describe(String.fromCharCode(unit));
    return latinElements[unit];
  }
  const char = String.fromCodePoint(source.codePointAt(at) ?? unit);
  const known = otherElements.get(char);
  if (known) return known;
  if (otherElements.size >= OTHER_ELEMENTS_KEPT) otherElements.clear();
  const elements = describe(char);
  otherElements.set(char, elements);
  return elements;
}

/** What one character is made of; the slow way, whose result is kept. */
function describe(char: string): Element[] {
  const elements: Element[] = [];
  for (const part of joinLetters(decompose(char))) {
    const mark = markOf.get(part) ?? (/\p{Mn}/u.test(part) ? markOf.get(VARIANT) : undefined);
    const last = elements.at(-1);
    if (mark !== undefined && last) last.marks += mark;
    else if (mark !== undefined) elements.push({ primary: '', marks: mark, level: 0 });
    else if (!isIgnored(part)) elements.push(...describeLetter(part, char));
  }
  return elements;
}

function describeLetter(part: string, char: string): Element[] {
  const small = primaryOf.has(part) ? part : part.toLowerCase();
  const level = levelOf(part !== small, char.normalize('NFD') !== char.normalize('NFKD'));
  const expansion = EXPANSIONS[small];
  if (!expansion) return [{ primary: primaryOf.get(small) ?? unlistedCode(small), marks: '', level }];
  const [bases, mark] = expansion;
  return [...bases].map((base, at) => ({
    primary: primaryOf.get(base) ?? '',
    marks: at === 0 ? (markOf.get(mark) ?? '') : '',
    level,
  }));
}

function levelOf(isCapital: boolean, isVariant: boolean): number {
  return (isCapital ? 2 : 0) + (isVariant ? 1 : 0);
}

/** Base letters and marks; a listed spacing accent (´ ¨) stays itself although Unicode can take it apart. */
function decompose(char: string): string[] {
  if (primaryOf.has(char) && !JOINED.includes(char)) return [char];
  const parts = char.normalize('NFD');
  return [...(primaryOf.has(parts) ? parts : parts.normalize('NFKD'))];
}

/** Puts c and its caron together again, also when another mark stands between that does not block them. */
function joinLetters(parts: string[]): string[] {
  const [base = '', ...marks] = parts;
  for (const mark of marks) {
    const letter = (base + mark).normalize('NFC');
    if (!JOINED.includes(letter.toLowerCase()) || letter.length > 1) continue;
    const rest = marks.filter((other) => other !== mark);
    if ((letter + rest.join('')).normalize('NFD') === parts.join('')) return [letter, ...rest];
  }
  return parts;
}

function isIgnored(part: string): boolean {
  return /^[\p{Cc}\p{Cf}\ufe00-\ufe0f]$/u.test(part) && !primaryOf.has(part);
}

/** Characters in no table sort by code point, symbols before the digits and letters after all known letters. */
function unlistedCode(char: string): string {
  const lead = primaryOf.get(/[\p{P}\p{S}\p{Z}]/u.test(char) ? OTHER_SYMBOLS : OTHER_LETTERS) ?? RARE;
  const codePoint = char.codePointAt(0) ?? 0;
  if (codePoint < LAST_PLAIN_CODE_POINT) return lead + char;
  const digits = [18, 12, 6, 0].map((shift) => String.fromCharCode(FIRST_CODE + ((codePoint >> shift) & 63)));
  return lead + String.fromCharCode(LAST_PLAIN_CODE_POINT) + digits.join('');
}

/**
 * A frequent character has one byte. A rare one is the byte of the frequent character before it, "~", which is above
 * every such byte, and its number in the row: it sorts behind all that begins with the frequent one.
 */
function primaryCodes(): Map<string, string> {
  const codes = new Map<string, string>();
  let code = FIRST_CODE;
  let rare = 0;
  const mostRare = RARE.charCodeAt(0) - FIRST_CODE;
  for (const char of ORDER) {
    const isLead = char === OTHER_SYMBOLS || char === OTHER_LETTERS;
    if (isLead || FREQUENT.has(char) || rare >= mostRare) {
      code += 1;
      rare = 0;
    }
    if (isLead || FREQUENT.has(char)) codes.set(char, String.fromCharCode(code));
    else codes.set(char, String.fromCharCode(code) + RARE + String.fromCharCode(FIRST_CODE + rare++));
    // What follows a lead is any character at all, so no row of rare ones may hang on it.
    if (isLead) rare = mostRare;
  }
  return codes;
}

function markCodes(): Map<string, string> {
  const codes = new Map<string, string>();
  for (const [rank, marks] of MARK_ORDER.entries()) {
    for (const mark of marks === VARIANT ? [VARIANT] : marks)
      codes.set(mark, String.fromCharCode(FIRST_CODE + rank));
  }
  return codes;
}
