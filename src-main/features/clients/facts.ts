/** What other features may ask of clients and people. */
import type { ClientFilter, ContactFilter } from '#shared/contract/clients.ts';
import type { Base } from '#main/data/base.ts';
import { statement } from '#main/data/statement.ts';
import { storedPersonName } from '#shared/domain/contacts/stored-person-name.ts';
import { peopleOf } from './people.ts';
import { clientWhere, contactWhere, LIVE, type Where } from './where.ts';

/** Ids of all clients that match; null when nothing is filtered. */
export function matchingClients({ reader }: Base, filter: ClientFilter): string[] | null {
  return matching(reader, 'client', clientWhere(reader, filter));
}

/** Ids of all people that match; null when nothing is filtered. */
export function matchingContacts({ reader }: Base, filter: ContactFilter): string[] | null {
  return matching(reader, 'contact', contactWhere(reader, filter));
}

/** Ids of live clients that match, by name; everybody when nothing is filtered. */
export function clientsByName({ reader }: Base, filter: ClientFilter): string[] {
  const { sql, params } = clientWhere(reader, filter);
  return statement<{ id: string }>(reader, `SELECT id FROM client WHERE ${sql} ORDER BY sort_name, id`)
    .all(params)
    .map(({ id }) => id);
}

function matching(reader: Base['reader'], table: string, where: Where): string[] | null {
  if (where.params.length === 0 && where.sql === LIVE) return null;
  return statement<{ id: string }>(reader, `SELECT id FROM ${table} WHERE ${where.sql}`)
    .all(where.params)
    .map(({ id }) => id);
}

/** People with a place at the client now, by name, each with the number that reaches him there, or his own. */
export function peopleAt(
  base: Base,
  clientId: string,
): { id: string; name: string; jobTitle: string | null; phone: string | null }[] {
  return peopleOf(base, clientId)
    .filter(({ position }) => position.endedOn === null)
    .map(({ contact, position }) => ({
      id: contact.id,
      name: storedPersonName(contact) ?? '',
      jobTitle: position.jobTitle,
      phone: position.workPhones?.[0]?.value ?? contact.phones?.[0]?.value ?? null,
    }));
}

export { countryOfDevice } from './country.ts';
export { keepUntilWritten } from './kept-answers.ts';
export { peopleOf } from './people.ts';
