import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likelyObjections, type PastObjection } from '#shared/domain/brief/likely-objections.ts';

let no = 0;

function past(part: Partial<PastObjection>): PastObjection {
  no += 1;
  return {
    id: `o${no}`,
    text: `námietka ${no}`,
    kind: null,
    product: null,
    competitor: null,
    answer: null,
    outcome: 'open',
    raisedAt: no,
    ...part,
  };
}

const overcome = (part: Partial<PastObjection>) =>
  past({ outcome: 'overcome', answer: 'Ukázali sme výpočet', isSameSegment: false, ...part });

describe('which come first', () => {
  test('what this client raised, what still stands before what he let go', () => {
    const own = [
      past({ kind: 'price', outcome: 'overcome', answer: 'Rozložená platba' }),
      past({ kind: 'delivery', outcome: 'stands' }),
    ];
    const others = [overcome({ kind: 'trust', isSameSegment: true })];
    expect(likelyObjections(own, others).map(({ objection }) => objection.kind)).toEqual([
      'delivery',
      'price',
      'trust',
    ]);
  });

  test('of others, those about his products and competitors before those of his segment only', () => {
    const own = [past({ kind: 'other', product: 'Dosky', competitor: 'Lesná' })];
    const others = [
      overcome({ kind: 'quality', isSameSegment: true }),
      overcome({ kind: 'terms', product: 'dosky' }),
      overcome({ kind: 'service', product: 'Dosky', competitor: 'LESNÁ' }),
      overcome({ kind: 'need' }),
    ];
    expect(likelyObjections(own, others).map(({ objection }) => objection.kind)).toEqual([
      'other',
      'service',
      'terms',
      'quality',
    ]);
  });
});

describe('answers', () => {
  test('only those that overcame it, his own first, then those that worked most', () => {
    const own = [
      past({ kind: 'price', outcome: 'stands', answer: 'Zľava' }),
      past({ kind: 'price', outcome: 'overcome', answer: 'Záruka navyše' }),
    ];
    const others = [
      overcome({ kind: 'price', answer: 'Skúšobná dodávka' }),
      overcome({ kind: 'price', answer: 'Výpočet úspor' }),
      overcome({ kind: 'price', answer: 'výpočet  úspor' }),
      overcome({ kind: 'trust', answer: 'Referencie' }),
    ];
    const [price] = likelyObjections(own, others);
    expect(price?.answers).toEqual([
      { text: 'Záruka navyše', times: 1 },
      { text: 'Výpočet úspor', times: 2 },
    ]);
  });

  test('the same kind helps where the client raised it, though nothing else is alike', () => {
    const [price, ...rest] = likelyObjections(
      [past({ kind: 'price' })],
      [overcome({ kind: 'price', answer: 'Výpočet úspor' }), overcome({ kind: 'trust' })],
    );
    expect(price?.answers).toEqual([{ text: 'Výpočet úspor', times: 1 }]);
    expect(rest).toEqual([]);
  });

  test('without kind, product and competitor only the same words are the same objection', () => {
    const own = [past({ text: 'Nemáme čas' }), past({ text: 'Nemáme miesto' })];
    expect(likelyObjections(own, [])).toHaveLength(2);
    expect(likelyObjections(own, [overcome({ text: 'nemame cas' })])[0]?.answers).toHaveLength(1);
  });
});

test('no answer of an objection that was not overcome, and each objection once, whatever is in the base', () => {
  const any = fc
    .record({
      text: fc.constantFrom('a', 'b'),
      kind: fc.constantFrom(null, 'price', 'trust'),
      product: fc.constantFrom(null, 'Dosky', 'Laty'),
      competitor: fc.constantFrom(null, 'Lesná'),
      answer: fc.constantFrom(null, 'x', 'y', 'z'),
      outcome: fc.constantFrom('open', 'overcome', 'partly', 'stands'),
      isSameSegment: fc.boolean(),
    })
    .map(past);
  fc.assert(
    fc.property(fc.array(any), fc.array(any), (own, others) => {
      const worked = others.filter((one) => one.outcome === 'overcome' && one.answer !== null);
      const found = likelyObjections(own, worked);
      expect(found.flatMap((one) => one.own)).toHaveLength(own.length);
      const answers = new Set(
        [...own, ...worked].flatMap((one) => (one.outcome === 'overcome' ? one.answer : [])),
      );
      for (const one of found) {
        expect(one.own.length > 0 || one.answers.length > 0).toBe(true);
        for (const { text } of one.answers) expect(answers).toContain(text);
      }
    }),
  );
});
