/**
 * Entries of one base that may mean the same firm or person, to be shown to somebody who decides. What two have in
 * common is the reason; what contradicts (two different IČO) keeps them apart.
 */
import type { ClientLook } from '../clients/client-look.ts';
import { clientMatchKey } from '../clients/legal-form.ts';
import { emailKey, isSharedMailbox } from '../contacts/email.ts';
import type { PersonLook } from './pair.ts';

export const DUPLICATE_REASONS = [
  'ico',
  'namePostcode',
  'nameTown',
  'name',
  'email',
  'phone',
  'nameClient',
] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

export interface DuplicatePair {
  /** The older one first. */
  readonly ids: readonly [string, string];
  /** The strongest first. */
  readonly why: readonly DuplicateReason[];
}

/** Sharing one thing with more than this many says nothing. */
const MOST_SHARING = 12;

type Rule<T> = readonly [DuplicateReason, (one: T) => readonly string[], (a: T, b: T) => boolean];
const always = () => true;

const hasNoOtherIco = (a: ClientLook, b: ClientLook): boolean =>
  a.ico === '' || b.ico === '' || a.ico === b.ico;
const named = ({ name }: ClientLook, more: string): string[] => {
  const key = clientMatchKey(name);
  return key === '' || more === '' ? [] : [`${key}|${more}`];
};
const CLIENT_RULES: readonly Rule<ClientLook>[] = [
  ['ico', ({ ico }) => (ico === '' ? [] : [ico]), always],
  ['namePostcode', (client) => named(client, client.postcode), hasNoOtherIco],
  ['nameTown', (client) => named(client, client.town), hasNoOtherIco],
  // One that says nowhere where it is may be any of its name.
  ['name', (client) => named(client, '*'), (a, b) => hasNoOtherIco(a, b) && (isNowhere(a) || isNowhere(b))],
];

function isNowhere({ postcode, town }: ClientLook): boolean {
  return postcode === '' && town === '';
}

const PERSON_RULES: readonly Rule<PersonLook>[] = [
  ['email', ({ emails }) => emails.filter((email) => !isSharedMailbox(email)).map(emailKey), always],
  // A switchboard is shared by many; by one of nearly the same name hardly.
  ['phone', ({ phones }) => phones, isNearName],
  ['nameClient', ({ name, clients }) => clients.map((client) => `${name}|${client}`), always],
];

/** Ids are older the lower they are. */
export function duplicateClients(looks: readonly ClientLook[]): DuplicatePair[] {
  return pairsBy(CLIENT_RULES, looks);
}

export function duplicatePeople(looks: readonly PersonLook[]): DuplicatePair[] {
  return pairsBy(PERSON_RULES, looks);
}

/** Novák and Nováková, Kováč and Kováčová: never the same by that alone, but near. Last names stand first. */
export function isNearName(a: Pick<PersonLook, 'name'>, b: Pick<PersonLook, 'name'>): boolean {
  const [one = '', ...firstOfOne] = a.name.split(' ');
  const [other = '', ...firstOfOther] = b.name.split(' ');
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const isNearLast =
    one === other || (short.length > 2 && long.startsWith(short.slice(0, -1)) && long.endsWith('ova'));
  const [first = ''] = firstOfOne;
  const [second = ''] = firstOfOther;
  return (
    isNearLast && (first === '' || second === '' || first.startsWith(second) || second.startsWith(first))
  );
}

function pairsBy<T extends { readonly id: string }>(
  rules: readonly Rule<T>[],
  looks: readonly T[],
): DuplicatePair[] {
  const sorted = looks.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const found = new Map<string, { ids: [string, string]; why: DuplicateReason[] }>();
  for (const [reason, keysOf, mayBe] of rules) {
    const groups = Map.groupBy(
      sorted.flatMap((one) => [...new Set(keysOf(one))].map((key) => ({ key, one }))),
      ({ key }) => key,
    );
    for (const group of groups.values()) {
      if (group.length > MOST_SHARING) continue;
      for (const [at, { one }] of group.entries())
        for (const { one: other } of group.slice(at + 1))
          if (mayBe(one, other)) note(one.id, other.id, reason);
    }
  }
  return [...found.values()];

  function note(first: string, second: string, reason: DuplicateReason): void {
    const key = `${first} ${second}`;
    const pair = found.get(key) ?? { ids: [first, second], why: [] };
    found.set(key, pair);
    if (!pair.why.includes(reason)) pair.why.push(reason);
  }
}
