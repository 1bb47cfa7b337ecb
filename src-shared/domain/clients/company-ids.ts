/**
 * The three numbers of a Slovak firm: IČO (register), DIČ (tax) and IČ DPH (VAT), and VAT numbers of other countries.
 *
 * A problem is what can only be a typing error. Where no law gives a check digit, or genuine numbers are known that
 * break the usual rule, the number is taken with a warning: better an odd number kept than a true one refused.
 */
import { checkVAT, countries } from 'jsvat';

type Refused<Problem extends string> = { value?: undefined; warning?: undefined; problem: Problem };
type Taken<Warning extends string> = { value: string; warning?: Warning; problem?: undefined };

/** `value`: eight digits. */
export type IcoCheck = Taken<never> | Refused<'length' | 'checkDigit'>;
/** `value`: ten digits. */
export type DicCheck = Taken<'checkDigit' | 'unusual'> | Refused<'length'>;
/** `value`: country letters and number without spaces. "notChecked": nobody published rules for that country. */
export type VatIdCheck =
  | Taken<'checkDigit' | 'unusual' | 'notChecked'>
  | Refused<'length' | 'checkDigit' | 'format'>;

const ICO_WEIGHTS = [8, 7, 6, 5, 4, 3, 2];
const ICO_LABEL = /^\s*I[ČC]O?\s*[:.]?\s*(?=[\d ])/iu;
const DIC_LABEL = /^\s*(?:DI[ČC]|TAX ID)\s*[:.]?\s*/iu;
const VAT_LABEL =
  /^\s*(?:I[ČC]\s*DPH|VAT(?:\s*(?:ID|NO|REG\.?\s*NO))?|UID|USt-?Id(?:-?Nr)?|DI[ČC])\s*\.?\s*:?\s*/iu;

// Countries whose check digit was compared with many genuine numbers; elsewhere a wrong one only warns.
const CHECK_DIGIT_COUNTRIES = new Set(['SK', 'CZ', 'DE', 'AT', 'PL', 'HU']);

/**
 * IČO: eight digits, the last a weighted sum modulo 11 (regulation of the Slovak and Czech registers). Old ones of six
 * digits, and those whose zeros a spreadsheet dropped, are filled up in front.
 */
export function checkIco(text: string): IcoCheck {
  const digits = compact(text.replace(ICO_LABEL, ''));
  if (!/^\d{6,8}$/.test(digits)) return { problem: 'length' };
  const value = digits.padStart(8, '0');
  const sum = ICO_WEIGHTS.reduce((total, weight, at) => total + weight * Number(value[at]), 0);
  return (11 - (sum % 11)) % 10 === Number(value[7]) ? { value } : { problem: 'checkDigit' };
}

/** Slovak DIČ: ten digits. All known ones are divisible by 11, but no law says so: others are taken with a warning. */
export function checkDic(text: string): DicCheck {
  const value = compact(text.replace(DIC_LABEL, '')).replace(/^SK/, '');
  if (!/^\d{10}$/.test(value)) return { problem: 'length' };
  if (Number(value) % 11 !== 0) return { value, warning: 'checkDigit' };
  return value.startsWith('0') ? { value, warning: 'unusual' } : { value };
}

/**
 * VAT number of any country; without country letters it is taken as one of `country` (ISO 3166, two letters). Rules of
 * the member states as jsvat knows them (Greece is EL there); Slovak IČ DPH: "SK" and ten digits divisible by 11.
 */
export function checkVatId(text: string, country = 'SK'): VatIdCheck {
  const bare = compact(text.replace(VAT_LABEL, ''));
  const value = (/^[A-Z]{2}/.test(bare) ? bare : `${country.toUpperCase()}${bare}`).replace(/^GR/, 'EL');
  const prefix = value.slice(0, 2);
  if (!/^[A-Z]{2}(?=.*\d)[A-Z\d+*]{2,15}$/.test(value)) return { problem: 'length' };
  if (prefix === 'SK') return checkSlovakVatId(value);
  // A Czech VAT number of nine or ten digits is a person's birth number, whose check digit has exceptions.
  const isStrict = CHECK_DIGIT_COUNTRIES.has(prefix) && !/^CZ\d{9,10}$/.test(value);
  const result = checkVAT(value, countries);
  if (result.isValid) return { value };
  if (!result.isSupportedCountry || !isVatPrefixKnown(prefix)) return { value, warning: 'notChecked' };
  if (isStrict) return { problem: result.isValidFormat ? 'checkDigit' : 'format' };
  return { value, warning: result.isValidFormat ? 'checkDigit' : 'unusual' };
}

function checkSlovakVatId(value: string): VatIdCheck {
  const digits = value.slice(2);
  if (!/^\d{10}$/.test(digits)) return { problem: 'length' };
  if (Number(digits) % 11 !== 0) return { problem: 'checkDigit' };
  return checkVAT(value, countries).isValid ? { value } : { value, warning: 'unusual' };
}

function isVatPrefixKnown(prefix: string): boolean {
  return prefix === 'EL' || countries.some((country) => country.codes.includes(prefix));
}

function compact(text: string): string {
  return text.toUpperCase().replace(/[\s.\-–/\u00a0]/g, '');
}
