import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPersonName, initialsOf, parsePersonName } from '#shared/domain/contacts/person-name.ts';

const CASES: [
  full: string,
  titlesBefore: string,
  firstName: string,
  lastName: string,
  titlesAfter: string,
][] = [
  ['Ján Novák', '', 'Ján', 'Novák', ''],
  ['  Ján   Novák ', '', 'Ján', 'Novák', ''],
  ['Novák', '', '', 'Novák', ''],
  ['Fox', '', '', 'Fox', ''],
  ['Ing. Novák', 'Ing.', '', 'Novák', ''],
  ['Ing. Ján Novák, PhD.', 'Ing.', 'Ján', 'Novák', 'PhD.'],
  ['Ing.Ján Novák PhD', 'Ing.', 'Ján', 'Novák', 'PhD.'],
  ['JUDr.Ing. Ján Novák', 'JUDr. Ing.', 'Ján', 'Novák', ''],
  ['Prof. MUDr. Ján Kováč, Ph. D.', 'Prof. MUDr.', 'Ján', 'Kováč', 'PhD.'],
  ['Mgr. et Mgr. Eva Malá', 'Mgr. et Mgr.', 'Eva', 'Malá', ''],
  ['Ing. arch. Peter Dom', 'Ing. arch.', 'Peter', 'Dom', ''],
  ['Mgr. art. Jana Krátka, ArtD.', 'Mgr. art.', 'Jana', 'Krátka', 'ArtD.'],
  ['prof. Dr. h. c. Ing. Karol Mudry, DrSc.', 'prof. Dr. h. c. Ing.', 'Karol', 'Mudry', 'DrSc.'],
  ['MUDr. Anna Mária Veľká, MBA, LL.M.', 'MUDr.', 'Anna Mária', 'Veľká', 'MBA, LL.M.'],
  ['Bc. Peter Šimko, DiS.', 'Bc.', 'Peter', 'Šimko', 'DiS.'],
  ['Dipl.-Ing. Hans Müller', 'Dipl.-Ing.', 'Hans', 'Müller', ''],
  ['Dr. med. Anna Schmidt', 'Dr. med.', 'Anna', 'Schmidt', ''],
  ['Mr John Smith', 'Mr', 'John', 'Smith', ''],
  ['pani Nováková', 'pani', '', 'Nováková', ''],
  ['Ján Novák ml.', '', 'Ján', 'Novák', 'ml.'],
  ['Novák, Ján', '', 'Ján', 'Novák', ''],
  ['Novák, Ing. Ján', 'Ing.', 'Ján', 'Novák', ''],
  ['Novák, Ján, Ing., PhD.', 'Ing.', 'Ján', 'Novák', 'PhD.'],
  ['Novák Ján, Ing., PhD.', 'Ing.', 'Ján', 'Novák', 'PhD.'],
  ['Kramárová Mgr. Jana', 'Mgr.', 'Jana', 'Kramárová', ''],
  ['NOVÁK Ján', '', 'Ján', 'NOVÁK', ''],
  ['JÁN NOVÁK', '', 'JÁN', 'NOVÁK', ''],
  ['Nováková Jana', '', 'Jana', 'Nováková', ''],
  ['Mária Kováčová Nováková', '', 'Mária', 'Kováčová Nováková', ''],
  ['Jana Nováková - Malá', '', 'Jana', 'Nováková - Malá', ''],
  ['Ján Peter Novák', '', 'Ján Peter', 'Novák', ''],
  ['Ludwig van Beethoven', '', 'Ludwig', 'van Beethoven', ''],
  ['Vincent van der Berg', '', 'Vincent', 'van der Berg', ''],
  ['Robert De Niro', '', 'Robert', 'De Niro', ''],
  ['Charles de Gaulle', '', 'Charles', 'de Gaulle', ''],
  ['Yo-Yo Ma', '', 'Yo-Yo', 'Ma', ''],
  ['Art Garfunkel', '', 'Art', 'Garfunkel', ''],
  ['Ing.', '', '', 'Ing.', ''],
  ['', '', '', '', ''],
];

describe('parsePersonName', () => {
  it.each(CASES)('%j', (full, titlesBefore, firstName, lastName, titlesAfter) => {
    expect(parsePersonName(full)).toEqual({ titlesBefore, firstName, lastName, titlesAfter });
  });

  it('reads back what it writes', () => {
    const parts = fc.record({
      titlesBefore: fc.constantFrom('', 'Ing.', 'doc. RNDr.', 'Mgr. et Mgr.', 'Ing. arch.', 'Dr. h. c.'),
      firstName: fc.constantFrom('Ján', 'Eva', 'Anna Mária', 'Yo-Yo', 'Łukasz'),
      lastName: fc.constantFrom(
        'Novák',
        'Nováková',
        'Nováková-Malá',
        'van der Berg',
        'von Goethe',
        'Ma',
        'Fox',
      ),
      titlesAfter: fc.constantFrom('', 'PhD.', 'CSc., MBA', 'LL.M.', 'DiS.', 'ml.'),
    });
    fc.assert(
      fc.property(parts, (name) => {
        expect(parsePersonName(formatPersonName(name))).toEqual(name);
      }),
    );
  });

  it('loses no letter of what was written', () => {
    const word = fc.constantFrom(
      'Ing.',
      'Ján',
      'Novák',
      'PhD.',
      ',',
      'van',
      '-',
      'NOVÁK',
      'ml.',
      'Nováková',
      'dr',
      'h.',
      'et',
      '.',
    );
    const letters = (text: string) => [...text.replace(/[^\p{L}]/gu, '')].sort().join('');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), (words) => {
        const { titlesBefore, firstName, lastName, titlesAfter } = parsePersonName(words.join(' '));
        expect(letters(titlesBefore + firstName + lastName + titlesAfter)).toBe(letters(words.join('')));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('formatPersonName', () => {
  const name = { titlesBefore: 'Ing.', firstName: 'Ján', lastName: 'Novák', titlesAfter: 'PhD.' };
  it.each([
    [name, 'firstLast', 'Ing. Ján Novák, PhD.'],
    [name, 'lastFirst', 'Novák Ján, Ing., PhD.'],
    [{ lastName: 'Novák' }, 'firstLast', 'Novák'],
    [{ firstName: '', lastName: 'Novák', titlesBefore: '' }, 'lastFirst', 'Novák'],
    [{}, 'firstLast', ''],
  ] as const)('%j %s', (parts, order, text) => {
    expect(formatPersonName(parts, order)).toBe(text);
  });
});

describe('initialsOf', () => {
  it.each([
    ['Ing. Ján Novák, PhD.', 'JN'],
    ['ján van novák', 'JN'],
    ['Novák', 'N'],
    ['Ľubomír Čech', 'ĽČ'],
    ['', ''],
  ])('%j → %s', (full, initials) => {
    expect(initialsOf(full)).toBe(initials);
  });
});
