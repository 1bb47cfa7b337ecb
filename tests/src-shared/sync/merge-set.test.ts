import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeSets } from '#shared/sync/merge-set.ts';

const phone = (value: string, kind = 'work') => ({ value, kind });

describe('sets', () => {
  test('keep what either side added and lose what one side took away', () => {
    const base = [phone('1'), phone('2')];
    expect(mergeSets('phones', base, [phone('1'), phone('3')], [...base, phone('4')])).toEqual(
      ['1', '3', '4'].map((n) => phone(n)),
    );
  });

  test('keep an element that one side altered while the other took it away', () => {
    expect(mergeSets('phones', [phone('1')], null, [phone('1', 'mobile')])).toEqual([phone('1', 'mobile')]);
  });

  test('know an element in another spelling', () => {
    expect(mergeSets('phones', null, [phone('+421 905 111')], [phone('+421905111')])).toHaveLength(1);
    expect(
      mergeSets('emails', null, [{ value: 'Jan@x.sk', kind: 'work' }], [{ value: 'jan@x.sk', kind: 'work' }]),
    ).toHaveLength(1);
  });

  test('are null when nothing is left', () => {
    expect(mergeSets('references', ['a'], null, ['a'])).toBeNull();
  });

  const set = fc.uniqueArray(
    fc.record({ value: fc.constantFrom('1', '2', '3', '4', '5'), kind: fc.constantFrom('work', 'home') }),
    {
      maxLength: 4,
      selector: ({ value }) => value,
    },
  );

  test('come out the same in whatever order edits of one base arrive, and lose nothing that was added', () => {
    fc.assert(
      fc.property(set, set, set, set, (base, a, b, c) => {
        const folded = (edits: (typeof a)[]) =>
          edits.reduce(
            (held, next) => (mergeSets('phones', base, held, next) as typeof a) ?? [],
            edits[0] ?? [],
          );
        const merged = folded([a, b, c]);
        expect(folded([a, c, b])).toEqual(merged);
        expect(folded([b, a, c])).toEqual(merged);
        expect(folded([c, b, a])).toEqual(merged);
        const before = new Set(base.map(({ value }) => value));
        for (const { value } of [...a, ...b, ...c]) {
          if (!before.has(value)) expect(merged.map((element) => element.value)).toContain(value);
        }
      }),
    );
  });
});
