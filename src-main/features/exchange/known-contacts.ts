/**
 * Which person a row means. By e-mail (a mailbox of a firm, info@, only together with the name); else by name, client
 * and telephone. A row that says neither e-mail nor telephone means the person of that name at that client whom
 * nothing in the row contradicts, so that a list read twice adds nothing.
 */
import { emailKey, isSharedMailbox } from '#shared/domain/contacts/email.ts';
import { fold } from '#shared/domain/text/fold.ts';
import { sortKey } from '#shared/domain/text/sort-key.ts';
import { isOwn, standingFor, winnerOf } from '#main/data/merged.ts';
import { asText, type Values, valuesOf } from './record-rows.ts';
import type { Base } from './staging-base.ts';

interface Known {
  readonly id: string;
  readonly name: string;
  /** One tabulator behind each. */
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

interface AddedPerson {
  id: string;
  phones: string;
  title: string;
}

const NOBODY: ContactMatch = { id: null, hasNamesake: false, isAmbiguous: false };
/** Clients whose people are kept at hand. */
const MOST_CLIENTS = 500;

/** Found by e-mail or by place and name; in the staging file, because a long list would fill the memory. */
const TABLES = `
  CREATE TABLE known_email (key TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (key, id)) WITHOUT ROWID;
  CREATE TABLE known_person (place TEXT NOT NULL, id TEXT NOT NULL, phones TEXT NOT NULL, title TEXT NOT NULL, PRIMARY KEY (place, id)) WITHOUT ROWID;
`;

export class KnownContacts {
  readonly #isBaseEmpty: boolean;
  readonly #peopleOf = new Map<string, Known[]>();
  readonly #statements;

  constructor(main: Base, staging: Base) {
    this.#isBaseEmpty = main.prepare('SELECT 1 FROM contact LIMIT 1').get() === undefined;
    staging.exec(TABLES);
    const name = 'SELECT first_name, last_name FROM contact WHERE id = ?';
    this.#statements = {
      nameHere: main.prepare(name),
      nameNew: staging.prepare(name),
      people: main.prepare(
        `SELECT contact.*, position.work_phones, position.work_emails, position.job_title FROM position
         JOIN contact ON contact.id = ${winnerOf('position.contact')} WHERE position.client IN ${standingFor()} AND position.deleted_at IS NULL AND contact.deleted_at IS NULL ORDER BY contact.created_at, contact.id`,
      ),
      loose: main.prepare(
        `SELECT * FROM contact WHERE sort_name = ? AND deleted_at IS NULL AND ${isOwn('contact.id')} AND NOT EXISTS
           (SELECT 1 FROM position WHERE position.contact IN ${standingFor('contact.id')} AND position.deleted_at IS NULL) ORDER BY created_at, id`,
      ),
      emailIds: staging.prepare('SELECT id FROM known_email WHERE key = ? ORDER BY id').pluck(),
      addEmail: staging.prepare('INSERT OR IGNORE INTO known_email (key, id) VALUES (?, ?)'),
      added: staging.prepare('SELECT id, phones, title FROM known_person WHERE place = ? ORDER BY id'),
      addPerson: staging.prepare(
        'INSERT OR REPLACE INTO known_person (place, id, phones, title) VALUES (?, ?, ?, ?)',
      ),
    };
    const emails = main.prepare(
      `SELECT ${winnerOf('contact.id')} AS id, emails FROM contact WHERE deleted_at IS NULL AND emails IS NOT NULL
       UNION ALL SELECT ${winnerOf('contact.id')}, work_emails FROM position JOIN contact ON contact.id = position.contact
       WHERE position.deleted_at IS NULL AND contact.deleted_at IS NULL AND work_emails IS NOT NULL`,
    );
    for (const row of emails.iterate() as Iterable<{ id: string; emails: string }>)
      this.#addEmails(row.id, JSON.parse(row.emails) as { value: string }[]);
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

  /** A new person, or a known one whom a row gave new e-mails or a new place. */
  add(id: string, person: RowPerson): void {
    const { name, phones, jobTitle } = knownOf(id, person.contact, person.position);
    this.#addEmails(
      id,
      emailsOf(person).map((value) => ({ value })),
    );
    this.#statements.addPerson.run(placeOf(person.client, name), id, phones, jobTitle);
  }

  #addEmails(id: string, emails: readonly { value: string }[]): void {
    for (const { value } of emails) this.#statements.addEmail.run(emailKey(value), id);
  }

  #findByEmail(emails: readonly string[], name: string): ContactMatch | null {
    const scores = new Map<string, number>();
    for (const email of emails) {
      const ids = this.#statements.emailIds.all(emailKey(email)) as string[];
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
    const rows = this.#statements.added.all(placeOf(person.client, name)) as AddedPerson[];
    const added = rows.map(({ id, phones, title }) => ({ id, name, phones, jobTitle: title }));
    if (this.#isBaseEmpty || person.isNewClient) return added;
    const stored = person.client === null ? this.#looseOf(person.contact) : this.#storedOf(person.client);
    return [...stored.filter((known) => known.name === name), ...added];
  }

  #looseOf(contact: Values): Known[] {
    const rows = this.#statements.loose.all(
      sortKey([contact['lastName'], contact['firstName']].filter(Boolean).join(' ')),
    ) as Record<string, unknown>[];
    return rows.map((row) => knownOf(String(row['id']), valuesOf('contact', row), null));
  }

  #storedOf(client: string): Known[] {
    const cached = this.#peopleOf.get(client);
    if (cached) return cached;
    const rows = this.#statements.people.all(client) as Record<string, unknown>[];
    const people = rows.map((row) =>
      knownOf(String(row['id']), valuesOf('contact', row), valuesOf('position', row)),
    );
    if (this.#peopleOf.size >= MOST_CLIENTS) this.#peopleOf.clear();
    this.#peopleOf.set(client, people);
    return people;
  }

  #nameOfId(id: string): string {
    return nameOfRow(this.#statements.nameNew.get(id) ?? this.#statements.nameHere.get(id)) ?? '';
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
