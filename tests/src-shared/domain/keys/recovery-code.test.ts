/** The code as people write it: every single typo and every exchange is found, and named by its group. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanCode,
  isGroupRight,
  readCode,
  splitCode,
  valuesOf,
  writeCode,
} from '#shared/domain/keys/recovery-code.ts';

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const values = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 24, maxLength: 24 });
const sign = fc.constantFrom(...SIGNS);
const place = fc.integer({ min: 0, max: 29 });

const signsOf = (code: string) => [...code.replaceAll('-', '')];
const grouped = (signs: string[]) => signs.join('').match(/.{5}/g)!.join('-');

describe('a code', () => {
  test('is six groups of five signs that are not mistaken for one another', () => {
    fc.assert(
      fc.property(values, (data) => {
        const code = writeCode(data);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/);
        const reading = readCode(code);
        expect(reading.is).toBe('whole');
        if (reading.is === 'whole') expect(valuesOf(reading.groups)).toEqual(data);
      }),
    );
  });

  test('is read however it was typed: small letters, O, I, L, spaces, dashes, none of them', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('', ' ', '-', ' – ', '\n', '.'), (data, between) => {
        const code = writeCode(data);
        const typed = code
          .toLowerCase()
          .replaceAll('0', 'o')
          .replace(/1/g, (_, at: number) => (at % 2 ? 'l' : 'I'))
          .replaceAll('-', between);
        const reading = readCode(typed);
        expect(reading).toEqual({ is: 'whole', groups: code.split('-') });
      }),
    );
  });
});

describe('a typo', () => {
  test('of any one sign is found and its group named', () => {
    fc.assert(
      fc.property(values, place, sign, (data, at, wrong) => {
        const signs = signsOf(writeCode(data));
        fc.pre(signs[at] !== wrong);
        signs[at] = wrong;
        expect(readCode(grouped(signs))).toEqual({ is: 'mistyped', groups: [Math.floor(at / 5) + 1] });
      }),
      { numRuns: 2000 },
    );
  });

  test('of two signs exchanged within a group is found', () => {
    fc.assert(
      fc.property(values, place, place, (data, one, other) => {
        const signs = signsOf(writeCode(data));
        const [a, b] = [signs[one]!, signs[other]!];
        fc.pre(a !== b && Math.floor(one / 5) === Math.floor(other / 5));
        [signs[one], signs[other]] = [b, a];
        expect(readCode(grouped(signs))).toEqual({ is: 'mistyped', groups: [Math.floor(one / 5) + 1] });
      }),
    );
  });

  test('of two whole groups exchanged is found', () => {
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        (data, one, other) => {
          fc.pre(one !== other);
          const groups = writeCode(data).split('-');
          [groups[one], groups[other]] = [groups[other]!, groups[one]!];
          expect(readCode(groups.join('-')).is).toBe('mistyped');
        },
      ),
    );
  });

  test('of a sign left out or typed twice names its group where the groups are apart', () => {
    fc.assert(
      fc.property(values, place, fc.boolean(), (data, at, twice) => {
        const groups = writeCode(data).split('-');
        const group = Math.floor(at / 5);
        const text = groups[group]!;
        const inside = at % 5;
        groups[group] =
          text.slice(0, inside) + (twice ? text[inside]!.repeat(2) : '') + text.slice(inside + 1);
        const reading = readCode(groups.join('-'));
        expect(reading).toEqual(
          twice ? { is: 'mistyped', groups: [group + 1] } : { is: 'incomplete', groups: [] },
        );
      }),
    );
  });
});

test('a part of a code is incomplete, and only whole wrong groups are named', () => {
  const code = writeCode(Array.from({ length: 24 }, (_, at) => at));
  expect(readCode('')).toEqual({ is: 'incomplete', groups: [] });
  expect(readCode(code.slice(0, 13))).toEqual({ is: 'incomplete', groups: [] });
  expect(isGroupRight('012', 0)).toBeNull();
  expect(isGroupRight('01U', 0)).toBe(false);
  expect(cleanCode(' o1-il ')).toBe('0111');
  expect(splitCode('abcdefg')).toEqual(['ABCDE', 'FG']);
});
