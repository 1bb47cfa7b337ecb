/**
 * Built rows become records in the staging file: new ones with their search documents, additions to records that are
 * here already, and the problems of the report. Nothing of the base is touched.
 */
import { standingFor } from '#main/data/merged.ts';
import { makeIds } from './new-ids.ts';
import type { PlannedRow, RowProblem } from '#shared/contract/exchange.ts';
import { searchDocument } from '#main/data/search-document.ts';
import type { BuiltRow } from '#shared/domain/exchange/build-row.ts';
import { type Fill, fillRecord } from '#shared/domain/exchange/fill-record.ts';
import { KnownClients } from './known-clients.ts';
import { KnownContacts, type RowPerson } from './known-contacts.ts';
import {
  asText,
  columnValues,
  ENTITIES,
  insertSql,
  updateSql,
  type Values,
  valuesOf,
} from './record-rows.ts';
import type { Base, Published } from './staging-base.ts';

export interface StagedCounts {
  rows: number;
  created: Record<Published, number>;
  /** Records of the base that get something new. */
  filled: number;
  same: number;
  differing: number;
  skipped: number;
  problems: number;
}

export interface StagingOptions {
  readonly staging: Base;
  readonly main: Base;
  /** Member who imports; null before there is one. */
  readonly actor: string | null;
  readonly now: number;
  readonly country: string;
  /** Column of a field, for the report. */
  readonly columnOf: (entity: Published, field: string) => number | null;
  /** Status of clients that the file says nothing about. */
  readonly status: string;
}

type Fate = 'created' | 'filled' | 'same' | 'none';
interface Outcome {
  id: string;
  fate: Fate;
  values: Values;
  /** Of a client: this import makes it. */
  isNew?: boolean;
}

/** A person's place at a client, a current one before an ended one. */
const place = (named: string) => `SELECT id FROM position
  WHERE client ${named} AND contact ${named} AND deleted_at IS NULL
  ORDER BY ended_on IS NOT NULL, created_at LIMIT 1`;

export class RowStager {
  readonly counts: StagedCounts = {
    rows: 0,
    created: { client: 0, contact: 0, position: 0 },
    filled: 0,
    same: 0,
    differing: 0,
    skipped: 0,
    problems: 0,
  };
  readonly #options: StagingOptions;
  readonly #clients: KnownClients;
  readonly #contacts: KnownContacts;
  readonly #newId = makeIds();
  /** The person of the row before. */
  #person: Outcome | null = null;
  readonly #statements;

