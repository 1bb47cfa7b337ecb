/**
 * Accent-blind text: what search indexes, what duplicates are compared by.
 *
 * Unicode decomposition (NFKD) takes off every mark that is written as one and unfolds ligatures and full-width
 * forms. Letters whose stroke or shape is part of the letter (ł, ø, ß…) do not decompose, so they are mapped here:
 * "lukasz" has to find Łukasz and "strasse" Straße.
 */

const UNDECOMPOSED: Record<string, string> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ɖ: 'd',
  ƒ: 'f',
  ə: 'e',
  ʼ: "'",
  '’': "'",
  '‘': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
};

const UNDECOMPOSED_PATTERN = new RegExp(`[${Object.keys(UNDECOMPOSED).join('')}]`, 'gu');
// Almost every cell of an import is plain ASCII; those need no Unicode work at all.
const PLAIN_ASCII = /^[\x00-\x7f]*$/;
// Soft hyphen, zero-width characters, bidi marks and the byte order mark: invisible, so they must not part two names.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu;

/** Lower-case text without diacritics, ligatures, invisible characters or repeated white space; trimmed. */
export function fold(text: string): string {
  if (PLAIN_ASCII.test(text)) return collapseSpaces(text.toLowerCase());
  const bare = text
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(UNDECOMPOSED_PATTERN, (letter) => UNDECOMPOSED[letter] ?? letter);
  // Recompose: decomposition also took Hangul syllables apart, and one text must have one spelling in the index.
  return collapseSpaces(bare.normalize('NFC'));
}

/** The folded letters-and-digits tokens of a text, in order: "Škoda-Auto, a.s." → ['skoda', 'auto', 'a', 's']. */
export function foldWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function collapseSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
