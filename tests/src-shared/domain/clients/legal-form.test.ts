import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clientMatchKey,
  LEGAL_FORMS,
  legalFormOf,
  splitLegalForm,
} from '#shared/domain/clients/legal-form.ts';
import { SPELLINGS } from '#shared/domain/clients/legal-form-table.ts';

const register = readFileSync(
  new URL('../../../fixtures/biz-sk-register/rpo_sk_companies.csv', import.meta.url),
  'utf8',
)
  .split('\n')
  .slice(1)
  .map((line) => line.split(';'))
  .map((cells) => ({ name: cells[2] ?? '', form: cells[4] ?? '' }))
  .filter((row) => row.name !== '');

const WRITTEN: [string, string][] = [
  ['s. r. o.', 'sro'],
  ['s.r.o.', 'sro'],
  ['s.r.o', 'sro'],
  ['S.R.O.', 'sro'],
  ['sro', 'sro'],
  ['spol. s r.o.', 'sro'],
  ['spol. s r. o.', 'sro'],
  ['spol.s.r.o.', 'sro'],
  ['spol s r o', 'sro'],
  ['spoločnosť s r.o.', 'sro'],
  ['spoločnosť s ručením obmedzeným', 'sro'],
  ['společnost s ručením omezeným', 'sro'],
  ['a. s.', 'as'],
  ['a.s.', 'as'],
  ['A.S.', 'as'],
  ['as', 'as'],
  ['akciová spoločnosť', 'as'],
  ['akciova spolocnost', 'as'],
  ['k. s.', 'ks'],
  ['v. o. s.', 'vos'],
  ['v.o.s.', 'vos'],
  ['j.s.a.', 'jsa'],
  ['j. s. a.', 'jsa'],
  ['š. p.', 'stateEnterprise'],
  ['štátny podnik', 'stateEnterprise'],
  ['n. o.', 'nonprofit'],
  ['o.p.s.', 'nonprofit'],
  ['o. z.', 'association'],
  ['OZ', 'association'],
  ['z.s.', 'association'],
  ['n.f.', 'fund'],
  ['SE', 'se'],
  ['GmbH', 'gmbh'],
  ['G.m.b.H.', 'gmbh'],
  ['Ges.m.b.H.', 'gmbh'],
  ['GmbH & Co. KG', 'gmbhCoKg'],
  ['AG', 'ag'],
  ['e.V.', 'ev'],
  ['Ltd', 'ltd'],
  ['Ltd.', 'ltd'],
  ['Limited', 'ltd'],
  ['Co., Ltd.', 'ltd'],
  ['plc', 'plc'],
  ['LLC', 'llc'],
  ['Inc.', 'inc'],
  ['Corp.', 'corp'],
  ['Kft.', 'kft'],
  ['Zrt.', 'zrt'],
  ['Sp. z o.o.', 'spzoo'],
  ['sp. z o. o.', 'spzoo'],
  ['S.A.', 'sa'],
  ['SA', 'sa'],
  ['S.A.S.', 'sas'],
  ['S.p.A.', 'spa'],
  ['SpA', 'spa'],
  ['S.r.l.', 'srl'],
  ['B.V.', 'bv'],
  ['N.V.', 'nv'],
  ['d.o.o.', 'doo'],
];

