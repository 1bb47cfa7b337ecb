/** With whom an appointment is: people by their e-mail, else a client whose name stands in it. */
import type { Base } from '#main/data/base.ts';
import { isOwn, winnerOf } from '#main/data/merged.ts';
import { matchIds } from '#main/data/search.ts';
import { statement } from '#main/data/statement.ts';
import type { CalendarEvent } from '#shared/domain/calendar/event.ts';
import { clientMatchKey } from '#shared/domain/clients/legal-form.ts';
import { emailKey, isSharedMailbox } from '#shared/domain/contacts/email.ts';
import { type StoredPersonName, storedPersonName } from '#shared/domain/contacts/stored-person-name.ts';
import { foldWords } from '#shared/domain/text/fold.ts';

interface Named {
  id: string;
  name: string;
}
export interface FoundClient extends Named {
  status: string;
  by: 'person' | 'name';
}

/** A name of a firm has at most so many words. */
const MOST_WORDS = 6;
/** A shorter name is rather a word of the title. */
const LEAST_LETTERS = 4;

export class CalendarPeople {
  readonly #base: Base;
  readonly #byEmail = new Map<string, Named | null>();

  constructor(base: Base) {
    this.#base = base;
  }

  peopleOf({ attendees, organizer }: CalendarEvent): Named[] {
    const emails = [...attendees, ...(organizer ? [organizer] : [])].flatMap(({ email }) => email ?? []);
    const found = emails.flatMap((email) => this.#personOf(email) ?? []);
    return [...new Map(found.map((person) => [person.id, person])).values()];
  }

  clientOf(event: CalendarEvent, people: readonly Named[]): FoundClient | null {
    return this.#clientOfPeople(people) ?? this.#clientNamedIn(event);
  }

  #personOf(email: string): Named | null {
    const key = emailKey(email);
    const known = this.#byEmail.get(key);
    if (known !== undefined) return known;
    const found = isSharedMailbox(email) ? null : this.#lookUp(email, key);
    this.#byEmail.set(key, found);
    return found;
  }

  #lookUp(email: string, key: string): Named | null {
    const { reader } = this.#base;
    const own = matchIds(reader, 'contact', email);
    const work = matchIds(reader, 'position', email);
    if (!own || !work) return null;
    const rows = statement<StoredPersonName & { id: string; emails: string | null }>(
      reader,
      `SELECT c.id, c.titles_before AS titlesBefore, c.first_name AS firstName, c.last_name AS lastName,
         c.titles_after AS titlesAfter, found.emails
       FROM (SELECT id, emails FROM contact WHERE id IN (${own.sql}) AND deleted_at IS NULL
             UNION ALL SELECT contact, work_emails FROM position WHERE id IN (${work.sql}) AND deleted_at IS NULL) found
       JOIN contact c ON c.id = ${winnerOf('found.id')} WHERE c.deleted_at IS NULL ORDER BY c.id`,
    ).all(...own.params, ...work.params);
    // The index finds parts of an address too.
    const row = rows.find(({ emails }) =>
      (JSON.parse(emails ?? '[]') as { value: string }[]).some(({ value }) => emailKey(value) === key),
    );
    return row ? { id: row.id, name: storedPersonName(row) ?? '' } : null;
  }

  /** Where most of them work now; of several the one that was written last. */
  #clientOfPeople(people: readonly Named[]): FoundClient | null {
    if (people.length === 0) return null;
    const row = statement<Omit<FoundClient, 'by'>>(
      this.#base.reader,
      `SELECT c.id, c.name, c.status FROM position p JOIN client c ON c.id = ${winnerOf('p.client')}
       WHERE ${winnerOf('p.contact')} IN (SELECT value FROM json_each(?)) AND p.deleted_at IS NULL
         AND p.ended_on IS NULL AND c.deleted_at IS NULL
       GROUP BY c.id ORDER BY COUNT(DISTINCT p.contact) DESC, MAX(p.created_at) DESC, c.id LIMIT 1`,
    ).get(JSON.stringify(people.map(({ id }) => id)));
    return row ? { ...row, by: 'person' } : null;
  }

  /** The longest run of words that is the name of a client, its legal form left out. */
  #clientNamedIn({ title, place }: CalendarEvent): FoundClient | null {
    const keys = [...new Set([title, place].flatMap((text) => namesIn(text ?? '')))];
    const row = statement<Omit<FoundClient, 'by'>>(
      this.#base.reader,
      `SELECT id, name, status FROM client
       WHERE match_key IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL AND ${isOwn()}
       ORDER BY length(match_key) DESC, created_at, id LIMIT 1`,
    ).get(JSON.stringify(keys));
    return row ? { ...row, by: 'name' } : null;
  }
}

function namesIn(text: string): string[] {
  const words = foldWords(text).slice(0, 40);
  return words.flatMap((_, from) =>
    Array.from({ length: MOST_WORDS }, (__, count) =>
      clientMatchKey(words.slice(from, from + count + 1).join(' ')),
    ).filter((key) => key.length >= LEAST_LETTERS),
  );
}
