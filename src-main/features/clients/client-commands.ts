/** Writes of clients. Company numbers are judged here, because what they must look like depends on the country. */
import { invalid, notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { standingIds } from '#main/data/merged.ts';
import { removeRootedAt } from '#main/data/remove-rooted.ts';
import { writeInBulk, type Transaction, type Written, write } from '#main/data/write.ts';
import { CLIENT_IDS, checkClientIds, type ClientIds } from '#shared/domain/clients/client-ids.ts';
import { storedPhones } from '#shared/domain/contacts/stored-phones.ts';
import { client } from '#shared/entities/clients.ts';
import type { Values } from '#shared/entities/define.ts';
import { countryOfDevice } from './country.ts';

type ClientValues = Values<typeof client.fields>;
type ClientChange = Partial<ClientValues>;

export function createClient(base: Base, id: string, values: ClientValues): Written {
  const stored = { ...values, ...storedChange(values, values.country ?? countryOfDevice(base)) };
  return write(base, { key: 'clientCreated', params: { name: stored.name } }, (tx) => {
    tx.create(client, id, stored);
  });
}

export function editClient(base: Base, id: string, change: ClientChange): Written {
  const before = liveClient(base, id);
  const country = (change.country === undefined ? before.country : change.country) ?? countryOfDevice(base);
  // What stands there already is not judged again, else an old odd number would refuse an edit of its neighbour.
  const judged = Object.fromEntries(
    Object.entries(change).filter(([field, value]) => !isId(field) || value !== before[field]),
  ) as ClientChange;
  return write(base, { key: 'clientEdited', params: { name: before.name } }, (tx) => {
    tx.edit(client, id, storedChange(judged, country));
  });
}

/** Removes the client with all that stands on it, and all that is merged into it, as one step of undo; the people stay. */
export function removeClient(base: Base, id: string): Written {
  const record = readRecord(base.reader, client, id);
  if (!record) throw notFound('client', id);
  const label = { key: 'clientRemoved', params: { name: record.name } };
  try {
    return write(base, label, (tx) => removeWhole(tx, id));
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    // Years of visits are more than one transaction for the server may hold: then each record goes in its own.
    return writeInBulk(base, label, (tx) => removeWhole(tx, id));
  }
}

function removeWhole(tx: Transaction, id: string): void {
  // Who is shown at the client goes first: alone it would come to life once the client is gone.
  for (const standing of standingIds(tx.db, id).reverse()) {
    removeRootedAt(tx, standing);
    tx.remove(client, standing);
  }
}

function isTooLarge(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'TOO_LARGE';
}

/** The given values in their stored spelling; throws INVALID for company numbers that cannot be right. */
function storedChange(change: ClientChange, country: string): ClientChange {
  const given = Object.entries(change).filter(([field]) => isId(field));
  const { ids, problems } = checkClientIds(Object.fromEntries(given) as ClientIds, country);
  if (problems.length > 0) throw invalid(problems);
  return change.phones
    ? { ...change, ...ids, phones: storedPhones(change.phones, country) }
    : { ...change, ...ids };
}

function isId(field: string): field is (typeof CLIENT_IDS)[number] {
  return (CLIENT_IDS as readonly string[]).includes(field);
}

function liveClient(base: Base, id: string) {
  const record = readRecord(base.reader, client, id);
  if (!record || record.deletedAt !== null) throw notFound('client', id);
  return record;
}
