import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClientLook, clientLook } from '#shared/domain/clients/client-look.ts';
import { differingUnits } from '#shared/domain/join/differing-units.ts';
import {
  pairClients,
  pairPeople,
  pairPlaces,
  type Paired,
  type PersonLook,
} from '#shared/domain/join/pair.ts';
import { client, contact } from '#shared/entities/clients.ts';

const look = (id: string, values: Record<string, unknown>): ClientLook => clientLook(id, values);
const person = (id: string, more: Partial<PersonLook>): PersonLook => ({
  id,
  name: 'novak jan',
  emails: [],
  phones: [],
  clients: [],
  ...more,
});
const told = ({ pairs, doubtful }: Paired) => ({ pairs: [...pairs], doubtful: [...doubtful] });

describe('clients', () => {
  it('pairs by IČO whatever the names are', () => {
    const paired = pairClients(
      [look('m', { name: 'Alfa', ico: '12345678' })],
      [look('t', { name: 'Alfa Slovensko, s.r.o.', ico: '12345678' })],
    );
    expect(told(paired)).toEqual({ pairs: [['m', 't']], doubtful: [] });
  });

  it('pairs by name without legal form and postcode, in any spelling', () => {
    const paired = pairClients(
      [look('m', { name: 'ALFA, spol. s r. o.', postcode: '811 01' })],
      [look('t', { name: 'Alfa s.r.o.', postcode: '81101', ico: '12345678' })],
    );
    expect(told(paired)).toEqual({ pairs: [['m', 't']], doubtful: [] });
  });

  it('doubts the same name without postcode, with another one, and with another IČO', () => {
    const theirs = [look('t', { name: 'Alfa s.r.o.', postcode: '81101', ico: '1' })];
    for (const mine of [
      { name: 'Alfa' },
      { name: 'Alfa', postcode: '04001' },
      { name: 'Alfa', postcode: '81101', ico: '2' },
    ])
      expect(told(pairClients([look('m', mine)], theirs))).toEqual({ pairs: [], doubtful: [['m', 't']] });
  });

  it('pairs the shops of a chain street by street and doubts the one that is left', () => {
    const shop = (id: string, street: string) =>
      look(id, { name: 'COOP Jednota', postcode: '01001', street });
    const paired = pairClients(
      [shop('m1', 'Hlavná 1'), shop('m2', 'Dlhá 5'), shop('m3', 'Krátka 3')],
      [shop('t1', 'dlha 5'), shop('t2', 'Hlavná 1'), shop('t3', 'Nová 9'), shop('t4', 'Stará 2')],
    );
    expect(new Map(paired.pairs)).toEqual(
      new Map([
        ['m1', 't2'],
        ['m2', 't1'],
      ]),
    );
    expect(told(paired).doubtful).toEqual([['m3', 't3']]);
  });

  it('knows a record by its id before anything else', () => {
    const paired = pairClients(
      [look('a', { name: 'Alfa', ico: '1' }), look('b', { name: 'Beta', ico: '2' })],
      [look('b', { name: 'Alfa', ico: '1' })],
    );
    expect(told(paired)).toEqual({ pairs: [['b', 'b']], doubtful: [] });
  });

  it('leaves a firm that nothing is like alone', () => {
    expect(told(pairClients([look('m', { name: 'Alfa' })], [look('t', { name: 'Beta' })]))).toEqual({
      pairs: [],
      doubtful: [],
    });
  });
});

describe('people', () => {
  it('pairs by their own e-mail, a mailbox of the firm only with the name', () => {
    expect(
      told(
        pairPeople(
          [person('m', { name: 'novak j', emails: ['Jan@alfa.sk'] })],
          [person('t', { emails: ['jan@ALFA.sk'] })],
        ),
      ).pairs,
    ).toEqual([['m', 't']]);
    const shared = [
      person('t1', { name: 'kral peter', emails: ['info@alfa.sk'] }),
      person('t2', { emails: ['info@alfa.sk'] }),
    ];
    expect(told(pairPeople([person('m', { emails: ['info@alfa.sk'] })], shared)).pairs).toEqual([
      ['m', 't2'],
    ]);
    expect(told(pairPeople([person('m', { name: 'x y', emails: ['info@alfa.sk'] })], shared))).toEqual({
      pairs: [],
      doubtful: [],
    });
  });

  it('pairs by name at one client unless both have e-mails of their own, which is doubtful', () => {
    const theirs = [person('t', { clients: ['c'], emails: ['jan@alfa.sk'] })];
    expect(told(pairPeople([person('m', { clients: ['c'] })], theirs)).pairs).toEqual([['m', 't']]);
    expect(told(pairPeople([person('m', { clients: ['c'], emails: ['j.novak@alfa.sk'] })], theirs))).toEqual({
      pairs: [],
      doubtful: [['m', 't']],
    });
    expect(told(pairPeople([person('m', { clients: ['d'] })], theirs))).toEqual({ pairs: [], doubtful: [] });
  });

  it('does not guess between namesakes at one client, but a telephone tells them apart', () => {
    const theirs = [
      person('t1', { clients: ['c'], phones: ['+421900000001'] }),
      person('t2', { clients: ['c'] }),
    ];
    expect(told(pairPeople([person('m', { clients: ['c'] })], theirs)).pairs).toEqual([]);
    expect(
      told(pairPeople([person('m', { clients: ['c'], phones: ['+421900000001'] })], theirs)).pairs,
    ).toEqual([['m', 't1']]);
  });

  it('pairs places by person and client, several of them by their titles', () => {
    const place = (id: string, jobTitle: string) => ({ id, contact: 'p', client: 'c', jobTitle });
    const paired = pairPlaces(
      [place('m1', 'riaditel'), place('m2', 'nakupca')],
      [place('t1', 'nakupca'), place('t2', 'konatel')],
    );
    expect(new Map(paired.pairs)).toEqual(
      new Map([
        ['m2', 't1'],
        ['m1', 't2'],
      ]),
    );
  });
});

