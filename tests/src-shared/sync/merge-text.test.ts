import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHANGED_TOKENS, mergeTexts } from '#shared/sync/merge-text.ts';

const BASE =
  'Klient chce zľavu päť percent na celý sortiment.\nDodanie do konca marca, inak odstúpi od zmluvy.';
const mergedOf = (base: string | null, current: string | null, incoming: string | null) =>
  mergeTexts(base, current, incoming)?.text;

describe('two edits of a text', () => {
  test('in different places are joined, with their lines', () => {
    const price = BASE.replace('päť', 'sedem');
    const date = BASE.replace('konca marca', 'polovice apríla');
    expect(mergedOf(BASE, price, date)).toBe(price.replace('konca marca', 'polovice apríla'));
  });

  test('one at the beginning and one at the end are joined', () => {
    expect(mergedOf(BASE, `Pozor: ${BASE}`, `${BASE}\nVolať v utorok.`)).toBe(
      `Pozor: ${BASE}\nVolať v utorok.`,
    );
  });

  test.each([
    ['the same word', BASE, BASE.replace('päť', 'sedem'), BASE.replace('päť', 'desať')],
    ['neighbouring words', BASE, BASE.replace('päť', 'sedem'), BASE.replace('percent', '%')],
    ['both added at the end', BASE, `${BASE} Volať.`, `${BASE} Písať.`],
    ['both written where nothing was', null, 'chce zľavu', 'nechce nič'],
    ['one taken away, one altered', BASE, null, BASE.replace('päť', 'sedem')],
  ])('that overlap are not: %s', (_, base, current, incoming) => {
    expect(mergeTexts(base, current, incoming)).toBeNull();
    expect(mergeTexts(base, incoming, current)).toBeNull();
  });

  test('that are the same are one', () => {
    expect(mergedOf(BASE, BASE.replace('päť', 'sedem'), BASE.replace('päť', 'sedem'))).toBe(
      BASE.replace('päť', 'sedem'),
    );
    expect(mergeTexts(BASE, null, null)).toEqual({ text: null });
  });

  test('of more words than a person alters are not joined', () => {
    const words = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => `slovo${from + i}`).join(' ');
    const base = words(0, 1000);
    expect(mergeTexts(base, `${words(5000, CHANGED_TOKENS)} ${base}`, `${base} koniec`)).toBeNull();
    expect(mergedOf(base, `${words(5000, 300)} ${base}`, `${base} koniec`)).toBe(
      `${words(5000, 300)} ${base} koniec`,
    );
  });

  test.each([
    ['one letter', 'a ', 10_000],
    ['two words', 'áno nie ', 2_500],
    ['a sentence', 'klient volal a chce zľavu ', 760],
  ])('that repeat %s end in a moment', (_, piece, times) => {
    const base = piece.repeat(times).trim();
    const started = performance.now();
    mergeTexts(base, `pred ${base.replace(piece, '')}`, `${base.slice(piece.length * 3)} po`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('whatever the edits', () => {
  const word = fc.constantFrom(
    'klient',
    'chce',
    'zľavu',
    'a',
    'termín',
    'čaká',
    'na',
    'ponuku',
    'ďalší',
    'týždeň',
    '<<<<<<<',
    '=======',
  );
  const space = fc.constantFrom(' ', ' ', ' ', '\n', '\n\n');
  const text = fc
    .array(fc.tuple(word, space), { maxLength: 25 })
    .map((pairs) => pairs.flat().join('').trim());
  /** A few words taken out and put in. */
  const edit = fc.array(
    fc.record({ at: fc.nat(24), remove: fc.nat(2), insert: fc.array(word, { maxLength: 2 }) }),
    { maxLength: 3 },
  );
  const edited = (base: string, edits: readonly { at: number; remove: number; insert: string[] }[]) => {
    const words = base.split(' ');
    for (const { at, remove, insert } of edits) words.splice(at % (words.length + 1), remove, ...insert);
    return words.join(' ').trim();
  };
  const wordsOf = (value: string | null | undefined) => value?.match(/\S+/g) ?? [];

  test('who came first makes no difference, and one edit alone stands as it is', () => {
    fc.assert(
      fc.property(text, edit, edit, (base, one, two) => {
        const [current, incoming] = [edited(base, one), edited(base, two)];
        expect(mergeTexts(base, current, incoming)).toEqual(mergeTexts(base, incoming, current));
        expect(mergedOf(base, base, incoming)).toBe(incoming || null);
        expect(mergedOf(base, current, current)).toBe(current || null);
      }),
      { numRuns: 500 },
    );
  });

  test('no word comes from nowhere, and none that either put in is missing', () => {
    const counted = (words: readonly string[]) => {
      const counts = new Map<string, number>();
      for (const each of words) counts.set(each, (counts.get(each) ?? 0) + 1);
      return counts;
    };
    fc.assert(
      fc.property(text, edit, edit, (base, one, two) => {
        const sides = [edited(base, one), edited(base, two)];
        const merged = mergeTexts(base, sides[0] ?? '', sides[1] ?? '');
        if (!merged) return;
        const [before, after, ...both] = [base, merged.text, ...sides].map((value) =>
          counted(wordsOf(value)),
        );
        for (const each of after?.keys() ?? []) {
          expect(both.some((side) => side.has(each))).toBe(true);
        }
        for (const side of both) {
          for (const each of side.keys()) if (!before?.has(each)) expect(after?.has(each)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('words put in at two places that are apart are both there, in their places', () => {
    const base = Array.from({ length: 12 }, (_, n) => `s${n}`);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 6, max: 11 }), (first, second) => {
        const current = base.with(first, 'prvé').join(' ');
        const incoming = base.with(second, 'druhé').join(' ');
        expect(mergedOf(base.join(' '), current, incoming)).toBe(
          base.with(first, 'prvé').with(second, 'druhé').join(' '),
        );
      }),
    );
  });
});
