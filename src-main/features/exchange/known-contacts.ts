/**
 * Which person a row means. By e-mail (a mailbox of a firm, info@, only together with the name); else by name, client
 * and telephone. A row that says neither e-mail nor telephone means the person of that name at that client whom
 * nothing in the row contradicts, so that a list read twice adds nothing.
 */
import { emailKey, isSharedMailbox } from '#shared/domain/contacts/email.ts';
import { fold } from '#shared/domain/text/fold.ts';
import { sortKey } from '#shared/domain/text/sort-key.ts';
import { asText, type Values, valuesOf } from './record-rows.ts';
import type { Base } from './staging-base.ts';

interface Known {
  readonly id: string;
  readonly name: string;
  /** Between tabulators, one behind each; a hundred thousand sets would need more memory than all the rest. */
  readonly phones: string;
  readonly jobTitle: string;
}

export interface ContactMatch {
  readonly id: string | null;
  readonly hasNamesake: boolean;
  /** Several persons have the e-mails of this row. */
  readonly isAmbiguous: boolean;
}

export interface RowPerson {
  readonly contact: Values;
  readonly position: Values | null;
  /** Id of the client of the row, null where it has none. */
  readonly client: string | null;
  /** The client is new in this import, so the base knows nobody there. */
  readonly isNewClient: boolean;
}

const NOBODY: ContactMatch = { id: null, hasNamesake: false, isAmbiguous: false };
/** Clients whose people are kept at hand. */
const MOST_CLIENTS = 2_000;

export class KnownContacts {
  readonly #byEmail = new Map<string, string | string[]>();
  readonly #peopleOf = new Map<string, Known[]>();
  readonly #newPeopleOf = new Map<string, Known | Known[]>();
  readonly #nameOfNew: (id: string) => string | undefined;
  readonly #selectPeople;
  readonly #selectLoose;
  readonly #selectName;

