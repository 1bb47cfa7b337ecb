import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePhone } from '#shared/domain/contacts/phone.ts';
import { buildRow } from '#shared/domain/exchange/build-row.ts';
import { cleanCell, isScientific, listOf } from '#shared/domain/exchange/cell-values.ts';
import { countryCode } from '#shared/domain/exchange/countries.ts';
import { guardFormula } from '#shared/domain/exchange/formula-guard.ts';
import { readPhone } from '#shared/domain/exchange/reach-values.ts';
import { planRow } from '#shared/domain/exchange/row-plan.ts';
import { client, contact } from '#shared/entities/clients.ts';

function build(row: Record<string, string>, as: 'contacts' | 'clients' = 'contacts', country = 'SK') {
  return buildRow(planRow(Object.keys(row), { as, country }), Object.values(row));
}

const problemsOf = (built: ReturnType<typeof build>) =>
  built.problems.map(({ problem, value }) => [problem, value]);

describe('values', () => {
  test('a person with a firm: names, kinds of numbers, leading zeros and +421', () => {
    const built = build({
      'contact.titlesBefore': 'Ing.',
      'contact.firstName': 'Ján',
      'contact.middleName': 'Pavol',
      'contact.lastName': 'Novák',
      'contact.phone.mobile': '0905 123 456',
      'contact.phone': '+421 2 5555 1234 / 0911 222 333',
      'contact.email': 'Ján Novák <Jan@Firma.sk>; druhy@firma.sk',
      'position.jobTitle': 'riaditeľ',
      'client.name': 'Alfa s.r.o.',
      'client.ico': '323748',
      'client.postcode': "['06731']",
      'client.country': 'Slovenská republika',
    });
    expect(built.problems).toEqual([]);
    expect(built.contact).toEqual({
      titlesBefore: 'Ing.',
      firstName: 'Ján Pavol',
      lastName: 'Novák',
      phones: [
        { value: '+421905123456', kind: 'mobile' },
        { value: '+421255551234', kind: 'work' },
        { value: '+421911222333', kind: 'mobile' },
      ],
      emails: [
        { value: 'Jan@firma.sk', kind: 'work' },
        { value: 'druhy@firma.sk', kind: 'work' },
      ],
    });
    expect(built.client).toEqual({ name: 'Alfa s.r.o.', ico: '00323748', postcode: '06731', country: 'SK' });
    expect(built.position).toEqual({ jobTitle: 'riaditeľ' });
    expect(contact.create.safeParse(built.contact).success).toBe(true);
    expect(client.create.safeParse({ status: 'active', ...built.client }).success).toBe(true);
  });

  test('labels beside the values name their kinds, value by value', () => {
    const built = build({
      'contact.lastName': 'Malá',
      'contact.phoneKind': '* Work Fax ::: Mobile',
      'contact.phone': '02/5555 1234 ::: 0905 123 456',
    });
    expect(built.contact?.['phones']).toEqual([
      { value: '+421255551234', kind: 'fax' },
      { value: '+421905123456', kind: 'mobile' },
    ]);
  });

  test('a whole name and a whole address in one cell', () => {
    const built = build({
      'contact.fullName': 'Mgr. Eva Malá, PhD.',
      'client.name': 'Beta',
      'client.fullAddress': 'Hlavná 12, 040 01 Košice, Slovensko',
    });
    expect(built.contact).toMatchObject({
      titlesBefore: 'Mgr.',
      firstName: 'Eva',
      lastName: 'Malá',
      titlesAfter: 'PhD.',
    });
    expect(built.client).toMatchObject({
      street: 'Hlavná 12',
      postcode: '040 01',
      town: 'Košice',
      country: 'SK',
    });
  });

  test('a house number joins its street, or its village where there are no streets', () => {
    expect(
      build(
        { 'client.name': 'Obec', 'client.street': 'Levočská', 'client.houseNumber': '5112/26A' },
        'clients',
      ).client,
    ).toMatchObject({ street: 'Levočská 5112/26A' });
    expect(
      build({ 'client.name': 'Obec', 'client.town': 'Soľ', 'client.houseNumber': '12' }, 'clients').client,
    ).toMatchObject({ street: 'Soľ 12' });
  });

  test('digits that a program took for a fraction are digits again', () => {
    expect(
      build(
        {
          'client.name': 'Alfa',
          'client.ico': '323748.0',
          'client.postcode': '81101.0',
          'client.phone': '421905123456.0',
        },
        'clients',
      ),
    ).toMatchObject({
      client: { ico: '00323748', postcode: '81101', phones: [{ value: '+421905123456', kind: 'mobile' }] },
      problems: [],
    });
  });

  test('only a first name is a name too', () => {
    expect(build({ 'contact.firstName': 'Eva', 'contact.lastName': '' }).contact).toEqual({
      lastName: 'Eva',
    });
  });
});

