import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeExchangeBase } from '../../../helpers/exchange-base.ts';

const fixture = (path: string) => fileURLToPath(new URL(`../../../fixtures/${path}`, import.meta.url));
const created = (client: number, contact: number, position: number) => ({ client, contact, position });

describe('importing a file twice adds nothing', () => {
  test.each([
    ['biz-sk-register/rpo_sk_companies.csv', created(418, 0, 0)],
    ['biz-northwind/Customers.csv', created(92, 93, 93)],
    ['contacts-exports/Outlook365.csv', created(2, 6, 6)],
    ['contacts-exports/Google.csv', created(1, 1, 1)],
    ['contacts-exports/ThunderbirdUtf8.csv', created(1, 1, 1)],
    ['crm-atomic/contacts_export.csv', created(1, 2, 2)],
    ['biz-customers-10000/customers-10000.csv', created(10_000, 10_000, 10_000)],
  ])('%s', async (file, expected) => {
    const base = makeExchangeBase();
    const first = await base.import(fixture(file));
    expect(first.counts.created).toEqual(expected);
    const second = await base.import(fixture(file));
    expect(second.counts).toMatchObject({ created: created(0, 0, 0), filled: 0, differing: 0 });
    expect(second.counts.same + second.counts.skipped).toBe(second.counts.rows);
  });

  test('also rows without e-mail, telephone, IČO and postcode', async () => {
    const base = makeExchangeBase();
    const list =
      'Meno;Priezvisko;Firma;Funkcia;Mesto\nJán;Novák;Alfa;riaditeľ;Nitra\nJán;Novák;Alfa;vodič;Nitra\nEva;Malá;;;\nIvan;Veľký;Alfa;;Žilina\n';
    expect((await base.import(list)).counts.created).toEqual(created(2, 4, 3));
    expect((await base.import(list)).counts.created).toEqual(created(0, 0, 0));
  });
});

describe('which client a row means', () => {
  test('IČO first, whatever the name; the other name is reported', async () => {
    const base = makeExchangeBase();
    await base.import('Názov;IČO;Mesto\nAlfa s.r.o.;00323748;Nitra\n');
    const second = await base.import('Názov;IČO;Mesto;Web\nAlfa Plus, a.s.;323748;;www.alfa.sk\n');
    expect(second.counts).toMatchObject({ created: created(0, 0, 0), filled: 1, differing: 1 });
    expect(second.problems).toEqual([
      expect.objectContaining({
        row: 2,
        column: 'Názov',
        value: 'Alfa Plus, a.s.',
        problem: 'differs',
        params: expect.objectContaining({ here: 'Alfa s.r.o.' }) as object,
      }),
    ]);
    expect(base.rows('SELECT name, web FROM client')).toEqual([{ name: 'Alfa s.r.o.', web: 'www.alfa.sk' }]);
  });

  test('name without legal form and postcode; another postcode is another client', async () => {
    const base = makeExchangeBase();
    await base.import('Názov;PSČ;Mesto\n"Škoda, spol. s r. o.";811 01;Bratislava\n');
    expect((await base.import('Názov;PSČ;Web\nSKODA s.r.o.;81101;skoda.sk\n')).counts).toMatchObject({
      created: created(0, 0, 0),
      filled: 1,
    });
    const other = await base.import('Názov;PSČ\nŠkoda s.r.o.;04001\n');
    expect(other.counts.created.client).toBe(1);
    expect(other.problems).toEqual([expect.objectContaining({ problem: 'sameNameOtherData' })]);
  });

  test('another IČO under the same name and postcode is another client', async () => {
    const base = makeExchangeBase();
    await base.import('Názov;IČO;PSČ\nAlfa;00323748;81101\n');
    expect((await base.import('Názov;IČO;PSČ\nAlfa;50005448;81101\n')).counts.created.client).toBe(1);
  });

  test('an address book names one firm a hundred times; a contradiction makes it two', async () => {
    const base = makeExchangeBase();
    const rows = Array.from({ length: 100 }, (_, at) => `Osoba;Číslo${at};Alfa s.r.o.;o${at}@alfa.sk;`).join(
      '\n',
    );
    const result = await base.import(
      `Meno;Priezvisko;Firma;E-mail;Mesto\n${rows}\nEva;Iná;Alfa s.r.o.;eva@alfa.sk;Nitra\nIvan;Ďalší;Alfa s.r.o.;ivan@alfa.sk;Žilina\n`,
    );
    expect(result.counts.created).toEqual(created(2, 102, 102));
  });
});

