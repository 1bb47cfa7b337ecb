/** Telephone numbers and e-mail addresses out of cells: every one is kept, each is parsed once. */
import type { Email, Phone } from '../../entities/field.ts';
import { parseEmail, splitEmails } from '../contacts/email.ts';
import { parsePhone, splitPhones } from '../contacts/phone.ts';
import { labelOf } from './cell-values.ts';

type PhoneKind = Phone['kind'];
type EmailKind = Email['kind'];

// Almost every number of a Slovak list; libphonenumber needs 7 µs for what these need 0.2.
const SLOVAK_MOBILE = /^(?:\+421|00421|0)(9(?:0[1-8]|1[0-24-9]|[45]\d)\d{6})$/;
const MOBILE = /^\+(?:4219|4206|4207|49 ?1[567]|436|363|3620|3630|3670|48[5-8])/;
// What needs no taking apart.
const PLAIN_EMAIL = /^[\w.+-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,24}$/;
const LEAST_DIGITS = 5;

/** What one number in a cell is, as stored; `isDoubtful` says that it cannot be a telephone number at all. */
export interface ReadPhone {
  readonly value: string;
  readonly isDoubtful: boolean;
}

/** One number in E.164 where it is understood, else as written. `country` is where it was written (ISO 3166). */
export function readPhone(text: string, country: string): ReadPhone {
  if (country === 'SK' || text.startsWith('+421') || text.startsWith('00421')) {
    const compact = text.replace(/[\s/.\-()]/g, '');
    const mobile = SLOVAK_MOBILE.exec(compact);
    if (mobile) return { value: `+421${mobile[1]}`, isDoubtful: false };
  }
  const parsed = parsePhone(text, country);
  if (parsed.valid) return { value: parsed.value, isDoubtful: false };
  return { value: parsed.value, isDoubtful: parsed.value.replace(/\D/g, '').length < LEAST_DIGITS };
}

export function phonesIn(cell: string): string[] {
  return splitPhones(cell);
}

/** The kind that a label says ("* Work Fax", "Mobil", "TYPE=cell"); undefined where it says nothing. */
export function phoneKindOf(label: string): PhoneKind | undefined {
  const text = labelOf(label);
  if (/fax/.test(text)) return 'fax';
  if (/mob|cell|handy|iphone/.test(text)) return 'mobile';
  if (/work|prac|prá|firm|main|hlavn|office|gesch|dienst|arbeit|business|zamestn|company/.test(text))
    return 'work';
  if (/home|dom[ao]|privat|private|súkrom|sukrom|osobn/.test(text)) return 'home';
  return /other|in[éeýyáa]|andere|weitere|sonst/.test(text) ? 'other' : undefined;
}

export function emailKindOf(label: string): EmailKind | undefined {
  const kind = phoneKindOf(label);
  return kind === 'work' || kind === 'home' || kind === 'other' ? kind : undefined;
}

/** A number that no label explains: a mobile one where its beginning says so, else one at work. */
export function kindByNumber(value: string): PhoneKind {
  return MOBILE.test(value) ? 'mobile' : 'work';
}

/** Addresses in a cell, without names and angle brackets; `rest` is what is none. */
export function emailsIn(cell: string): { emails: string[]; rest: string[] } {
  if (PLAIN_EMAIL.test(cell)) return { emails: [cell], rest: [] };
  const emails: string[] = [];
  const rest: string[] = [];
  for (const piece of splitEmails(cell)) {
    const parsed = parseEmail(piece);
    if (parsed.value !== undefined) emails.push(parsed.value);
    else if (parsed.problem === 'format') rest.push(piece);
  }
  return { emails, rest };
}
