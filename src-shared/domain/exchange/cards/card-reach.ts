/** Telephones, e-mails and birthdays of cards: which column they go to, and as what text. */
import { emailKindOf, phoneKindOf } from '../reach-values.ts';

const PHONE_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^fax$/, 'contact.phone.fax'],
  [/^(?:cell|mobile|iphone|x-mobile)$/, 'contact.phone.mobile'],
  [/^(?:pager|car|modem|bbs|isdn|pcs|other|x-other)$/, 'contact.phone.other'],
  [/^(?:work|main|x-assistant)$/, 'contact.phone.work'],
  [/^home$/, 'contact.phone.home'],
];

/** Column of a number by its types, else by its label; a number that nothing explains goes by its beginning. */
export function phoneKey(types: readonly string[], label: string): string {
  const byType = PHONE_TYPES.find(([type]) => types.some((its) => type.test(its)))?.[1];
  if (byType) return byType;
  const kind = label === '' ? undefined : phoneKindOf(label);
  return kind ? `contact.phone.${kind}` : 'contact.phone';
}

export function emailKey(types: readonly string[], label: string): string {
  for (const kind of ['work', 'home', 'other']) if (types.includes(kind)) return `contact.email.${kind}`;
  const kind = label === '' ? undefined : emailKindOf(label);
  return kind ? `contact.email.${kind}` : 'contact.email';
}

/** `tel:+421-905-123-456;ext=12` as people write it; addresses of other protocols are no telephones. */
export function phoneText(value: string): string {
  const uri = /^\s*tel:(.*)$/is.exec(value)?.[1];
  if (uri === undefined) return /^\s*(?:sips?|mailto|xmpp|skype):/i.test(value) ? '' : value;
  const [number = '', ...params] = uri.split(';');
  const extension = params.find((param) => /^ext=/i.test(param))?.slice(4);
  const bare = safeDecode(number);
  return extension ? `${bare} ext. ${extension}` : bare;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A birthday as a line of a note, the same in every language: "* 21. 3. 1980", "* 3. 2.". */
export function birthdayText(value: string): string {
  const parts = /^(\d{4}|--)-?(\d{2})-?(\d{2})(?:[T ].*)?$/.exec(value.trim());
  if (!parts) return value.trim() === '' ? '' : `* ${value.trim()}`;
  const [, year = '', month = '', day = ''] = parts;
  const date = `${Number(day)}. ${Number(month)}.`;
  return year === '--' ? `* ${date}` : `* ${date} ${year}`;
}