describe('which person a row means', () => {
  test('by e-mail in any case; every number and address of both rows is kept', async () => {
    const base = makeExchangeBase();
    await base.import('Meno;Priezvisko;E-mail;Mobil\nJán;Novák;jan@alfa.sk;0905 123 456\n');
    const second = await base.import(
      'Meno;Priezvisko;E-mail;Telefón;Titul\nJán;Novák;JAN@alfa.sk, jano@doma.sk;02/5555 1234;Ing.\n',
    );
    expect(second.counts).toMatchObject({ created: created(0, 0, 0), filled: 1, differing: 0 });
    const [row] = base.rows('SELECT * FROM contact');
    expect(JSON.parse(String(row?.['phones']))).toEqual([
      { value: '+421905123456', kind: 'mobile' },
      { value: '+421255551234', kind: 'work' },
    ]);
    expect((JSON.parse(String(row?.['emails'])) as { value: string }[]).map((email) => email.value)).toEqual([
      'jan@alfa.sk',
      'jano@doma.sk',
    ]);
    expect(row?.['titles_before']).toBe('Ing.');
  });

  test('a filled field is never overwritten', async () => {
    const base = makeExchangeBase();
    await base.import('Priezvisko;E-mail;Poznámka\nNovák;n@alfa.sk;stará\n');
    const second = await base.import('Priezvisko;E-mail;Poznámka\nNovotný;n@alfa.sk;nová\n');
    expect(second.counts).toMatchObject({ filled: 0, differing: 2 });
    expect(base.rows('SELECT last_name, notes FROM contact')).toEqual([
      { last_name: 'Novák', notes: 'stará' },
    ]);
  });

  test('a mailbox of the firm is nobody alone', async () => {
    const base = makeExchangeBase();
    await base.import('Meno;Priezvisko;Firma;E-mail\nJán;Novák;Alfa;info@alfa.sk\n');
    expect(
      (
        await base.import(
          'Meno;Priezvisko;Firma;E-mail\nEva;Malá;Alfa;info@alfa.sk\nJán;Novák;Alfa;info@alfa.sk\n',
        )
      ).counts.created,
    ).toEqual(created(0, 1, 1));
  });

  test('without e-mail: name, client and telephone; another telephone is another person', async () => {
    const base = makeExchangeBase();
    await base.import('Meno;Priezvisko;Firma;Mobil\nJán;Novák;Alfa;0905123456\n');
    expect(
      (await base.import('Meno;Priezvisko;Firma;Mobil;Funkcia\nJán;Novák;Alfa;+421 905 123 456;šofér\n'))
        .counts,
    ).toMatchObject({ created: created(0, 0, 0), filled: 1 });
    const other = await base.import(
      'Meno;Priezvisko;Firma;Mobil\nJán;Novák;Alfa;0911222333\nJán;Novák;Beta;0905123456\n',
    );
    expect(other.counts.created).toEqual(created(1, 2, 2));
    expect(other.problems.map((problem) => problem.problem)).toEqual(['sameNameOtherData']);
  });

  test('a person of two firms is one person with two places', async () => {
    const base = makeExchangeBase();
    expect(
      (
        await base.import(
          'Meno;Priezvisko;Firma;E-mail;Funkcia\nEva;Malá;Alfa;eva@mala.sk;konateľka\nEva;Malá;Beta;eva@mala.sk;poradkyňa\n',
        )
      ).counts.created,
    ).toEqual(created(2, 1, 2));
  });
});

test('one address is never mixed of two', async () => {
  const base = makeExchangeBase();
  await base.import('Názov;IČO;Ulica;Mesto\nAlfa;00323748;Hlavná 1;Nitra\n');
  const second = await base.import('Názov;IČO;Ulica;Mesto;PSČ\nAlfa;00323748;Nová 2;Nitra;94901\n');
  expect(second.counts.filled).toBe(0);
  expect(base.rows('SELECT street, postcode FROM client')).toEqual([{ street: 'Hlavná 1', postcode: null }]);
});

describe('bad rows', () => {
  test('every one has its number and its reason, the rest is taken', async () => {
    const base = makeExchangeBase();
    const { counts, problems } = await base.import(
      'Meno;Priezvisko;Firma;E-mail\nJán;Novák;Alfa;jan@alfa.sk\n;;Alfa;x@alfa.sk\n\nEva;Malá;Alfa;nie-e-mail\nIvan;Krátky\nOto;Dlhý;Alfa;oto@alfa.sk;navyše\n',
    );
    expect(counts).toMatchObject({ rows: 5, skipped: 2, created: created(1, 3, 2) });
    expect(problems.map(({ row, column, problem }) => [row, column, problem])).toEqual([
      [3, 'Priezvisko', 'nameEmpty'],
      [5, 'E-mail', 'notAnEmail'],
      [6, null, 'rowHasFewerCells'],
      [7, null, 'rowHasMoreCells'],
    ]);
  });

  test('a wrong encoding never becomes a name', async () => {
    const base = makeExchangeBase();
    const { counts, problems } = await base.import(
      Buffer.from('Meno;Priezvisko\nJán;Ďurčo\nEva;Malá\n', 'utf8'),
      { options: { encoding: 'windows-1252' } },
    );
    expect(counts.created.contact).toBe(0);
    expect(problems[0]).toMatchObject({ problem: 'wrongEncoding', params: { encoding: 'utf-8' } });
  });
});

test('the map of the person goes before what was recognised', async () => {
  const base = makeExchangeBase();
  await base.import('Názov;Iné\nAlfa;www.alfa.sk\n', { map: { Iné: 'client.web', '0': 'client.name' } });
  expect(base.rows('SELECT name, web FROM client')).toEqual([{ name: 'Alfa', web: 'www.alfa.sk' }]);
  await expect(base.import('Názov;Iné\nAlfa;x\n', { map: { Nie: 'client.web' } })).rejects.toMatchObject({
    problem: 'columnNotThere',
  });
  await expect(base.import('Názov;Iné\nAlfa;x\n', { map: { Iné: 'client.nonsense' } })).rejects.toMatchObject(
    { problem: 'targetUnknown' },
  );
  await expect(base.import('Názov;Iné\nAlfa;x\n', { map: { Názov: null } })).rejects.toMatchObject({
    problem: 'noColumnForName',
  });
});
