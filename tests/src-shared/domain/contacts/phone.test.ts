import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatPhone,
  isPhoneQuery,
  parsePhone,
  phoneDigits,
  splitPhones,
} from '#shared/domain/contacts/phone.ts';

const mobileExamples: Record<string, string> = JSON.parse(
  readFileSync(new URL('../../../fixtures/numbers-phones/examples.mobile.json', import.meta.url), 'utf8'),
);

describe('parsePhone', () => {
  it.each([
    ['0905 123 456', '+421905123456'],
    ['0905/123 456', '+421905123456'],
    ['905123456', '+421905123456'],
    ['+421 (0) 905 123 456', '+421905123456'],
    ['+421-905-123-456', '+421905123456'],
    ['00421 905 123 456', '+421905123456'],
    ['421905123456', '+421905123456'],
    ['02/5555 1234', '+421255551234'],
    ['00420 777 123 456', '+420777123456'],
    ['420777123456', '+420777123456'],
    ['tel:+421905123456', '+421905123456'],
    ['Tel.: 0905 123 456', '+421905123456'],
    ['mobil: 0905 123 456', '+421905123456'],
    ['\u00a00905\u00a0123\u00a0456 ', '+421905123456'],
  ])('%j is %s', (text, value) => {
    expect(parsePhone(text, 'SK')).toEqual({ value, valid: true });
  });

  it.each([
    '+421 2 5555 1234 ext. 3651',
    '02/5555 1234 kl. 3651',
    '02/5555 1234, klapka 3651',
    '02/5555 1234 linka: 3651',
    '02/5555 1234 x3651',
    '02/5555 1234 #3651',
    'tel:+421-2-5555-1234;ext=3651',
  ])('%j has an extension', (text) => {
    expect(parsePhone(text, 'SK')).toEqual({
      value: '+421255551234;ext=3651',
      valid: true,
      extension: '3651',
    });
  });

  it.each([
    ['  0905 123 456 (Jana) ', '0905 123 456 (Jana)'],
    ['007', '007'],
    ['0905', '0905'],
    ['5555 1234', '5555 1234'],
    ['cez vrátnicu', 'cez vrátnicu'],
    ['+421 905 123 45', '+421 905 123 45'],
    ['', ''],
  ])('keeps %j as it was written', (text, value) => {
    expect(parsePhone(text, 'SK')).toEqual({ value, valid: false });
  });

  it('reads a 00 prefix from where another prefix is dialled, and copes with an unknown country', () => {
    expect(parsePhone('00421905123456', 'US').value).toBe('+421905123456');
    expect(parsePhone('+421905123456', 'XX').value).toBe('+421905123456');
    expect(parsePhone('0905123456', '')).toEqual({ value: '0905123456', valid: false });
  });

  it('knows a mobile number of every country', () => {
    const unknown = Object.entries(mobileExamples).filter(
      ([country, number]) => !parsePhone(number, country).valid,
    );
    expect(unknown).toEqual([]);
    expect(Object.keys(mobileExamples).length).toBeGreaterThan(200);
  });

  it('loses no digit, is stable, and reads back what the screen shows', () => {
    const typed = fc.string({
      unit: fc.constantFrom(
        ...'0123456789+ /()-.;',
        ';ext=',
        ' kl. ',
        ' #',
        '0905 123',
        '+421',
        '00420',
        '777',
      ),
      maxLength: 9,
    });
    fc.assert(
      fc.property(typed, fc.constantFrom('SK', 'CZ', 'US', 'AT'), (text, country) => {
        const { value, valid } = parsePhone(text, country);
        if (!valid) expect(value).toBe(text.trim());
        expect(parsePhone(value, country).value).toBe(value);
        expect(parsePhone(formatPhone(value, country), country).value).toBe(value);
      }),
      { numRuns: 5_000 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.entries(mobileExamples)), ([country, number]) => {
        const { value } = parsePhone(number, country);
        expect(value.endsWith(number.replace(/^0/, ''))).toBe(true);
        expect(parsePhone(formatPhone(value, country), country).value).toBe(value);
        expect(parsePhone(formatPhone(value, 'SK'), 'SK').value).toBe(value);
      }),
    );
  });
});

describe('formatPhone', () => {
  it.each([
    ['+421905123456', 'SK', '0905 123 456'],
    ['+421905123456', 'CZ', '+421 905 123 456'],
    ['+420777123456', 'SK', '+420 777 123 456'],
    ['+421905123456;ext=3651', 'SK', '0905 123 456 #3651'],
    ['cez vrátnicu', 'SK', 'cez vrátnicu'],
  ])('%s seen from %s… %s', (value, country, shown) => {
    expect(formatPhone(value, country)).toBe(shown);
  });
});

describe('phoneDigits and isPhoneQuery', () => {
  it.each([
    ['+421905123456', ['421905123456', '0905123456']],
    ['+421255551234;ext=3651', ['421255551234', '0255551234']],
    ['+420777123456', ['420777123456', '777123456']],
    ['0905 12', ['090512']],
    ['cez vrátnicu', []],
  ])('%s is indexed by %j', (value, digits) => {
    expect(phoneDigits(value, 'SK')).toEqual(digits);
  });

  it.each([
    ['+421 905', '421905'],
    ['0905/12', '090512'],
    ['00421 905', '421905'],
    ['+421 (0) 905', '421905'],
    ['905', '905'],
    ['(02) 5555', '025555'],
    ['90', undefined],
    ['00', undefined],
    ['12 ks', undefined],
    ['Fox', undefined],
    ['', undefined],
  ])('typing %j searches by %s', (typed, digits) => {
    expect(isPhoneQuery(typed)).toBe(digits);
  });

  it('every beginning of a number that is typed finds it', () => {
    const number = fc.integer({ min: 900_000_000, max: 919_999_999 }).map((tail) => `+421${tail}`);
    fc.assert(
      fc.property(number, fc.integer({ min: 4, max: 13 }), (value, length) => {
        const query = isPhoneQuery(formatPhone(value, 'SK').slice(0, length));
        expect(phoneDigits(value, 'SK').some((digits) => digits.startsWith(query ?? 'nothing'))).toBe(true);
      }),
    );
  });
});

describe('splitPhones', () => {
  it.each([
    ['02/5555 1234', ['02/5555 1234']],
    ['0905/123456', ['0905/123456']],
    ['0905 123 456 / 0905 123 457', ['0905 123 456', '0905 123 457']],
    ['041/5555 123/0905 123 456', ['041/5555 123', '0905 123 456']],
    ['02/5555 1234/35', ['02/5555 1234/35']],
    ['0905 123 456, 02/5555 1234', ['0905 123 456', '02/5555 1234']],
    ['0905 123 456; +421 2 5555 1234;ext=12', ['0905 123 456', '+421 2 5555 1234;ext=12']],
    ['02/5555 1234, kl. 12; 0905 123 456', ['02/5555 1234, kl. 12', '0905 123 456']],
    ['+421 905 123 456 ::: +421 905 123 457', ['+421 905 123 456', '+421 905 123 457']],
    ['0905 123 456\r\n0905 123 457', ['0905 123 456', '0905 123 457']],
    ['112', ['112']],
    [' , ;', []],
    ['', []],
  ])('%j → %j', (cell, numbers) => {
    expect(splitPhones(cell)).toEqual(numbers);
  });

  it('loses no digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 /,;+\n|') }), (cell) => {
        expect(splitPhones(cell).join('').replace(/\D/g, '')).toBe(cell.replace(/\D/g, ''));
      }),
    );
  });
});
