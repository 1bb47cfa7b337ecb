/** Rows of an export, straight from the base, in the order of the screen's lists. */
import type { ExportKind } from '#shared/contract/exchange.ts';
import { isOwn, standingFor, winnerOf } from '#main/data/merged.ts';
import type { ExportColumn } from './export-columns.ts';
import type { Base } from './staging-base.ts';

const FROM: Record<ExportKind, string> = {
  contacts: `contact
    LEFT JOIN position ON position.contact IN ${standingFor('contact.id')} AND position.deleted_at IS NULL
    LEFT JOIN client ON client.id = ${winnerOf('position.client')} AND client.deleted_at IS NULL`,
  clients: 'client',
};
const OF: Record<ExportKind, string> = { contacts: 'contact', clients: 'client' };

/** Ids of the records that a filter chose, as JSON; null means all of them. */
export type Chosen = string | null;

function condition(what: ExportKind, chosen: Chosen): string {
  const isChosen = chosen === null ? '' : ` AND ${OF[what]}.id IN (SELECT value FROM json_each(?))`;
  return `${OF[what]}.deleted_at IS NULL AND ${isOwn(`${OF[what]}.id`)}${isChosen}`;
}

function parametersOf(chosen: Chosen): string[] {
  return chosen === null ? [] : [chosen];
}

export function countRows(base: Base, what: ExportKind, chosen: Chosen): number {
  return base
    .prepare(`SELECT count(*) FROM ${FROM[what]} WHERE ${condition(what, chosen)}`)
    .pluck()
    .get(...parametersOf(chosen)) as number;
}

/** Stored values in the order of `columns`, one row after the other. */
export function rowsOf(
  base: Base,
  what: ExportKind,
  columns: readonly ExportColumn[],
  chosen: Chosen,
): Iterable<unknown[]> {
  const joins = columns.some((column) => column.from.startsWith('member.'))
    ? ' LEFT JOIN member ON member.id = client.owner'
    : '';
  const names = columns.map((column) => column.from).join(', ');
  // Columns of the list's own index first, so that SQLite walks it instead of sorting.
  const statement = base.prepare(
    `SELECT ${names} FROM ${FROM[what]}${joins} WHERE ${condition(what, chosen)} ORDER BY ${OF[what]}.sort_name, ${OF[what]}.id`,
  );
  return statement.raw().iterate(...parametersOf(chosen)) as Iterable<unknown[]>;
}

export interface CardRow {
  readonly id: string;
  readonly createdAt: number;
  readonly person: Record<string, string | null>;
  /** Current places of the person, newest first. */
  readonly places: readonly Record<string, string | null>[];
}

/** Persons with their places, for vCard and JSON, where one person is one entry. */
export function* personsOf(base: Base, chosen: Chosen): Generator<CardRow, void, undefined> {
  const people = base.prepare(
    `SELECT * FROM contact WHERE ${condition('contacts', chosen)} ORDER BY sort_name, id`,
  );
  const places = base.prepare(
    `SELECT position.job_title, position.department, position.work_phones, position.work_emails, position.ended_on, client.name, client.street,
       client.postcode, client.town, client.country, client.web
     FROM position LEFT JOIN client ON client.id = ${winnerOf('position.client')} AND client.deleted_at IS NULL
     WHERE position.contact IN ${standingFor()} AND position.deleted_at IS NULL ORDER BY position.ended_on IS NOT NULL, position.created_at DESC, position.id`,
  );
  for (const person of people.iterate(...parametersOf(chosen)) as Iterable<Record<string, string | null>>) {
    yield {
      id: String(person['id']),
      createdAt: Number(person['created_at']),
      person,
      places: places.all(person['id']) as Record<string, string | null>[],
    };
  }
}

/** Clients with all their columns, for cards of firms. */
export function firmsOf(base: Base, chosen: Chosen): Iterable<Record<string, string | null>> {
  return base
    .prepare(`SELECT * FROM client WHERE ${condition('clients', chosen)} ORDER BY sort_name, id`)
    .iterate(...parametersOf(chosen)) as Iterable<Record<string, string | null>>;
}
