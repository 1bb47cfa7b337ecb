/** Telephone numbers as they are stored: E.164 where they are understood, else as written. Nothing is refused. */
import type { Phone } from '../../entities/field.ts';
import { parsePhone } from './phone.ts';

/** `country` (ISO 3166, two letters) is where a number without an international prefix is dialled from. */
export function storedPhones(phones: Phone[] | null, country: string): Phone[] | null {
  return phones && phones.map((phone) => ({ ...phone, value: parsePhone(phone.value, country).value }));
}
