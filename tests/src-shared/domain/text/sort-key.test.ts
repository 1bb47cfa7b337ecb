import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortKey } from '#shared/domain/text/sort-key.ts';
import { ORDER, OTHER_LETTERS, OTHER_SYMBOLS } from '#shared/domain/text/sort-key-table.ts';

const collator = new Intl.Collator('sk');

function orderByKey(a: string, b: string): number {
  const left = sortKey(a);
  const right = sortKey(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

function expectSameOrder(a: string, b: string): void {
  expect([a, b, orderByKey(a, b)]).toEqual([a, b, Math.sign(collator.compare(a, b))]);
}

function readColumn(fixture: string, delimiter: string, column: number): string[] {
  const text = readFileSync(new URL(`../../../fixtures/${fixture}`, import.meta.url), 'utf8');
  return text.split('\n').flatMap((line) => line.split(delimiter)[column] ?? []);
}

const SMALL = 'aáäąăâãåæbcčćçdďđðeéěęèêëfghħiíîïıjkklĺľłmnňńñoóôöőøœòõpqrŕřsšśşßtťţuúůüűvwxyýÿzžźż';
const LETTERS = [...SMALL, ...SMALL.toUpperCase(), 'ch', 'Ch', 'cH', 'CH', 'c', 'h'];
const ALPHABET = [...LETTERS, ...'0123456789', ...' .,-&\'"()+/@_–;:!?„“‚‘’#%*§°=<>|\u00a0'];

const anyText = fc.string({ unit: fc.constantFrom(...ALPHABET), maxLength: 12 });
// Few letters that clash: otherwise two random texts hardly ever differ in accents or case alone.
const closeText = fc.string({ unit: fc.constantFrom(...'aáAÁcčCČhHdďoôóäÄ '), maxLength: 8 });

describe('sortKey', () => {
  it('orders Slovak names as a Slovak reader expects', () => {
    const names = [
      'Čierny',
      'cibuľa',
      'Chorvát',
      'Hudák',
      'Cesta',
      'Ihnát',
      'Žiak',
      'Zajac',
      'Ľach',
      'Lach',
      'Šuster',
    ];
    const sorted = [
      'Cesta',
      'cibuľa',
      'Čierny',
      'Hudák',
      'Chorvát',
      'Ihnát',
      'Lach',
      'Ľach',
      'Šuster',
      'Zajac',
      'Žiak',
    ];
    expect(names.sort(orderByKey)).toEqual(sorted);
  });

  it('agrees with ICU on every pair of letters, digits and punctuation', () => {
    const wrong = ALPHABET.flatMap((a) =>
      ALPHABET.filter((b) => orderByKey(a, b) !== Math.sign(collator.compare(a, b))).map((b) => [a, b]),
    );
    expect(wrong).toEqual([]);
  });

  it('agrees with ICU on random texts of Slovak, Czech, Polish, Hungarian and German letters', () => {
    fc.assert(fc.property(anyText, anyText, expectSameOrder), { numRuns: 20_000 });
  });

  it('agrees with ICU on texts that differ in accents, case and ch only', () => {
    fc.assert(fc.property(closeText, closeText, expectSameOrder), { numRuns: 20_000 });
  });

  it('agrees with ICU where the difference comes after many equal letters', () => {
    const long = fc.tuple(fc.integer({ min: 80, max: 300 }), closeText, closeText);
    fc.assert(
      fc.property(long, ([length, a, b]) => expectSameOrder('x'.repeat(length) + a, 'x'.repeat(length) + b)),
      { numRuns: 2_000 },
    );
  });

  it('gives composed and decomposed spelling one key', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(sortKey(text.normalize('NFD'))).toBe(sortKey(text.normalize('NFC')));
      }),
      { numRuns: 5_000 },
    );
  });

  it('lists its characters in the order of the running ICU', () => {
    const listed = ORDER.filter((char) => char !== OTHER_LETTERS && char !== OTHER_SYMBOLS);
    expect(listed.toSorted(collator.compare)).toEqual(listed);
    expect(listed.toSorted(orderByKey)).toEqual(listed);
  });

  it('sorts Vietnamese letters with two marks as ICU does', () => {
    for (const [a, b] of [
      ['ộ', 'ô'],
      ['ộ', 'p'],
      ['ọ', 'ộ'],
      ['ậ', 'b'],
      ['ṧ', 'š'],
      ['ȟ', 'h'],
      ['cȟ', 'ch'],
    ]) {
      expectSameOrder(a ?? '', b ?? '');
    }
  });

  it('sorts the names of the Slovak register and all Slovak places as ICU does', () => {
    const names = [
      ...readColumn('biz-sk-register/rpo_sk_companies.csv', ';', 2),
      ...readColumn('geo-sk/zipcodes.sk.csv', ',', 2),
    ];
    expect(names.length).toBeGreaterThan(5_000);
    const capitals = names.map((name) => name.toLocaleUpperCase('sk'));
    expect([...names, ...capitals].sort(orderByKey)).toEqual([...names, ...capitals].sort(collator.compare));
  });

  it('is at most two and a half times as long as the name', () => {
    for (const name of readColumn('biz-sk-register/rpo_sk_companies.csv', ';', 2)) {
      const bytes = Buffer.byteLength(name);
      expect(Buffer.byteLength(sortKey(name))).toBeLessThanOrEqual(2.5 * bytes);
      expect(Buffer.byteLength(sortKey(name.toUpperCase()))).toBeLessThanOrEqual(2.5 * bytes);
    }
  });

  it('takes any text, and its keys sort in SQLite (UTF-8 bytes) as in JavaScript', () => {
    const wild = fc.string({ unit: 'binary', maxLength: 6 });
    fc.assert(
      fc.property(wild, wild, (a, b) => {
        const [left, right] = [sortKey(a), sortKey(b)];
        expect(Buffer.compare(Buffer.from(left), Buffer.from(right))).toBe(
          left < right ? -1 : left > right ? 1 : 0,
        );
        expect(left).not.toContain('\0');
      }),
      { numRuns: 5_000 },
    );
    expect(sortKey('\ud800')).not.toBe('');
  });

  it('puts other scripts behind the alphabet and other symbols before the digits', () => {
    expect(['中', '→', 'Ж', 'ž', '0', 'Ω', 'ب', '😀'].sort(orderByKey)).toEqual([
      '→',
      '😀',
      '0',
      'ž',
      'Ω',
      'Ж',
      'ب',
      '中',
    ]);
  });
});