describe('units that differ', () => {
  it('are those where mine says something else, not those that I do not know or spell otherwise', () => {
    expect(
      differingUnits(
        client,
        {
          name: 'ALFA s. r. o.',
          ico: '12 34 56 78',
          tier: 'a',
          segment: null,
          notes: 'platí neskoro',
          postcode: '811 01',
        },
        {
          name: 'Alfa, s.r.o.',
          ico: '12345678',
          tier: 'b',
          segment: 'retail',
          notes: null,
          postcode: '81101',
        },
      ),
    ).toEqual(['tier', 'notes']);
  });

  it('counts a list only when it adds something', () => {
    const phone = (value: string) => ({ value, kind: 'mobile' });
    const theirs = { lastName: 'Novák', phones: [phone('+421900000001'), phone('+421900000002')] };
    expect(differingUnits(contact, { lastName: 'Novák', phones: [phone('+421900000002')] }, theirs)).toEqual(
      [],
    );
    expect(differingUnits(contact, { lastName: 'Novák', phones: [phone('+421900000003')] }, theirs)).toEqual([
      'phones',
    ]);
  });
});

describe('whatever the lists are', () => {
  const few = <T>(...values: T[]) => fc.constantFrom(...values);
  const clients = (prefix: string) =>
    fc
      .array(
        fc.record({
          name: few('Alfa', 'Alfa s.r.o.', 'Beta', 'Gama, a.s.'),
          ico: few('', '1', '2', '3'),
          postcode: few('', '81101', '04001'),
          street: few('', 'Hlavná 1', 'Dlhá 5'),
        }),
        { maxLength: 20 },
      )
      .map((list) => list.map((values, at) => look(`${prefix}${String(at).padStart(2, '0')}`, values)));

  it('a record has at most one pair, the order of the lists changes nothing, and a pair never has two IČO', () => {
    fc.assert(
      fc.property(clients('m'), clients('t'), fc.func(fc.integer()), (mine, theirs, rank) => {
        const paired = pairClients(mine, theirs);
        expect(new Set(paired.pairs.values()).size).toBe(paired.pairs.size);
        const shuffle = (list: ClientLook[]) => list.toSorted((a, b) => rank(a.id) - rank(b.id));
        const again = pairClients(shuffle(mine), shuffle(theirs));
        expect(new Map(again.pairs)).toEqual(new Map(paired.pairs));
        expect(new Map(again.doubtful)).toEqual(new Map(paired.doubtful));
        const of = (list: ClientLook[], id: string) => list.find((one) => one.id === id);
        for (const [a, b] of paired.pairs) {
          const icos = [of(mine, a)?.ico, of(theirs, b)?.ico].filter((ico) => ico !== '');
          expect(new Set(icos).size).toBeLessThan(2);
        }
        for (const id of paired.doubtful.keys()) expect(paired.pairs.has(id)).toBe(false);
      }),
    );
  });

  it('a base pairs with a copy of itself one to one', () => {
    fc.assert(
      fc.property(clients('m'), (mine) => {
        const copy = mine.map((one) => ({ ...one, id: `t${one.id}` }));
        const known = mine.filter((one) => one.ico !== '' || (one.postcode !== '' && one.street !== ''));
        const { pairs } = pairClients(mine, copy);
        for (const { id } of known) expect(pairs.has(id)).toBe(true);
      }),
    );
  });

  it('100,000 firms of one name take no longer for each than a few do', () => {
    const many = (prefix: string) =>
      Array.from({ length: 100_000 }, (_, at) => look(`${prefix}${at}`, { name: 'Alfa', postcode: '' }));
    const { pairs, doubtful } = pairClients(many('m'), many('t'));
    expect(pairs.size).toBe(0);
    expect(doubtful.size).toBe(100_000);
  });
});
