import { describe, expect, test } from 'vitest';
import { clientLook } from '#shared/domain/clients/client-look.ts';
import { duplicateClients, duplicatePeople, isNearName } from '#shared/domain/join/duplicates.ts';
import { differingChoices, mergedValues } from '#shared/domain/join/merged-values.ts';
import { client } from '#shared/entities/clients.ts';
import type { Entity } from '#shared/entities/define.ts';

const firm = (id: string, name: string, values: object = {}) => clientLook(id, { name, ...values });
const person = (id: string, name: string, more: object = {}) => ({
  id,
  name,
  emails: [],
  phones: [],
  clients: [],
  ...more,
});

describe('clients that may be the same', () => {
  test.each([
    ['one IČO', { ico: '36421928' }, { ico: '36421928', town: 'Svit' }, ['ico', 'name']],
    ['one name in one town', { town: 'Poprad' }, { town: 'POPRAD' }, ['nameTown']],
    ['one name and postcode', { postcode: '058 01' }, { postcode: '05801' }, ['namePostcode']],
    ['one name, one of them nowhere', {}, { town: 'Poprad' }, ['name']],
  ])('%s', (_, one, other, why) => {
    const looks = [firm('2', 'Píla, s. r. o.', other), firm('1', 'PÍLA', one)];
    expect(duplicateClients(looks)).toEqual([{ ids: ['1', '2'], why }]);
  });

  test.each([
    ['two IČO', { ico: '36421928', town: 'Poprad' }, { ico: '00323748', town: 'Poprad' }],
    ['two towns', { town: 'Poprad' }, { town: 'Svit' }],
  ])('but not with %s', (_, one, other) => {
    expect(duplicateClients([firm('1', 'Píla', one), firm('2', 'Píla', other)])).toEqual([]);
  });
});

describe('people who may be the same', () => {
  test('by their e-mail, but not by a mailbox of the firm', () => {
    const emails = (value: string) => ({ emails: [value] });
    expect(
      duplicatePeople([
        person('1', 'novak jan', emails('jan@alfa.sk')),
        person('2', 'novakova jana', emails('Jan@alfa.sk')),
        person('3', 'maly peter', emails('info@alfa.sk')),
        person('4', 'velky ivan', emails('info@alfa.sk')),
      ]),
    ).toEqual([{ ids: ['1', '2'], why: ['email'] }]);
  });

  test('by a telephone only with a name that is near', () => {
    const phones = { phones: ['+421905111222'] };
    expect(
      duplicatePeople([
        person('1', 'kovac jan', phones),
        person('2', 'kovac j', phones),
        person('3', 'maly peter', phones),
      ]),
    ).toEqual([{ ids: ['1', '2'], why: ['phone'] }]);
  });

  test.each([
    ['novak jana', 'novakova jana', true],
    ['kovac jan', 'kovac jan', true],
    ['kovac', 'kovac jan', true],
    ['novak jan', 'novakova jana', true],
    ['novak jan', 'novotny jan', false],
    ['novak jan', 'novak peter', false],
  ])('%s and %s: near is %s', (one, other, near) => {
    expect(isNearName({ name: one }, { name: other })).toBe(near);
  });
});

describe('what a record holds after a merge', () => {
  const entity = client as unknown as Entity;
  const merge = (winner: object, loser: object, take: string[] = []) =>
    mergedValues(entity, winner as never, loser as never, new Set(take));

  test('fills only what is empty, and no half of an address', () => {
    expect(merge({ name: 'A', segment: null }, { name: 'B', segment: 'drevo' })).toEqual({
      segment: 'drevo',
    });
    expect(merge({ town: 'Svit' }, { town: 'svit', street: 'Hlavná 1' })).toEqual({ street: 'Hlavná 1' });
    expect(merge({ town: 'Svit' }, { town: 'Poprad', street: 'Hlavná 1' })).toEqual({});
  });

  test('takes the whole unit that was chosen', () => {
    expect(merge({ town: 'Svit', street: 'Dlhá 2' }, { town: 'Poprad' }, ['town'])).toMatchObject({
      town: 'Poprad',
      street: null,
    });
  });

  test('unites lists, the winner’s first, within what a list may hold', () => {
    const mail = (value: string) => ({ value, kind: 'work' });
    expect(merge({ emails: [mail('a@a.sk')] }, { emails: [mail('A@a.sk'), mail('b@a.sk')] })).toEqual({
      emails: [mail('a@a.sk'), mail('b@a.sk')],
    });
    const full = Array.from({ length: 20 }, (_, at) => mail(`m${at}@a.sk`));
    expect(merge({ emails: full }, { emails: [mail('b@a.sk')] })).toEqual({});
  });

  test('a choice is where both say something else', () => {
    const one = { name: 'Píla', town: 'Svit', tier: 'a', segment: 'drevo' };
    const other = { name: 'PÍLA, s. r. o.', town: 'Poprad', tier: null, segment: 'papier' };
    expect(differingChoices(entity, one, other)).toEqual([
      ['segment'],
      ['street', 'postcode', 'town', 'country'],
    ]);
  });
});
