/**
 * Which records of two bases mean the same (docs/sync.md, joining): clients by IČO, else by name without legal form
 * and postcode; people by e-mail, else by name and client; places by person and client. What only may be the same is
 * doubtful and stays two. One record has at most one pair.
 */
import type { ClientLook } from '../clients/client-look.ts';
import { clientMatchKey } from '../clients/legal-form.ts';
import { emailKey, isSharedMailbox } from '../contacts/email.ts';
import { Matching } from './matching.ts';

export interface Paired {
  /** Id of mine to id of theirs. */
  readonly pairs: ReadonlyMap<string, string>;
  /** Of those without a pair: mine, and the one of theirs that it may be. */
  readonly doubtful: ReadonlyMap<string, string>;
}

export interface PersonLook {
  readonly id: string;
  /** Folded, last name first. */
  readonly name: string;
  /** Own ones and those of his places. */
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Clients of his live places, by their ids on the server where they are paired. */
  readonly clients: readonly string[];
}

export interface PlaceLook {
  readonly id: string;
  /** Ids on the server. */
  readonly contact: string;
  readonly client: string;
  /** Folded. */
  readonly jobTitle: string;
}

const idOf = ({ id }: { id: string }): string[] => [id];

export function pairClients(mine: readonly ClientLook[], theirs: readonly ClientLook[]): Paired {
  const keys = new Map<string, string>();
  const keyOf = ({ name }: ClientLook): string => {
    let key = keys.get(name);
    if (key === undefined) keys.set(name, (key = name === '' ? '' : clientMatchKey(name)));
    return key;
  };
  const named = (client: ClientLook, ...more: string[]): string[] =>
    keyOf(client) === '' || more.includes('') ? [] : [[keyOf(client), ...more].join('|')];
  const byIco = (client: ClientLook, ...more: string[]): string[] =>
    client.ico === '' ? [] : [[client.ico, ...more].join('|')];
  const matching = new Matching(mine, theirs);
  matching.pairInOrder(idOf);
  matching.pairInOrder((client) => byIco(client, keyOf(client), client.postcode));
  matching.pairInOrder((client) => byIco(client, keyOf(client)));
  matching.pairInOrder((client) => byIco(client));
  // Shops of one chain share name and postcode: the street tells them apart.
  const hasNoOtherIco = (a: ClientLook, b: ClientLook): boolean => a.ico === '' || b.ico === '';
  matching.pairLonely((client) => named(client, client.postcode, client.street), hasNoOtherIco);
  matching.pairInOrder((client) => (client.ico === '' ? named(client, client.postcode, client.street) : []));
  matching.pairLonely((client) => named(client, client.postcode), hasNoOtherIco);
  matching.doubt((client) => [...named(client, client.postcode), ...named(client)]);
  return matching;
}

export function pairPeople(mine: readonly PersonLook[], theirs: readonly PersonLook[]): Paired {
  const own = ({ emails }: PersonLook): string[] =>
    emails.filter((email) => !isSharedMailbox(email)).map(emailKey);
  const withName = ({ name }: PersonLook, keys: readonly string[]): string[] =>
    name === '' ? [] : keys.map((key) => `${name}|${key}`);
  const matching = new Matching(mine, theirs);
  matching.pairInOrder(idOf);
  // A mailbox of a firm says nothing of who is who, but together with the name.
  matching.pairInOrder((person) => withName(person, person.emails.map(emailKey)));
  matching.pairLonely(own, () => true);
  const mayBe = (a: PersonLook, b: PersonLook): boolean => own(a).length === 0 || own(b).length === 0;
  const atClientWithPhone = (person: PersonLook): string[] =>
    withName(
      person,
      person.clients.flatMap((client) => person.phones.map((phone) => `${client}|${phone}`)),
    );
  matching.pairLonely(atClientWithPhone, mayBe);
  matching.pairLonely((person) => withName(person, person.clients), mayBe);
  const looseWithPhone = (person: PersonLook): string[] =>
    person.clients.length > 0 ? [] : withName(person, person.phones);
  matching.pairLonely(looseWithPhone, mayBe);
  matching.doubt((person) => [...own(person), ...withName(person, [...person.clients, ...person.phones])]);
  return matching;
}

export function pairPlaces(mine: readonly PlaceLook[], theirs: readonly PlaceLook[]): Paired {
  const matching = new Matching(mine, theirs);
  matching.pairInOrder(idOf);
  matching.pairInOrder(({ contact, client, jobTitle }) => [`${contact}|${client}|${jobTitle}`]);
  matching.pairLonely(
    ({ contact, client }) => [`${contact}|${client}`],
    () => true,
  );
  return matching;
}
