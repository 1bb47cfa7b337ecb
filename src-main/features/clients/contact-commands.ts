/** Writes of people and of their places at clients. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { standingIds } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import { type Transaction, type Written, write } from '#main/data/write.ts';
import { formatPersonName } from '#shared/domain/contacts/person-name.ts';
import { storedPhones } from '#shared/domain/contacts/stored-phones.ts';
import { client, contact, position } from '#shared/entities/clients.ts';
import type { Entity, RecordOf, Values } from '#shared/entities/define.ts';
import { countryOfClient, countryOfContact, countryOfDevice } from './country.ts';

type ContactValues = Values<typeof contact.fields>;
type PositionValues = Values<typeof position.fields>;

/** A new person, at once with a place at a client when one is given. */
export function createContact(
  base: Base,
  id: string,
  values: ContactValues,
  place?: { id: string; values: PositionValues },
): Written {
  const country = place ? countryOfClient(base, place.values.client) : countryOfDevice(base);
  const stored = { ...values, phones: storedPhones(values.phones, country) };
  return write(base, { key: 'contactCreated', params: { name: personName(values) } }, (tx) => {
    tx.create(contact, id, stored);
    if (place) createPlace(tx, place.id, storedPlace({ ...place.values, contact: id }, country));
  });
}

export function editContact(base: Base, id: string, change: Partial<ContactValues>): Written {
  const before = live(base, contact, id);
  const stored = change.phones
    ? { ...change, phones: storedPhones(change.phones, countryOfContact(base, id)) }
    : change;
  return write(base, { key: 'contactEdited', params: { name: personName(before) } }, (tx) => {
    tx.edit(contact, id, stored);
  });
}

/** Removes the person, with all entries merged into it, and their places; what was said with them stays with the clients. */
export function removeContact(base: Base, id: string): Written {
  const record = readRecord(base.reader, contact, id);
  if (!record) throw notFound('contact', id);
  return write(base, { key: 'contactRemoved', params: { name: personName(record) } }, (tx) => {
    const sql = 'SELECT id FROM position WHERE contact = ? AND deleted_at IS NULL';
    for (const standing of standingIds(tx.db, id).reverse()) {
      for (const place of statement<{ id: string }>(tx.db, sql).all([standing]))
        tx.remove(position, place.id);
      tx.remove(contact, standing);
    }
  });
}

export function createPosition(base: Base, id: string, values: PositionValues): Written {
  const stored = storedPlace(values, countryOfClient(base, values.client));
  return write(base, { key: 'positionCreated', params: placeNames(base, values) }, (tx) => {
    createPlace(tx, id, stored);
  });
}

export function editPosition(base: Base, id: string, change: Partial<PositionValues>): Written {
  const before = live(base, position, id);
  const stored = storedPlace(change, countryOfClient(base, before.client));
  return write(base, { key: 'positionEdited', params: placeNames(base, before) }, (tx) => {
    tx.edit(position, id, stored);
  });
}

export function removePosition(base: Base, id: string): Written {
  const record = readRecord(base.reader, position, id);
  if (!record) throw notFound('position', id);
  return write(base, { key: 'positionRemoved', params: placeNames(base, record) }, (tx) => {
    tx.remove(position, id);
  });
}

/** Throws NOT_FOUND when the client or the person is not there (any more). */
function createPlace(tx: Transaction, id: string, values: PositionValues): void {
  if (!tx.read(client, values.client)) throw notFound('client', values.client);
  if (!tx.read(contact, values.contact)) throw notFound('contact', values.contact);
  tx.create(position, id, values);
}

function storedPlace<V extends Partial<PositionValues>>(values: V, country: string): V {
  return values.workPhones ? { ...values, workPhones: storedPhones(values.workPhones, country) } : values;
}

function live<E extends Entity>(base: Base, entity: E, id: string): RecordOf<E> {
  const record = readRecord(base.reader, entity, id);
  if (!record || record.deletedAt !== null) throw notFound(entity.name, id);
  return record;
}

function placeNames(
  base: Base,
  place: { client: string; contact: string },
): { name: string; client: string } {
  const person = readRecord(base.reader, contact, place.contact);
  const firm = readRecord(base.reader, client, place.client);
  return { name: person ? personName(person) : '', client: firm?.name ?? '' };
}

function personName({ titlesBefore, firstName, lastName, titlesAfter }: ContactValues): string {
  return formatPersonName({
    titlesBefore: titlesBefore ?? '',
    firstName: firstName ?? '',
    lastName,
    titlesAfter: titlesAfter ?? '',
  });
}
