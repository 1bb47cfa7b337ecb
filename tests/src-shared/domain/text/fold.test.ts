import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWords } from '#shared/domain/text/fold.ts';

describe('fold', () => {
  it.each([
    ['Čučoriedka', 'cucoriedka'],
    ['Łukasz Żółć', 'lukasz zolc'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Søren Ærø', 'soren aero'],
    ['Đorđe', 'dorde'],
    ['Œuvre', 'oeuvre'],
    ['İstanbul Iğdır', 'istanbul igdir'],
    ['Þórður Guðmundsson', 'thordur gudmundsson'],
    ['Ħal Għaxaq', 'hal ghaxaq'],
    ['Fox', 'fox'],
    ['ﬁrma ＡＢＣ １２', 'firma abc 12'],
    ['Őry Űr', 'ory ur'],
    ['  Ján \u00a0\t Novák\n', 'jan novak'],
    ['Ľubo\u00adš', 'lubos'],
    ['№ 5', 'no 5'],
    ['O’Brien', "o'brien"],
    ['Žiar – Hron', 'ziar - hron'],
    ['한국', '한국'],
    ['', ''],
  ])('%j becomes %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('gives the same text for composed and decomposed spelling', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'áäčďéíľĺňóôŕšťúýžÁČĽŐßłø aZ9') }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });

  it('is stable: folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('foldWords', () => {
  it.each([
    ['Škoda-Auto, a.s.', ['skoda', 'auto', 'a', 's']],
    ['  č. 12/3 ', ['c', '12', '3']],
    ['---', []],
    ['', []],
  ])('%j → %j', (text, words) => {
    expect(foldWords(text)).toEqual(words);
  });
});