describe('what is wrong is named and nothing is bent', () => {
  test.each([
    [{ 'contact.firstName': '', 'contact.lastName': ' ' }, [['nameEmpty', undefined]]],
    [{ 'contact.lastName': 'A', 'contact.email': 'jan(at)firma.sk' }, [['notAnEmail', 'jan(at)firma.sk']]],
    [{ 'contact.lastName': 'A', 'contact.phone': '4.21905E+11' }, [['scientificNumber', '4.21905E+11']]],
    [
      { 'contact.lastName': 'A', 'client.name': 'B', 'position.endedOn': '31.02.2025' },
      [['notADay', '31.02.2025']],
    ],
    [
      { 'contact.lastName': 'Pre\ufffdov' },
      [
        ['wrongEncoding', 'Pre\ufffdov'],
        ['nameEmpty', undefined],
      ],
    ],
    [{ 'contact.lastName': 'A\u0000B' }, [['controlCharacters', 'AB']]],
    [{ 'contact.lastName': 'A', 'contact.language': 'klingónsky' }, [['notAChoice', 'klingónsky']]],
    [
      { 'contact.lastName': 'A', 'client.name': 'B', 'client.ico': '12345678' },
      [['icoCheckDigit', '12345678']],
    ],
    [
      { 'contact.lastName': 'A', 'client.name': '', 'client.town': 'Nitra' },
      [['noClientForValue', undefined]],
    ],
  ] as [Record<string, string>, unknown][])('%j', (row, expected) => {
    expect(problemsOf(build(row))).toEqual(expected);
  });

  test('a row without a name is left out, a row with a wrong value is taken without it', () => {
    expect(build({ 'contact.lastName': '' }).skipped).toBe(true);
    const built = build({ 'contact.lastName': 'A', 'contact.email': 'nie' });
    expect(built.skipped).toBe(false);
    expect(built.contact).toEqual({ lastName: 'A' });
  });

  test('a number that is none is kept as it was written, and said', () => {
    const built = build({ 'contact.lastName': 'A', 'contact.phone': 'kl. 12' });
    expect(built.contact?.['phones']).toEqual([{ value: 'kl. 12', kind: 'work' }]);
    expect(problemsOf(built)).toEqual([['notAPhone', 'kl. 12']]);
  });
});

test('the short way with Slovak mobile numbers finds what the library finds', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('+421', '00421', '0'),
      fc.stringMatching(/^9\d{8}$/),
      fc.constantFrom('', ' ', '/'),
      (prefix, digits, gap) => {
        const text = `${prefix}${gap === '' ? '' : ' '}${digits.slice(0, 3)}${gap}${digits.slice(3)}`;
        expect(readPhone(text, 'SK').value).toBe(parsePhone(text, 'SK').value);
      },
    ),
  );
});

test('cells as programs write them', () => {
  expect(cleanCell('="00323748"').text).toBe('00323748');
  expect(cleanCell("'+421905123456").text).toBe('+421905123456');
  expect(cleanCell('  NULL ').text).toBe('');
  expect(cleanCell('Pres\u030cov').text).toBe('Prešov');
  expect(listOf("['06731', '058 01']")).toEqual(['06731', '058 01']);
  expect(listOf('a ::: b')).toEqual(['a', 'b']);
  expect(isScientific('1,2E+10')).toBe(true);
  expect(isScientific('12E')).toBe(false);
});

test('countries in four languages and by code', () => {
  expect(
    ['Slovenská republika', 'Rakousko', 'Deutschland', 'UK', 'United States of America', 'sk', 'Česko'].map(
      countryCode,
    ),
  ).toEqual(['SK', 'AT', 'DE', 'GB', 'US', 'SK', 'CZ']);
  expect(countryCode('Dunkeldeutschland')).toBeUndefined();
});

test('formulas are guarded, numbers and telephones are not', () => {
  expect(['=1+1', '@SUM(A1)', '+A1', '-cmd', '\tx'].map(guardFormula)).toEqual([
    "'=1+1",
    "'@SUM(A1)",
    "'+A1",
    "'-cmd",
    "'\tx",
  ]);
  expect(['+421905123456', '-12', 'Alfa', ''].map(guardFormula)).toEqual([
    '+421905123456',
    '-12',
    'Alfa',
    '',
  ]);
});
