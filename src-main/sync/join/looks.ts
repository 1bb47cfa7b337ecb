/** What of the records of either side is compared when two bases become one. */
import type { Connection } from '#main/data/staging-connection.ts';
import { fromRow, type Row } from '#main/data/codec.ts';
import { type ClientLook, clientLook } from '#shared/domain/clients/client-look.ts';
import type { PersonLook, PlaceLook } from '#shared/domain/join/pair.ts';
import { fold } from '#shared/domain/text/fold.ts';
import type { Entity } from '#shared/entities/define.ts';
import { entities } from '#shared/entities/index.ts';
import type { WireRecord } from '#shared/sync/wire.ts';

/** The server's records: a whole snapshot, or one page of a pull. */
export interface Theirs {
  /** Those of an entity that are not deleted. */
  live(entity: string): Iterable<WireRecord>;
  /** Deleted or not. */
  get(entity: string, id: string): WireRecord | null;
}

/** Records of one entity, one after another. */
export type Source = (entity: Entity) => Iterable<{ id: string; values: Row }>;

/**
 * Which records are compared: those that no server was sent, of whose changes only rows up to a number count, or every
 * one, in a base that leaves another server.
 */
export type Mine = { upTo: number } | 'all';

/** Ids of an entity's records that are not deleted. */
export function myIds(db: Connection, entity: Entity, mine: Mine): string[] {
  return db
    .prepare(`SELECT t.id ${from(entity, mine)}`)
    .pluck()
    .all(...bound(mine)) as string[];
}

export function mineOf(db: Connection, mine: Mine): Source {
  return function* (entity) {
    const rows = db.prepare<number[], Row>(`SELECT t.* ${from(entity, mine)}`);
    for (const row of rows.iterate(...bound(mine)))
      yield { id: String(row['id']), values: fromRow(entity, row) };
  };
}

function from({ table }: Entity, mine: Mine): string {
  if (mine === 'all') return `FROM "${table}" t WHERE t.deleted_at IS NULL`;
  return `FROM "${table}" t JOIN change c ON c.id = t.id
    WHERE t.deleted_at IS NULL AND c.kind = 'create' AND c.n IS NULL AND c.seq IS NULL AND c.ord <= ?`;
}

function bound(mine: Mine): number[] {
  return mine === 'all' ? [] : [mine.upTo];
}

export function theirsOf(theirs: Theirs): Source {
  return function* ({ name }) {
    for (const { id, data } of theirs.live(name)) yield { id, values: data };
  };
}

export function clientLooks(source: Source): ClientLook[] {
  return [...source(entities.client)].map(({ id, values }) => clientLook(id, values));
}

/** `idOf` gives the id that a client or person has on the server. */
export function placeLooks(source: Source, idOf: (id: string) => string): PlaceLook[] {
  return [...source(entities.position)].map(({ id, values }) => ({
    id,
    contact: idOf(String(values['contact'])),
    client: idOf(String(values['client'])),
    jobTitle: fold(textOf(values['jobTitle'])),
  }));
}

export function personLooks(source: Source, idOf: (id: string) => string): PersonLook[] {
  const places = new Map<string, { clients: string[]; emails: string[]; phones: string[] }>();
  for (const { values } of source(entities.position)) {
    const contact = String(values['contact']);
    let known = places.get(contact);
    if (!known) places.set(contact, (known = { clients: [], emails: [], phones: [] }));
    known.clients.push(idOf(String(values['client'])));
    known.emails.push(...listOf(values['workEmails']));
    known.phones.push(...listOf(values['workPhones']));
  }
  return [...source(entities.contact)].map(({ id, values }) => {
    const { clients = [], emails = [], phones = [] } = places.get(id) ?? {};
    return {
      id,
      name: fold(`${textOf(values['lastName'])} ${textOf(values['firstName'])}`),
      emails: [...listOf(values['emails']), ...emails],
      phones: [...listOf(values['phones']), ...phones],
      clients: [...new Set(clients)],
    };
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? (value as { value: string }[]).map((element) => element.value) : [];
}
