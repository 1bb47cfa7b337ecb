import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differingPieces } from '#renderer/features/sync/text-difference.ts';

const marked = (text: string, other: string) =>
  differingPieces(text, other)
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

describe('the words that the other version does not have', () => {
  test('each changed word, without its comma', () => {
    const mine = 'Splatnosť 30 dní, zľava 8 % pri odbere nad 20 paliet, doprava v cene.';
    const theirs = 'Splatnosť 45 dní, zľava 6 % pri odbere nad 30 paliet.';
    expect(marked(mine, theirs)).toEqual(['30', '8', '20', ', doprava v cene']);
    expect(marked(theirs, mine)).toEqual(['45', '6', '30']);
  });

  test('nothing where only blanks differ', () => {
    expect(marked('jeden\n dva', 'jeden dva')).toEqual([]);
  });

  test('everything beside an empty version', () => {
    expect(differingPieces('jeden dva', '')).toEqual([{ text: 'jeden dva', marked: true }]);
    expect(differingPieces('', 'jeden')).toEqual([]);
  });

  test('a middle too long to be compared is marked as a whole, at once', () => {
    const mine = `začiatok ${'a b '.repeat(4000)}koniec`;
    const theirs = `začiatok ${'b c a '.repeat(4000)}koniec`;
    const begun = performance.now();
    const pieces = differingPieces(mine, theirs);
    expect(performance.now() - begun).toBeLessThan(500);
    expect(pieces.map((piece) => piece.marked)).toEqual([false, true, false]);
  });

  test('the pieces are the text, and a text has no difference from itself', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'č', ' ', '\n', ', ', '5 %'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(
          differingPieces(one, other)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(one);
        expect(marked(one, one)).toEqual([]);
      }),
    );
  });
});