  constructor(options: StagingOptions) {
    const { staging, main } = options;
    this.#options = options;
    this.#clients = new KnownClients(main, staging);
    this.#contacts = new KnownContacts(main, staging);
    const each = <T>(make: (entity: Published) => T): Record<Published, T> => ({
      client: make('client'),
      contact: make('contact'),
      position: make('position'),
    });
    staging.exec('CREATE INDEX position_contact ON position (contact)');
    this.#statements = {
      insert: each((entity) => staging.prepare(insertSql(entity))),
      update: each((entity) => staging.prepare(updateSql(entity))),
      document: each((entity) =>
        staging.prepare(`INSERT OR REPLACE INTO ${entity}_doc (id, name, detail, code) VALUES (?, ?, ?, ?)`),
      ),
      staged: each((entity) => staging.prepare(`SELECT * FROM ${entity} WHERE id = ?`)),
      stored: each((entity) => main.prepare(`SELECT * FROM ${entity} WHERE id = ?`)),
      placeHere: main.prepare(place(`IN ${standingFor()}`)).pluck(),
      placeNew: staging.prepare(place('= ?')).pluck(),
      fillOf: staging.prepare('SELECT "values" FROM fill WHERE entity = ? AND record = ?').pluck(),
      fill: staging.prepare('INSERT OR REPLACE INTO fill (entity, record, "values") VALUES (?, ?, ?)'),
      problem: staging.prepare(
        'INSERT INTO problem (row, "column", value, problem, params) VALUES (?, ?, ?, ?, ?)',
      ),
    };
  }

  /**
   * Takes one row; `row` is its line in the file. What became of it is told for the preview. `isMore`: a further firm
   * of the person of the row before, who is not looked for again.
   */
  take(row: number, built: BuiltRow, isMore = false): Omit<PlannedRow, 'problems'> {
    if (!isMore) this.counts.rows += 1;
    for (const { column, value, problem, params } of built.problems)
      this.#report(row, column ?? null, value ?? null, problem, params);
    if (built.skipped) {
      this.counts.skipped += isMore ? 0 : 1;
      this.#person = null;
      return { row, skipped: true, client: null, contact: null, position: null };
    }
    const client = built.client ? this.#takeClient(row, built.client) : null;
    const personOf = (values: Values): RowPerson => ({
      contact: values,
      position: built.position,
      client: client?.id ?? null,
      isNewClient: client?.isNew ?? false,
    });
    const person = built.contact ? personOf(built.contact) : null;
    const contact = isMore && this.#person ? this.#person : person ? this.#takeContact(row, person) : null;
    // Whoever stands in several rows is new in the first of them only.
    this.#person = contact && { ...contact, fate: 'same', values: {} };
    const position =
      client && contact && built.position ? this.#takePosition(row, client, contact, built.position) : null;
    // A person of the base found at one more firm is known there from now on.
    if (person && contact?.fate !== 'created' && contact && position?.fate === 'created')
      this.#contacts.add(contact.id, person);
    if ([client, contact, position].every((outcome) => outcome === null || outcome.fate === 'same'))
      this.counts.same += 1;
    const plan = (outcome: Outcome | null, title: string) =>
      outcome && { fate: outcome.fate, title, values: outcome.values };
    return {
      row,
      skipped: false,
      client: plan(client, asText(built.client?.['name'])),
      contact: plan(
        contact,
        [built.contact?.['firstName'], built.contact?.['lastName']].filter(Boolean).join(' '),
      ),
      position: plan(position, asText(built.position?.['jobTitle'])),
    };
  }

  /** A line of the report about the file as a whole. */
  note(row: number, problem: RowProblem, params: Record<string, string | number>): void {
    this.#report(row, null, null, problem, params);
  }

  #takeClient(row: number, values: Values): Outcome {
    const match = this.#clients.find(values);
    if (match.id) {
      const outcome = this.#fill(row, 'client', match.id, values);
      if (outcome.fate === 'filled' && !match.isNew) this.#clients.noteFill(match.id, outcome.values);
      return { ...outcome, isNew: match.isNew };
    }
    if (match.hasNamesake)
      this.#report(
        row,
        this.#options.columnOf('client', 'name'),
        String(values['name']),
        'sameNameOtherData',
        {},
      );
    const outcome = this.#create('client', { status: this.#options.status, ...values });
    return { ...outcome, isNew: true };
  }

  #takeContact(row: number, person: RowPerson): Outcome {
    const match = this.#contacts.find(person);
    if (match.id) {
      const outcome = this.#fill(row, 'contact', match.id, person.contact);
      if (outcome.fate === 'filled') this.#contacts.add(match.id, person);
      return outcome;
    }
    const problem = match.isAmbiguous ? 'ambiguousMatch' : match.hasNamesake ? 'sameNameOtherData' : null;
    if (problem)
      this.#report(
        row,
        this.#options.columnOf('contact', 'lastName'),
        String(person.contact['lastName']),
        problem,
        {},
      );
    const outcome = this.#create('contact', person.contact);
    this.#contacts.add(outcome.id, person);
    return outcome;
  }

  #takePosition(row: number, client: Outcome, contact: Outcome, values: Values): Outcome {
    const known = contact.fate === 'created' ? undefined : this.#placeOf(client, contact.id);
    if (known) return this.#fill(row, 'position', known, values);
    return this.#create('position', { ...values, client: client.id, contact: contact.id });
  }

  #placeOf(client: Outcome, contact: string): string | undefined {
    const { placeNew, placeHere } = this.#statements;
    const place =
      placeNew.get(client.id, contact) ?? (client.isNew ? undefined : placeHere.get(client.id, contact));
    return place as string | undefined;
  }

  #create(entity: Published, values: Values): Outcome {
    const id = this.#newId();
    const { now, actor } = this.#options;
    this.#statements.insert[entity].run(id, now, actor, null, ...columnValues(entity, values));
    this.#writeDocument(entity, id, values);
    this.counts.created[entity] += 1;
    return { id, fate: 'created', values };
  }

  /** Adds to a record of the base, or to one that an earlier row of this file made. */
  #fill(row: number, entity: Published, id: string, incoming: Values): Outcome {
    const stagedRow = this.#statements.staged[entity].get(id) as Record<string, unknown> | undefined;
    const before = stagedRow ? valuesOf(entity, stagedRow) : this.#storedWithFills(entity, id);
    const fill = fillRecord(entity, before, incoming);
    this.#reportDifferences(row, entity, fill);
    if (Object.keys(fill.values).length === 0) return { id, fate: 'same', values: {} };
    if (stagedRow) {
      const values = { ...before, ...fill.values };
      this.#statements.update[entity].run(...columnValues(entity, values), id);
      this.#writeDocument(entity, id, values);
    } else this.#addFill(entity, id, fill.values);
    return { id, fate: 'filled', values: fill.values };
  }

  #storedWithFills(entity: Published, id: string): Values {
    const stored = this.#statements.stored[entity].get(id) as Record<string, unknown> | undefined;
    if (!stored) throw new Error(`a matched ${entity} is not there`);
    return { ...valuesOf(entity, stored), ...this.#fillsOf(entity, id) };
  }

  #fillsOf(entity: Published, id: string): Values | null {
    const text = this.#statements.fillOf.get(entity, id) as string | undefined;
    return text === undefined ? null : (JSON.parse(text) as Values);
  }

  #addFill(entity: Published, id: string, values: Values): void {
    const earlier = this.#fillsOf(entity, id);
    if (!earlier) this.counts.filled += 1;
    this.#statements.fill.run(entity, id, JSON.stringify({ ...earlier, ...values }));
  }

  #writeDocument(entity: Published, id: string, values: Values): void {
    const document = searchDocument(ENTITIES[entity], values);
    this.#statements.document[entity].run(id, document.name, document.detail, document.code);
  }

  #reportDifferences(row: number, entity: Published, fill: Fill): void {
    this.counts.differing += fill.differences.length;
    for (const { field, value, here } of fill.differences)
      this.#report(row, this.#options.columnOf(entity, field), value, 'differs', {
        field: `${entity}.${field}`,
        here,
      });
  }

  #report(
    row: number,
    column: number | null,
    value: string | null,
    problem: RowProblem,
    params: Record<string, string | number>,
  ): void {
    this.counts.problems += 1;
    this.#statements.problem.run(
      row,
      column,
      value === null ? null : value.slice(0, 500),
      problem,
      JSON.stringify(params),
    );
  }
}
