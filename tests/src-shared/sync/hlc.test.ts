import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, type Hlc, hlcFromHex, hlcToHex, nextHlc } from '#shared/sync/hlc.ts';

const DEVICE = '00ff00ff00ff00ff';
const stamp = fc.record({
  ms: fc.integer({ min: 0, max: 2 ** 47 }),
  counter: fc.integer({ min: 0, max: 65535 }),
});
const compare = (a: Hlc, b: Hlc) => a.ms - b.ms || a.counter - b.counter;

describe('hybrid logical clock', () => {
  test('follows the wall clock, and counts where that stands still or runs back', () => {
    expect(nextHlc({ ms: 10, counter: 7 }, 11)).toEqual({ ms: 11, counter: 0 });
    expect(nextHlc({ ms: 10, counter: 7 }, 10)).toEqual({ ms: 10, counter: 8 });
    expect(nextHlc({ ms: 10, counter: 7 }, 3)).toEqual({ ms: 10, counter: 8 });
  });

  test('a counter that is full carries into the milliseconds', () => {
    expect(nextHlc({ ms: 10, counter: 65535 }, 0)).toEqual({ ms: 11, counter: 0 });
    expect(advance({ ms: 10, counter: 65535 }, 65537)).toEqual({ ms: 12, counter: 0 });
  });

  test('every stamp is later than the last one, whatever the wall says', () => {
    fc.assert(
      fc.property(stamp, fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 1 }), (first, walls) => {
        let last = first;
        for (const wall of walls) {
          const next = nextHlc(last, wall);
          expect(compare(next, last)).toBeGreaterThan(0);
          expect(next.ms).toBeGreaterThanOrEqual(wall);
          last = next;
        }
      }),
    );
  });

  test('is 16 bytes whose order is time order, and reads back', () => {
    fc.assert(
      fc.property(stamp, stamp, (a, b) => {
        const [left, right] = [hlcToHex(a, DEVICE), hlcToHex(b, DEVICE)];
        expect(left).toHaveLength(32);
        expect(hlcFromHex(left)).toEqual(a);
        expect(Math.sign(left < right ? -1 : Number(left > right))).toBe(Math.sign(compare(a, b)));
      }),
    );
  });
});
