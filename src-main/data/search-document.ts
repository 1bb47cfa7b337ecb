/** The folded text under which a record is found: the fields marked in its entity, phones by every spelling. */
import { phoneDigits } from '#shared/domain/contacts/phone.ts';
import { fold } from '#shared/domain/text/fold.ts';
import type { Entity } from '#shared/entities/define.ts';
import type { Field } from '#shared/entities/field.ts';

export interface SearchDocument {
  name: string;
  detail: string;
  code: string;
}

/**
 * Numbers are stored with their country where they were recognised; the rest are read as Slovak ones, whatever the
 * preferences say, so that a document depends on its record alone.
 */
const COUNTRY = 'SK';

export function searchDocument(entity: Entity, values: Record<string, unknown>): SearchDocument {
  const document: SearchDocument = { name: '', detail: '', code: '' };
  for (const [name, field] of Object.entries(entity.fields)) {
    if (!field.search) continue;
    const text = searchText(field, values[name]);
    if (text === '') continue;
    document[field.search] += document[field.search] === '' ? text : ` ${text}`;
  }
  return document;
}

function searchText(field: Field, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (field.kind === 'phones')
    return (value as { value: string }[]).flatMap((phone) => phoneDigits(phone.value, COUNTRY)).join(' ');
  if (field.kind === 'emails')
    return (value as { value: string }[]).map(({ value: mail }) => fold(mail)).join(' ');
  return fold(value as string);
}
