import { describe, expect, it } from 'vitest';
import { initialsOf, shadeOf } from '#renderer/ui/initials.tsx';

describe('initials', () => {
  it.each([
    ['Ing. Ján Novák, PhD.', 'JN'],
    ['Eva Šťastná', 'EŠ'],
    ['Fox', 'F'],
    ['Anna-Mária Kováčová', 'AK'],
    ['ČOV Bratislava, a. s.', 'ČB'],
    ['3M Slovensko', 'S'],
  ])('%s: %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('keep their colour', () => {
    expect(shadeOf('Eva Šťastná')).toBe(shadeOf('Eva Šťastná'));
    expect(shadeOf('Eva Šťastná')).toBeGreaterThanOrEqual(0);
    expect(shadeOf('x'.repeat(10_000))).toBeLessThan(8);
  });
});
