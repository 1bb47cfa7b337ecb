import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hlcFromHex } from '#shared/sync/hlc.ts';
import { restampAhead } from '#shared/sync/restamp.ts';
import { STAMP_AHEAD_MS } from '#shared/sync/wire.ts';
import { deviceOf, NOW, stampAt } from '../../helpers/merge-store.ts';

test('a stamp of eleven days ahead becomes one of now; one of two minutes stays', () => {
  const batch = [
    { hlc: stampAt(2) },
    { hlc: stampAt(11 * 1440) },
    { hlc: stampAt(11 * 1440 + 1) },
    { hlc: stampAt(-5) },
  ];
  const [near, first, second, past] = restampAhead(batch, NOW).map(({ hlc }) => hlc);
  expect([near, past]).toEqual([stampAt(2), stampAt(-5)]);
  expect(first && second && near && near < first && first < second).toBe(true);
  expect(hlcFromHex(second ?? '').ms).toBeLessThanOrEqual(NOW + STAMP_AHEAD_MS);
});

test('never later than allowed, by the same device, and those moved are later than all before them', () => {
  const minutes = fc.array(fc.integer({ min: -20_000, max: 20_000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(minutes, (offsets) => {
      const batch = offsets.map((offset) => ({ hlc: stampAt(offset, 7) }));
      const stamped = restampAhead(batch, NOW);
      stamped.forEach(({ hlc }, index) => {
        expect(hlcFromHex(hlc).ms).toBeLessThanOrEqual(NOW + STAMP_AHEAD_MS);
        expect(hlc.endsWith(deviceOf(7))).toBe(true);
        if (hlc === batch[index]?.hlc) return;
        for (const before of stamped.slice(0, index)) expect(before.hlc < hlc).toBe(true);
      });
    }),
  );
});