  constructor(main: Base, staging: Base) {
    const selectNew = staging.prepare('SELECT first_name, last_name FROM contact WHERE id = ?');
    this.#nameOfNew = (id) => nameOfRow(selectNew.get(id));
    this.#selectPeople = main.prepare(
      `SELECT contact.*, position.work_phones, position.work_emails, position.job_title FROM position JOIN contact ON contact.id = position.contact
       WHERE position.client = ? AND position.deleted_at IS NULL AND contact.deleted_at IS NULL ORDER BY contact.created_at, contact.id`,
    );
    this.#selectLoose = main.prepare(
      `SELECT * FROM contact WHERE sort_name = ? AND deleted_at IS NULL AND NOT EXISTS
         (SELECT 1 FROM position WHERE position.contact = contact.id AND position.deleted_at IS NULL) ORDER BY created_at, id`,
    );
    this.#selectName = main.prepare('SELECT first_name, last_name FROM contact WHERE id = ?');
    for (const table of ['contact', 'position'] as const) {
      const column = table === 'contact' ? 'id, emails' : 'contact AS id, work_emails AS emails';
      const rows = main.prepare(
        `SELECT ${column} FROM ${table} WHERE deleted_at IS NULL AND ${table === 'contact' ? 'emails' : 'work_emails'} IS NOT NULL`,
      );
      for (const row of rows.iterate() as Iterable<{ id: string; emails: string }>)
        this.#addEmails(row.id, JSON.parse(row.emails) as { value: string }[]);
    }
  }

  find(person: RowPerson): ContactMatch {
    const name = nameOf(person.contact);
    const emails = emailsOf(person);
    if (emails.length > 0) {
      const byEmail = this.#findByEmail(emails, name);
      if (byEmail) return byEmail;
    }
    return this.#findByName(person, name, emails.length > 0);
  }

  add(id: string, person: RowPerson): void {
    const known = knownOf(id, person.contact, person.position);
    this.#addEmails(
      id,
      emailsOf(person).map((value) => ({ value })),
    );
    const place = placeOf(person.client, known.name);
    const list = this.#newPeopleOf.get(place);
    if (list === undefined) this.#newPeopleOf.set(place, known);
    else if (Array.isArray(list)) list.push(known);
    else this.#newPeopleOf.set(place, [list, known]);
  }

  /** A known person whom a row gave new e-mails or a new place. */
  extend(id: string, person: RowPerson): void {
    this.add(id, person);
  }

  #addEmails(id: string, emails: readonly { value: string }[]): void {
    for (const { value } of emails) {
      const key = emailKey(value);
      const known = this.#byEmail.get(key);
      if (known === undefined) this.#byEmail.set(key, id);
      else if (typeof known === 'string' ? known !== id : !known.includes(id))
        this.#byEmail.set(key, typeof known === 'string' ? [known, id] : [...known, id]);
    }
  }

  #findByEmail(emails: readonly string[], name: string): ContactMatch | null {
    const scores = new Map<string, number>();
    for (const email of emails) {
      const known = this.#byEmail.get(emailKey(email));
      if (known === undefined) continue;
      const ids = typeof known === 'string' ? [known] : known;
      const isShared = isSharedMailbox(email);
      for (const id of ids)
        if (!isShared || this.#nameOfId(id) === name) scores.set(id, (scores.get(id) ?? 0) + 1);
    }
    if (scores.size === 0) return null;
    const best = Math.max(...scores.values());
    const leaders = [...scores].filter(([, score]) => score === best).map(([id]) => id);
    const chosen = leaders.length === 1 ? leaders[0] : leaders.find((id) => this.#nameOfId(id) === name);
    return chosen ? { ...NOBODY, id: chosen } : { ...NOBODY, isAmbiguous: true };
  }

  #findByName(person: RowPerson, name: string, hasEmail: boolean): ContactMatch {
    const phones = phonesOf(person);
    const namesakes = this.#namesakes(person, name);
    const wanted = knownOf('', person.contact, person.position);
    const found =
      phones.length > 0
        ? namesakes.find((known) => phones.some((phone) => known.phones.includes(`${phone}\t`)))
        : hasEmail
          ? undefined
          : namesakes.find(
              (known) =>
                known.jobTitle === '' || wanted.jobTitle === '' || known.jobTitle === wanted.jobTitle,
            );
    return {
      id: found?.id ?? null,
      hasNamesake: found === undefined && namesakes.length > 0,
      isAmbiguous: false,
    };
  }

  #namesakes(person: RowPerson, name: string): Known[] {
    const added = this.#newPeopleOf.get(placeOf(person.client, name)) ?? [];
    const stored = person.isNewClient
      ? []
      : person.client === null
        ? this.#looseOf(person.contact)
        : this.#storedOf(person.client);
    return [...stored.filter((known) => known.name === name), ...(Array.isArray(added) ? added : [added])];
  }

  #looseOf(contact: Values): Known[] {
    const rows = this.#selectLoose.all(
      sortKey([contact['lastName'], contact['firstName']].filter(Boolean).join(' ')),
    ) as Record<string, unknown>[];
    return rows.map((row) => knownOf(String(row['id']), valuesOf('contact', row), null));
  }

  #storedOf(client: string): Known[] {
    const cached = this.#peopleOf.get(client);
    if (cached) return cached;
    const rows = this.#selectPeople.all(client) as Record<string, unknown>[];
    const people = rows.map((row) =>
      knownOf(String(row['id']), valuesOf('contact', row), valuesOf('position', row)),
    );
    if (this.#peopleOf.size >= MOST_CLIENTS) this.#peopleOf.clear();
    this.#peopleOf.set(client, people);
    return people;
  }

  #nameOfId(id: string): string {
    return this.#nameOfNew(id) ?? nameOfRow(this.#selectName.get(id)) ?? '';
  }
}

function nameOfRow(row: unknown): string | undefined {
  if (!row) return undefined;
  const { first_name: firstName, last_name: lastName } = row as {
    first_name: string | null;
    last_name: string;
  };
  return nameOf({ firstName, lastName });
}

function placeOf(client: string | null, name: string): string {
  return `${name}|${client ?? ''}`;
}

function nameOf(contact: Values): string {
  return fold(`${asText(contact['lastName'])} ${asText(contact['firstName'])}`);
}

function emailsOf({ contact, position }: RowPerson): string[] {
  return [...listOf(contact['emails']), ...listOf(position?.['workEmails'])];
}

function phonesOf({ contact, position }: Pick<RowPerson, 'contact' | 'position'>): string[] {
  return [...listOf(contact['phones']), ...listOf(position?.['workPhones'])];
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? (value as { value: string }[]).map((element) => element.value) : [];
}

function knownOf(id: string, contact: Values, position: Values | null): Known {
  return {
    id,
    name: nameOf(contact),
    phones: phonesOf({ contact, position })
      .map((phone) => `${phone}\t`)
      .join(''),
    jobTitle: fold(asText(position?.['jobTitle'])),
  };
}
