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

/** Whether the record of table `t` is one that no server was sent: the condition of an unsent `create`. */
export const UNSENT = `EXISTS (SELECT 1 FROM change c WHERE c.id = t.id AND c.kind = 'create' AND c.n IS NULL AND c.seq IS NULL)`;

/** Ids of an entity's records that no server was sent, not deleted, whose `create` stands at `upTo` or before. */
export function unsentIds(db: Connection, entity: Entity, upTo: number): string[] {
  return db
    .prepare(`SELECT t.id ${unsentFrom(entity)}`)
    .pluck()
    .all(upTo) as string[];
}

/** Records as `unsentIds` names them. */
export function mineOf(db: Connection, upTo: number): Source {
  return function* (entity) {
    const rows = db.prepare<[number], Row>(`SELECT t.* ${unsentFrom(entity)}`);
    for (const row of rows.iterate(upTo)) yield { id: String(row['id']), values: fromRow(entity, row) };
  };
}

function unsentFrom({ table }: Entity): string {
  return `FROM "${table}" t JOIN change c ON c.id = t.id
    WHERE t.deleted_at IS NULL AND c.kind = 'create' AND c.n IS NULL AND c.seq IS NULL AND c.ord <= ?`;
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
