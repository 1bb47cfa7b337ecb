import { beforeAll, describe, expect, it } from 'vitest';
import { formatFor, personName, today } from '#renderer/lib/format.ts';
import { i18n } from '#renderer/lib/i18n.ts';
import { catalogues } from '#shared/i18n/index.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

beforeAll(async () => {
  await i18n.init({ lng: 'sk', resources: { sk: { translation: catalogues.sk } } });
});

describe('as it is written', () => {
  const sk = formatFor('sk');
  const en = formatFor('en');

  it('a day does not depend on the zone', () => {
    expect(plain(sk.day('2026-11-24'))).toBe('24. 11. 2026');
    expect(en.day('2026-11-24')).toBe('24/11/2026');
    expect(sk.day(null)).toBe('');
  });

  it('numbers have their thousands apart', () => {
    expect(plain(sk.number(100_000))).toBe('100 000');
    expect(en.number(100_000)).toBe('100,000');
  });

  it('near times are relative, far ones a date', () => {
    const now = new Date(2026, 10, 24, 15, 0).getTime();
    expect(sk.relative(now - 20_000, now)).toBe('práve teraz');
    expect(plain(sk.relative(now - 10 * 60_000, now))).toBe('pred 10 min');
    expect(plain(sk.relative(new Date(2026, 10, 23, 23, 0).getTime(), now))).toBe('včera');
    expect(plain(sk.relative(new Date(2026, 9, 1).getTime(), now))).toBe('1. 10. 2026');
  });

  it('a telephone number is parted, an unknown one stays as written', () => {
    expect(plain(sk.phone('+421905123456'))).toBe('+421 905 123 456');
    expect(sk.phone('kl. 12')).toBe('kl. 12');
  });

  it('titles stand on both sides of a name', () => {
    expect(
      personName({ titlesBefore: 'Ing.', firstName: 'Ján', lastName: 'Novák', titlesAfter: 'PhD.' }),
    ).toBe('Ing. Ján Novák, PhD.');
    expect(personName({ lastName: 'Nováková' })).toBe('Nováková');
  });

  it('today is the day of this device', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