describe('splitLegalForm', () => {
  it.each(WRITTEN)('takes %s off, with a comma and without', (written, form) => {
    expect(splitLegalForm(`Alfa Žilina ${written}`)).toEqual({ base: 'Alfa Žilina', form });
    expect(splitLegalForm(`Alfa Žilina, ${written}`)).toEqual({ base: 'Alfa Žilina', form });
    expect(splitLegalForm(`Alfa Žilina,${written}`)).toEqual({ base: 'Alfa Žilina', form });
    expect(legalFormOf(written)).toBe(form);
  });

  it.each([
    ['ARPROG, akciová spoločnosť Poprad', 'ARPROG Poprad', 'as'],
    ['KOMUNÁLNA poisťovňa, a.s. Vienna Insurance Group', 'KOMUNÁLNA poisťovňa Vienna Insurance Group', 'as'],
    ['E.N.E.S. spol. s r.o.', 'E.N.E.S.', 'sro'],
    ['Lionbridge (Slovakia) s.r.o.', 'Lionbridge (Slovakia)', 'sro'],
    ['Alfa s.r.o. v likvidácii', 'Alfa', 'sro'],
    ['Alfa, a. s. "v likvidácii"', 'Alfa', 'as'],
    ['Alfa GmbH, organizačná zložka', 'Alfa', 'branch'],
    ['Nadácia VSE', 'Nadácia VSE', 'foundation'],
    ['Obec Soľ', 'Obec Soľ', 'municipality'],
    ['Košický samosprávny kraj', 'Košický samosprávny kraj', 'region'],
    ['Agrodružstvo v Soli', 'Agrodružstvo v Soli', 'cooperative'],
    ['Občianske združenie TOPTECH', 'Občianske združenie TOPTECH', 'association'],
    ['s.r.o.', 's.r.o.', 'sro'],
  ])('%j is %j, %s', (name, base, form) => {
    expect(splitLegalForm(name)).toEqual({ base, form });
  });

  it.each([
    'Texas',
    'Oasis',
    'Casino',
    'Thermal Spa',
    'Vráť se',
    'Kvas',
    'U. S. A.',
    'U.S.A.',
    'Technické služby mesta',
    '3M',
  ])('finds no form in %j', (name) => {
    expect(splitLegalForm(name)).toEqual({ base: name });
  });

  it('tells the form that the register tells, wherever the name says one', () => {
    const contradicting = register.filter(({ name, form }) => {
      const told = splitLegalForm(name).form;
      return told !== undefined && told !== legalFormOf(form);
    });
    expect(contradicting).toEqual([]);
    const companies = register.filter(({ form }) => ['sro', 'as'].includes(legalFormOf(form) ?? ''));
    expect(companies.length).toBeGreaterThan(250);
    expect(companies.filter(({ name }) => splitLegalForm(name).form === undefined)).toEqual([]);
  });
});

describe('legalFormOf', () => {
  it.each([
    ['Spoločnosť s ručením obmedzeným', 'sro'],
    ['Obec (obecný úrad), mesto (mestský úrad)', 'municipality'],
    ['Rozpočtová organizácia', 'budgetary'],
    ['Podnikateľ-fyzická osoba-nezapísaný v obchodnom registri', 'soleTrader'],
    ['Živnostník', 'soleTrader'],
    ['Jednoduchá spoločnosť na akcie', 'jsa'],
    ['gmbh', 'gmbh'],
    ['Obchodník', undefined],
    ['', undefined],
  ])('%j is %s', (text, form) => {
    expect(legalFormOf(text)).toBe(form);
  });

  it('knows every form that the Slovak register uses', () => {
    const forms = [...new Set(register.map((row) => row.form))];
    expect(forms.length).toBeGreaterThan(15);
    expect(forms.filter((form) => legalFormOf(form) === undefined)).toEqual([]);
  });

  it('every form has a spelling, and only listed forms have one', () => {
    expect([...new Set(SPELLINGS.map((spelling) => spelling.code))].sort()).toEqual([...LEGAL_FORMS].sort());
  });
});

describe('clientMatchKey', () => {
  it.each([
    [
      [
        'Alfa, s. r. o.',
        'ALFA spol. s r.o.',
        'alfa',
        ' Alfa  s.r.o. ',
        '„Alfa“ s.r.o.',
        'Alfa s.r.o. v likvidácii',
      ],
      'alfa',
    ],
    [['E.N.E.S. spol. s r.o.', 'ENES, s.r.o.'], 'enes'],
    [['J&T BANKA, a. s.', 'J & T Banka', 'J+T banka a.s.'], 'jat banka'],
    [['Coca-Cola HBC', 'COCA COLA HBC, s.r.o.'], 'coca cola hbc'],
    [['U. S. Steel Košice, s.r.o.', 'U.S. Steel Kosice', 'US STEEL KOŠICE'], 'us steel kosice'],
    [['Novák & syn', 'NOVAK a SYN s.r.o.'], 'novak a syn'],
  ])('%j have the key %s', (names, key) => {
    expect(names.map(clientMatchKey)).toEqual(names.map(() => key));
  });

  it('keeps different firms of the register apart', () => {
    const names = new Map(register.map(({ name }) => [clientMatchKey(name), name]));
    expect(names.size).toBe(new Set(register.map((row) => row.name)).size);
  });

  it('is never empty for a name that is not blank, and never throws', () => {
    const parts = fc.constantFrom(
      's.r.o.',
      'a.s.',
      ' ',
      ',',
      '.',
      '-',
      '"',
      'Alfa',
      'š',
      '&',
      '中',
      '(',
      ')',
      'SE',
    );
    fc.assert(
      fc.property(fc.string({ unit: parts, maxLength: 8 }), (name) => {
        expect(clientMatchKey(name) === '').toBe(name.trim() === '');
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(clientMatchKey(name) === '').toBe(name.trim() === '');
      }),
    );
  });
});
