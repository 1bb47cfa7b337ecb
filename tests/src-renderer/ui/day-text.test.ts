import { describe, expect, it } from 'vitest';
import { parseDay } from '#renderer/ui/day-text.ts';

const NOW = '2026-11-24';

describe('days as people write them', () => {
  it.each([
    ['24.11.2026', '2026-11-24'],
    ['24. 11. 2026', '2026-11-24'],
    ['3/6/27', '2027-06-03'],
    ['3.6.', '2026-06-03'],
    ['3. 6.', '2026-06-03'],
    ['3.6', '2026-06-03'],
    ['24-11-2026', '2026-11-24'],
    ['2026-11-24', '2026-11-24'],
    ['29.2.2028', '2028-02-29'],
  ])('%s', (written, day) => {
    expect(parseDay(written, NOW)).toBe(day);
  });

  it.each(['29.2.2027', '31.4.2026', '32.1.2026', '1.13.2026', 'zajtra', '', '24.11.202'])(
    'not a day: %s',
    (written) => {
      expect(parseDay(written, NOW)).toBeNull();
    },
  );
});
