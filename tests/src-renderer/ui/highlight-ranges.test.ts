import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markPieces } from '#renderer/ui/highlight-ranges.ts';

const marked = (text: string, search: string) =>
  markPieces(text, search)
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

describe('marked words of a search', () => {
  it('are blind to accents and case', () => {
    expect(marked('Žilinská čokoládovňa', 'cokolad')).toEqual(['čokolád']);
    expect(marked('Łukasz Straße', 'lukasz strasse')).toEqual(['Łukasz', 'Straße']);
  });

  it('are parts of words from three letters, beginnings before that', () => {
    expect(marked('jana.novakova@firma.sk', 'nova')).toEqual(['nova']);
    expect(marked('Jana Anová', 'an')).toEqual(['An']);
  });

  it('never change the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, search) => {
        expect(
          markPieces(text, search)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
