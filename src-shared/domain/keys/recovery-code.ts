/**
 * The recovery code as people write it: six groups of four data characters and one check character, in the
 * alphabet of Crockford's Base 32 (no I, L, O, U). 24 data characters carry 120 bits.
 */

export const CODE_GROUPS = 6;
export const GROUP_LENGTH = 5;
const DATA_LENGTH = GROUP_LENGTH - 1;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export type CodeReading =
  | { is: 'whole'; groups: string[] }
  /** `groups` counts from one: those that are whole but mistyped. Empty when characters are only missing. */
  | { is: 'incomplete' | 'mistyped'; groups: number[] };

/** `values` are 24 numbers of 0 to 31. */
export function writeCode(values: readonly number[]): string {
  const groups: string[] = [];
  for (let group = 0; group < CODE_GROUPS; group += 1) {
    const data = values.slice(group * DATA_LENGTH, (group + 1) * DATA_LENGTH);
    groups.push([...data, checkOf(data, group)].map((value) => ALPHABET[value]).join(''));
  }
  return groups.join('-');
}

/** Reads what was typed or pasted: case, spaces and dashes do not matter, nor O for 0, nor I and L for 1. */
export function readCode(text: string): CodeReading {
  const groups = splitCode(text);
  const wrong = groups.flatMap((group, at) => (isGroupRight(group, at) === false ? [at + 1] : []));
  if (wrong.length > 0) return { is: 'mistyped', groups: wrong };
  const whole = groups.length === CODE_GROUPS && groups.every((group) => group.length === GROUP_LENGTH);
  return whole ? { is: 'whole', groups } : { is: 'incomplete', groups: [] };
}

/** The groups as far as they go, in capital letters. Six parts between dashes stay apart, however long. */
export function splitCode(text: string): string[] {
  const parts = cleanCode(text, ' ').split(' ').filter(Boolean);
  if (parts.length === CODE_GROUPS) return parts;
  return parts.join('').match(new RegExp(`.{1,${GROUP_LENGTH}}`, 'gu')) ?? [];
}

/** Capital letters and digits only; what stands between them becomes `between`. */
export function cleanCode(text: string, between = ''): string {
  return text
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^\p{L}\p{N}]+/gu, between);
}

/** Whether the group at this place, counted from zero, holds no typo; null while it is not whole. */
export function isGroupRight(group: string, at: number): boolean | null {
  if (group.length < GROUP_LENGTH) return [...group].every((sign) => ALPHABET.includes(sign)) ? null : false;
  if (group.length > GROUP_LENGTH || at >= CODE_GROUPS) return false;
  const values = [...group].map((sign) => ALPHABET.indexOf(sign));
  return !values.includes(-1) && values[DATA_LENGTH] === checkOf(values.slice(0, DATA_LENGTH), at);
}

/** The 24 numbers of a whole code. */
export function valuesOf(groups: readonly string[]): number[] {
  return groups.flatMap((group) => Array.from(group.slice(0, DATA_LENGTH), (sign) => ALPHABET.indexOf(sign)));
}

/**
 * A weighted sum over GF(32): each place has its own weight, so one wrong character and two exchanged ones are
 * always found. The group's place is mixed in, so that exchanged groups are found too.
 */
function checkOf(data: readonly number[], group: number): number {
  return data.reduce((sum, value, at) => sum ^ multiply(value, 2 ** (at + 1)), group + 1);
}

/** Multiplication in GF(2^5) modulo x^5 + x^2 + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let factor = a, rest = b; rest > 0; rest >>= 1) {
    if (rest & 1) product ^= factor;
    factor <<= 1;
    if (factor & 32) factor ^= 0b100101;
  }
  return product;
}
