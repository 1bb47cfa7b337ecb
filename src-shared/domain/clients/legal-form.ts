/**
 * "Alfa, spol. s r. o." and "ALFA s.r.o." are one firm: the legal form is taken off a name in whatever spelling.
 *
 * All spellings make two regular expressions, one that minds upper and lower case and one that does not, with a group
 * for each form: a name is looked through once, not once for each form.
 */
import { fold } from '../text/fold.ts';
import { type LegalFormCode, SPELLINGS } from './legal-form-table.ts';

export { LEGAL_FORMS, type LegalFormCode } from './legal-form-table.ts';

const MARKED: Record<string, string> = {
  a: 'aáäą',
  c: 'cčć',
  d: 'dď',
  e: 'eéě',
  i: 'ií',
  l: 'lľĺł',
  n: 'nňń',
  o: 'oóôöő',
  r: 'rŕř',
  s: 'sšś',
  t: 'tť',
  u: 'uúůü',
  y: 'yý',
  z: 'zžź',
};

// Behind a name stands what state the firm is in; it is no part of the name, nor of the form.
const STATE =
  /[\s,;–"„“-]+(?:v\s+likvid[aá]ci[ií]|v\s+konkurze|v\s+re[sš]trukturaliz[aá]cii|in\s+liquidation|i\.\s?l\.)[\s"“”]*$/iu;

// Without a space only behind a bracket, a quotation mark or a dotted word ("Alfa.s.r.o."), so that U.S.A. stays whole.
const suffixAnyCase = new RegExp(
  `(?:^|[\\s,;]+(?:-\\s*)?|(?<=[)"“”]|\\p{L}\\p{L}\\.))(?:${groupsOf('suffix')})[\\s.,;]*$`,
  'iu',
);
const suffixExact = new RegExp(`(?:^|[\\s,;]+)(?:${groupsOf('exact')})[\\s.,;]*$`, 'u');
const suffixExactAfterComma = new RegExp(`,\\s*(?:${groupsOf('exact')})[\\s.,;]*$`, 'iu');
// In the middle only forms with dots or of several words, and only from a comma or a space to a space.
const inside = new RegExp(`(?<!\\p{Lu}\\.)[\\s,]+(?:${groupsOf('suffix')})(?=[\\s,]+\\p{L})`, 'iu');
const hasDotOrWords = /[.\s]\s*\p{L}/u;
const wordInName = new RegExp(`(?:^|[,–-]\\s*)(?:${groupsOf('word')})(?=$|[\\s,-])`, 'iu');
const wholeForm = new RegExp(`^(?:${groupsOf('suffix')})$`, 'iu');
const wholeExact = new RegExp(`^(?:${groupsOf('exact')})$`, 'iu');
const registerStart = new RegExp(`^(?:${groupsOf('register')})`, 'u');

/**
 * The name without its legal form ("ARES, spol. s r.o." → "ARES", "sro"). A form that is part of the name itself
 * ("Nadácia VSE", "Obec Soľ") is told but stays; a name that is nothing but a form stays whole.
 */
export function splitLegalForm(name: string): { base: string; form?: LegalFormCode } {
  const whole = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  const text = whole.replace(STATE, '');
  const suffix = suffixAnyCase.exec(text) ?? suffixExact.exec(text) ?? suffixExactAfterComma.exec(text);
  const base = suffix ? trimEnd(text.slice(0, suffix.index)) : '';
  if (suffix && base === '') return { base: whole, form: codeOf(suffix) };
  if (suffix && !isInitials(base, suffix[0])) {
    const form = codeOf(suffix);
    // "Alfa GmbH, organizačná zložka" has two forms: the last one tells what it is, both leave the name.
    return { base: form === 'branch' ? splitLegalForm(base).base : base, form };
  }
  const middle = inside.exec(text);
  if (middle && hasDotOrWords.test(middle[0].trim())) {
    const rest = text.slice(middle.index + middle[0].length).replace(/^[\s,.]+/, '');
    return { base: `${trimEnd(text.slice(0, middle.index))} ${rest}`.trim(), form: codeOf(middle) };
  }
  const word = wordInName.exec(text);
  const kept = trimEnd(text) || whole;
  return word ? { base: kept, form: codeOf(word) } : { base: kept };
}

/** The form that a register or a column of an import names ("Akciová spoločnosť", "s. r. o.", "GmbH"). */
export function legalFormOf(text: string): LegalFormCode | undefined {
  const trimmed = text.normalize('NFC').trim();
  const match = wholeForm.exec(trimmed) ?? wholeExact.exec(trimmed) ?? registerStart.exec(fold(trimmed));
  return match ? codeOf(match) : undefined;
}

/**
 * What two names of one firm have in common: folded, without legal form, punctuation and repeated spaces. Never empty
 * for a name that is not blank.
 */
export function clientMatchKey(name: string): string {
  return plainWords(splitLegalForm(name).base) || plainWords(name) || fold(name) || name.trim();
}

function plainWords(text: string): string {
  return fold(text)
    .replace(/(?<=[\p{L}\p{N}]\s?)[&+](?=\s?[\p{L}\p{N}])/gu, ' a ')
    .replace(/['"`´]|\.(?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(?<=(?:^| )\p{L}) (?=\p{L}(?: |$))/gu, '');
}

/** "U. S. A." is no joint-stock company: two letters behind initials are initials too. */
function isInitials(base: string, suffix: string): boolean {
  return /(?:^|[\s.])\p{L}\.$/u.test(base) && /^[\s.]*s[\s.]*[ae][\s.]*$/i.test(suffix);
}

function trimEnd(text: string): string {
  return text.replace(/[\s,;–-]+$/u, '').trimStart();
}

function codeOf(match: RegExpExecArray): LegalFormCode | undefined {
  return SPELLINGS.find(({ code }) => match.groups?.[code] !== undefined)?.code;
}

function groupsOf(kind: 'suffix' | 'exact' | 'word' | 'register'): string {
  const groups = SPELLINGS.flatMap((spelling) => {
    const source = spelling[kind];
    return source === undefined
      ? []
      : [`(?<${spelling.code}>${kind === 'register' ? source : toPattern(source)})`];
  });
  return groups.join('|');
}

function toPattern(spelling: string): string {
  return spelling.replace(/\\.| \?|[a-z .~]/g, (part) => {
    if (part === ' ') return '\\s+';
    if (part === ' ?') return '\\s*';
    if (part === '.') return '\\s?\\.\\s?';
    if (part === '~') return '\\s?\\.?\\s?';
    return MARKED[part] ? `[${MARKED[part]}]` : part;
  });
}
