/** What a column's values say about it, for headings that are missing, unknown or have several meanings. */
import { fold } from '../text/fold.ts';

export interface ContentSigns {
  /** Filled values looked at. */
  readonly filled: number;
  readonly email: number;
  readonly phone: number;
  readonly ico: number;
  readonly postcode: number;
  readonly web: number;
  /** Names with a legal form: s. r. o., GmbH, Ltd… */
  readonly firm: number;
  /** Two to four words that begin with a capital, as people's names do. */
  readonly person: number;
  /** Academic and courtesy titles alone. */
  readonly title: number;
  readonly country: number;
}

const EMAIL = /^[^\s@,;<>]+@[^\s@,;<>]+\.[a-z]{2,}$/i;
const WEB = /^(?:https?:\/\/\S+|www\.\S+\.\S+)$/i;
const PHONE = /^(?:\+|00)?[\d\s()/.\-–]{7,20}(?:\s*(?:x|ext\.?|kl\.?)\s*\d+)?$/i;
const DAY = /^\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}$/;
const POSTCODE = /^\d{3}\s?\d{2}$/;
const FIRM =
  /(?:\bs\.? ?r\.? ?o\.?|\ba\.? ?s\.?|\bspol\.|\bk\.? ?s\.|\bv\.? ?o\.? ?s\.|\bgmbh|\bag|\bkg|\bltd\.?|\bllc|\binc\.?|\bcorp\.?|\bplc|\bkft\.?|\bsp\. z o\. ?o\.|\bo\. ?z\.|\bs\.?a\.?r\.?l\.?|\bcompany|\bgroup)$/;
const TITLE =
  /^(?:(?:ing|mgr|bc|dr|mudr|mvdr|judr|phdr|rndr|paeddr|pharmdr|thdr|doc|prof|arch|phd|csc|drsc|mba|llm|dis|dipl|mr|mrs|ms|miss|sir|pan|pani|p|herr|frau|jr|sr|ii|iii)\.?[\s,-]*)+$/;
const PERSON = /^\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){1,3}$/u;

/** Shares (0 to 1) of the filled samples that look like each thing. */
export function signsOf(samples: readonly string[]): ContentSigns {
  const values = samples.map((sample) => sample.trim()).filter((sample) => sample !== '');
  const share = (test: (value: string) => boolean) =>
    values.length === 0 ? 0 : values.filter(test).length / values.length;
  return {
    filled: values.length,
    email: share((value) => EMAIL.test(firstOf(value))),
    phone: share(isPhoneLike),
    ico: share((value) => isIcoLike(firstOf(value))),
    postcode: share((value) => POSTCODE.test(firstOf(value))),
    web: share((value) => WEB.test(value)),
    firm: share((value) => FIRM.test(fold(value))),
    person: share((value) => PERSON.test(value) && !FIRM.test(fold(value))),
    title: share((value) => TITLE.test(fold(value))),
    country: share((value) => /^[A-Z]{2}$/.test(value)),
  };
}

/** The value in lists as programs print them: "['06731']", "a ::: b". */
function firstOf(value: string): string {
  return (/^\[\s*['"]?([^'"\],]*)/.exec(value)?.[1] ?? value.split(':::')[0] ?? value).trim();
}

function isPhoneLike(value: string): boolean {
  const first = firstOf(value);
  if (!PHONE.test(first) || DAY.test(first)) return false;
  const digits = first.replace(/\D/g, '');
  // Bare digits may be any number; a telephone has a plus, a leading zero, or groups.
  return (
    digits.length >= 7 &&
    digits.length <= 15 &&
    /^(?:\+|0|\()|\d[\s()/.\-–]\d/.test(first) &&
    !isIcoLike(first)
  );
}

/** Eight digits whose check digit is right (weights 8 to 2, modulo 11), as IČO of Slovakia and Czechia. */
function isIcoLike(value: string): boolean {
  const digits = value.replace(/\s/g, '');
  if (!/^\d{8}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 7; at += 1) sum += Number(digits[at]) * (8 - at);
  return (11 - (sum % 11)) % 10 === Number(digits[7]);
}
