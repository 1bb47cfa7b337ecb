import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDic, checkIco, checkVatId } from '#shared/domain/clients/company-ids.ts';

function readFixture(path: string): string {
  return readFileSync(new URL(`../../../fixtures/${path}`, import.meta.url), 'utf8');
}

type VatList = { valid: string[]; validOnlyByFormat: string[]; invalid: string[] };
const vatNumbers: Record<string, VatList> = JSON.parse(readFixture('numbers-jsvat/vat_numbers.json'));
const registerIcos = readFixture('biz-sk-register/rpo_sk_companies.csv')
  .split('\n')
  .slice(1)
  .flatMap((line) => line.split(';')[1] ?? []);

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

describe('checkIco', () => {
  it('takes every IČO of the register, also without its leading zeros', () => {
    expect(registerIcos.length).toBeGreaterThan(400);
    expect(registerIcos.filter((ico) => checkIco(ico).value !== ico)).toEqual([]);
    const short = registerIcos.filter((ico) => /^00?[1-9]/.test(ico));
    expect(short.length).toBeGreaterThan(20);
    expect(short.filter((ico) => checkIco(ico.replace(/^0+/, '')).value !== ico)).toEqual([]);
  });

  it.each([
    ['31 325 416', '31325416'],
    [' IČO: 31325416 ', '31325416'],
    ['ičo 31325416', '31325416'],
    ['IČ: 31325416', '31325416'],
    ['323748', '00323748'],
  ])('%j is %s', (text, value) => {
    expect(checkIco(text)).toEqual({ value });
  });

  it.each([
    ['', 'length'],
    ['31325', 'length'],
    ['313254160', 'length'],
    ['3132541X', 'length'],
    ['31325417', 'checkDigit'],
    ['323749', 'checkDigit'],
  ])('%j has a problem: %s', (text, problem) => {
    expect(checkIco(text)).toEqual({ problem });
  });

  it('finds every single mistyped digit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...registerIcos),
        fc.nat(7),
        fc.integer({ min: 1, max: 9 }),
        (ico, at, change) => {
          // The rule gives remainders 0 and 10 the same digit 1, so only there a wrong digit can slip through.
          fc.pre(at === 7 || !ico.endsWith('1'));
          const digit = (Number(ico[at]) + change) % 10;
          expect(checkIco(ico.slice(0, at) + digit + ico.slice(at + 1)).problem).toBe('checkDigit');
        },
      ),
    );
  });
});

describe('checkDic', () => {
  it('takes the tax number inside every genuine Slovak VAT number', () => {
    for (const vatId of vatNumbers['SK']?.valid ?? [])
      expect(checkDic(vatId)).toEqual({ value: vatId.slice(2) });
  });

  it('warns of an unusual number but keeps it', () => {
    expect(checkDic('2020273894')).toEqual({ value: '2020273894', warning: 'checkDigit' });
    expect(checkDic('DIČ: 2020 273 893')).toEqual({ value: '2020273893' });
  });

  it('refuses only what has not ten digits', () => {
    fc.assert(
      fc.property(digits(10), (text) => {
        expect(checkDic(text).value).toBe(text);
      }),
    );
    for (const text of ['', '202027389', '20202738931', 'CZ25093282', '202027389X']) {
      expect(checkDic(text)).toEqual({ problem: 'length' });
    }
  });
});

describe('checkVatId', () => {
  it.each(Object.entries(vatNumbers))(
    '%s: takes the valid numbers, with spaces and small letters, and no other',
    (_, list) => {
      expect(list.valid.length).toBeGreaterThan(20);
      for (const number of list.valid) {
        expect(checkVatId(number)).toEqual({ value: number });
        expect(
          checkVatId(` ${number.slice(0, 2).toLowerCase()} ${number.slice(2, 6)} ${number.slice(6)}`),
        ).toEqual({ value: number });
      }
      for (const number of [...list.validOnlyByFormat, ...list.invalid]) {
        expect([number, checkVatId(number).problem]).not.toEqual([number, undefined]);
      }
    },
  );

  it.each([
    ['IČ DPH: SK2020273893', 'SK', { value: 'SK2020273893' }],
    ['2020273893', 'SK', { value: 'SK2020273893' }],
    ['25093282', 'CZ', { value: 'CZ25093282' }],
    ['094259216', 'GR', { value: 'EL094259216' }],
    ['GR094259216', 'SK', { value: 'EL094259216' }],
    ['UA1234567890', 'SK', { value: 'UA1234567890', warning: 'notChecked' }],
    ['FR12345678901', 'SK', { value: 'FR12345678901', warning: 'checkDigit' }],
    ['SK202027389', 'SK', { problem: 'length' }],
    ['SK2020273894', 'SK', { problem: 'checkDigit' }],
    ['DE12', 'SK', { problem: 'format' }],
    ['', 'SK', { problem: 'length' }],
    ['neplatca', 'SK', { problem: 'length' }],
  ])('%j in %s', (text, country, result) => {
    expect(checkVatId(text, country)).toEqual(result);
  });

  it('keeps a Slovak number divisible by 11 whose form is unusual, with a warning', () => {
    expect(checkVatId('SK1000000001')).toEqual({ value: 'SK1000000001', warning: 'unusual' });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { value, problem } = checkVatId(text);
        expect(value === undefined).toBe(problem !== undefined);
      }),
    );
  });
});
