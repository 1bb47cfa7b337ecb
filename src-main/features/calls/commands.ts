/** What the user does to a call list and to the clients on it; a call made is `attempt.ts`. */
import { notFound, refused } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { shownOnce, standingFor, winnerId, winnerOf } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import { type Transaction, type Written, write, writeInBulk } from '#main/data/write.ts';
import type { Whom } from '#shared/contract/calls.ts';
import type { EditValues, NewValues } from '#shared/entities/define.ts';
import { client } from '#shared/entities/clients.ts';
import { callList, callTarget } from '#shared/entities/meetings.ts';
import { clientsByName } from '../clients/facts.ts';

export interface Added extends Written {
  added: number;
  known: number;
}

type ListValues = Pick<NewValues<typeof callList>, 'name' | 'script'>;

/** The list and everybody on it are one action. */
export function createCallList(
  base: Base,
  { id, values, whom }: { id: string; values: ListValues; whom?: Whom | undefined },
): Added {
  const clients = whom ? clientsMeant(base, whom) : [];
  const counts = { added: 0, known: 0 };
  const label = { key: 'callListCreated', params: { name: values.name } };
  const written = writeInBulk(base, label, (tx) => {
    tx.create(callList, id, values);
    Object.assign(counts, addEach(tx, id, clients));
  });
  return { ...written, ...counts };
}

/** For the server each client is a change of his own: a list may be longer than one transaction of it. */
export function addToCallList(base: Base, { id, whom }: { id: string; whom: Whom }): Added {
  const clients = clientsMeant(base, whom);
  const counts = { added: 0, known: 0 };
  const written = writeInBulk(base, labelOf(base, 'callListFilled', id), (tx) => {
    if (existing(tx, id).closedAt !== null) throw refused('callListClosed');
    Object.assign(counts, addEach(tx, id, clients));
  });
  return { ...written, ...counts };
}

/** More than that nobody calls through; somebody forgot to filter. */
const LONGEST_LIST = 5_000;

/** In the order of their names, so that a list is called in it. Throws REFUSED `callListTooLong`. */
function clientsMeant(base: Base, whom: Whom): string[] {
  const clients = 'filter' in whom ? clientsByName(base, whom.filter) : shownOnce(base.reader, whom.clients);
  if (clients.length > LONGEST_LIST) throw refused('callListTooLong');
  return clients;
}

function addEach(
  tx: Transaction,
  list: string,
  clients: readonly string[],
): { added: number; known: number } {
  const there = statement<{ id: string }>(
    tx.db,
    `SELECT ${winnerOf('t.client')} AS id FROM call_target t WHERE t.call_list = ? AND t.deleted_at IS NULL`,
  ).all(list);
  const known = new Set(there.map(({ id }) => id));
  let added = 0;
  for (const id of clients) {
    if (known.has(id)) continue;
    if (!tx.read(client, id)) throw notFound('client', id);
    known.add(id);
    added += 1;
    tx.create(callTarget, tx.newId(), { client: id, callList: list, state: 'waiting' });
  }
  return { added, known: clients.length - added };
}

export function editCallList(base: Base, id: string, values: EditValues<typeof callList>): Written {
  return write(base, labelOf(base, 'callListEdited', id), (tx) => tx.edit(callList, id, values));
}

export function closeCallList(base: Base, id: string): Written {
  return write(base, labelOf(base, 'callListClosed', id), (tx) => {
    if (existing(tx, id).closedAt === null) tx.edit(callList, id, { closedAt: tx.now });
  });
}

export function reopenCallList(base: Base, id: string): Written {
  return write(base, labelOf(base, 'callListReopened', id), (tx) =>
    tx.edit(callList, id, { closedAt: null }),
  );
}

export function removeTarget(base: Base, id: string): Written {
  return write(base, labelOfTarget(base, 'callTargetRemoved', id), (tx) => {
    for (const place of placesBeside(tx, id)) tx.remove(callTarget, place);
  });
}

/** The target and those of the same list that are shown at the same client, its own first. */
function placesBeside(tx: Transaction, id: string): string[] {
  const target = tx.read(callTarget, id);
  if (!target) throw notFound('callTarget', id);
  const places = statement<{ id: string }>(
    tx.db,
    `SELECT id FROM call_target
     WHERE client IN ${standingFor()} AND call_list = ? AND deleted_at IS NULL AND id <> ?`,
  ).all(winnerId(tx.db, target.client), target.callList, id);
  return [id, ...places.map((place) => place.id)];
}

export function planTarget(
  base: Base,
  id: string,
  values: Pick<EditValues<typeof callTarget>, 'contact' | 'nextAttemptAt'>,
): Written {
  return write(base, labelOfTarget(base, 'callTargetPlanned', id), (tx) => tx.edit(callTarget, id, values));
}

export function callAgain(base: Base, id: string): Written {
  return write(base, labelOfTarget(base, 'callTargetReopened', id), (tx) => {
    for (const place of placesBeside(tx, id))
      tx.edit(callTarget, place, { state: 'waiting', nextAttemptAt: null });
  });
}

function existing(tx: Transaction, id: string) {
  const list = tx.read(callList, id);
  if (!list) throw notFound('callList', id);
  return list;
}

function labelOf({ reader }: Base, key: string, id: string) {
  return { key, params: { name: readRecord(reader, callList, id)?.name ?? '' } };
}

/** By the name of the client. */
export function labelOfTarget({ reader }: Base, key: string, id: string) {
  const target = readRecord(reader, callTarget, id);
  const name = (target && readRecord(reader, client, target.client)?.name) ?? '';
  return { key, params: { name } };
}
