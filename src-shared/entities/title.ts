/** The words by which a person recognises a record. */
import { formatPersonName } from '#shared/domain/contacts/person-name.ts';
import type { Entity } from './define.ts';

/** A person's full name, else the first of name, title and text; at most 80 characters. */
export function titleOf(entity: Entity, record: object): string {
  const values = record as Record<string, unknown>;
  const text = (field: string) => (typeof values[field] === 'string' ? values[field] : '');
  if (entity.name === 'contact')
    return formatPersonName({
      titlesBefore: text('titlesBefore'),
      firstName: text('firstName'),
      lastName: text('lastName'),
      titlesAfter: text('titlesAfter'),
    });
  const title =
    ['name', 'title', 'text', 'summary', 'jobTitle'].map(text).find((words) => words !== '') ?? '';
  return title.length > 80 ? `${title.slice(0, 79)}…` : title;
}
