/**
 * Phone numbers: understood where they can be, kept to the letter where they cannot.
 *
 * A number that libphonenumber knows is stored in E.164 ("+421905123456"), with an extension as in RFC 3966
 * (";ext=3651"). Anything else keeps the words the user wrote, so no import loses a number or a leading zero.
 *
 * The "min" metadata are enough: they know lengths and patterns of all countries (83 KB; "max" has 157 KB and takes a
 * quarter longer). "max" would also refuse ranges not handed out yet, and that list is out of date sooner than we are.
 */
import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import type { Phone } from '../../entities/field.ts';

export { PHONE_KINDS, type Phone } from '../../entities/field.ts';
export type PhoneKind = Phone['kind'];

export type ParsedPhone = { value: string; valid: boolean; extension?: string };

const LABEL = /^(?:tel|telef[oó]n|phone|mob|mobil|fax|gsm|t|m|f)\s*(?:[.:]\s*)+(?=[+(\d])/i;
const EXTENSION_WORD = /[\s,;]*(?:\b(?:kl|kll|klapka|linka|l|int|dw|durchwahl)\b\.?)\s*:?\s*(\d{1,7})$/i;
const SHORTEST_FULL_NUMBER = 7;
const SHORTEST_QUERY = 3;

/**
 * Reads one number as dialled from `country` (ISO 3166 two letters; an unknown one means only international spelling
 * is understood). Not valid: `value` is the trimmed original, unchanged.
 */
export function parsePhone(text: string, country: string): ParsedPhone {
  const original = text.trim();
  const number = readNumber(original, country);
  if (!number) return { value: original, valid: false };
  if (!number.ext) return { value: number.number, valid: true };
  return { value: `${number.number};ext=${number.ext}`, valid: true, extension: number.ext };
}

/** For the screen and print: national spelling inside `country`, international elsewhere; "#" before the extension. */
export function formatPhone(value: string, country: string): string {
  const number = readNumber(value, country);
  if (!number) return value;
  const extension = number.ext ? ` #${number.ext}` : '';
  number.ext = undefined;
  return (number.country === country ? number.formatNational() : number.formatInternational()) + extension;
}

/** Digit strings to find a stored number by: "421905123456" and "0905123456"; of a number not understood its digits. */
export function phoneDigits(value: string, country: string): string[] {
  const number = readNumber(value, country);
  if (!number) return [digitsOf(value)].filter((digits) => digits !== '');
  number.ext = undefined;
  return [...new Set([digitsOf(number.number), digitsOf(number.formatNational())])];
}

/**
 * Digits to search by when what was typed can only be a piece of a number ("+421 905", "0905/12"), else undefined.
 * An international prefix ("+", "00") is left out, as `phoneDigits` has none; at least three digits must remain.
 */
export function isPhoneQuery(text: string): string | undefined {
  const query = text.trim();
  if (!/^(?:\+|00)?[\d\s()/.\-–\u00a0]+$/.test(query)) return undefined;
  const digits = digitsOf(query.replace(/\(0\)/, '')).replace(/^00/, '');
  return digits.length >= SHORTEST_QUERY ? digits : undefined;
}

/**
 * Parts a cell that holds several numbers, by line, comma, semicolon, "|" or ":::" and, where both sides are whole
 * numbers, by slash: "02/5555 1234" is one number, "0905 123 456 / 0905 123 457" are two.
 */
export function splitPhones(cell: string): string[] {
  return cell
    .split(/\s*:::\s*|[\r\n|]+|,(?!\s*(?:kl|klapka|linka|ext|x)\b)|;(?!\s*(?:ext|kl|klapka|linka)\b)/i)
    .flatMap(splitAtSlashes)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function splitAtSlashes(part: string): string[] {
  const numbers: string[] = [];
  let current = '';
  for (const piece of part.split('/')) {
    if (current === '') current = piece;
    else if (countDigits(current) < SHORTEST_FULL_NUMBER) current += `/${piece}`;
    else {
      numbers.push(current);
      current = piece;
    }
  }
  // A short rest ("02/5555 1234/35" has a second ending) says nothing alone, so it stays with its number.
  const last = numbers.at(-1);
  if (last !== undefined && countDigits(current) < SHORTEST_FULL_NUMBER)
    numbers[numbers.length - 1] = `${last}/${current}`;
  else numbers.push(current);
  return numbers;
}

function readNumber(text: string, country: string): PhoneNumber | undefined {
  const bare = text.replace(/^tel:/i, '').trim().replace(LABEL, '').replace(EXTENSION_WORD, ' ext. $1');
  const defaultCountry: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const direct = readValid(bare, defaultCountry);
  if (direct) return direct;
  if (/^00[1-9]/.test(bare)) return readValid(`+${bare.slice(2)}`, undefined);
  // Spreadsheets take the plus away; eleven digits and more that fit no national number are an international one.
  if (/^[1-9]\d{10,14}$/.test(bare)) return readValid(`+${bare}`, undefined);
  return undefined;
}

function readValid(text: string, defaultCountry: CountryCode | undefined): PhoneNumber | undefined {
  // Whole text or nothing: a number taken out of "0905 123 456 (Jana)" would lose Jana.
  const number = parsePhoneNumberFromString(text, { defaultCountry, extract: false });
  return number?.isValid() ? number : undefined;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

function countDigits(text: string): number {
  return digitsOf(text).length;
}
