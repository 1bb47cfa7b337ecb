import { describe, expect, it } from 'vitest';
import { formatDay, formatInstant, formatNumber, formatRelative } from '#shared/domain/time/format.ts';

const ZONE = 'Europe/Bratislava';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
// Intl writes no-break spaces, which no reader of this test could tell from others.
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('formatDay', () => {
  it.each([
    ['sk', 'numeric', '31. 1. 2024'],
    ['sk', 'medium', '31. 1. 2024'],
    ['sk', 'long', '31. januára 2024'],
    ['sk', 'weekday', 'streda 31. januára 2024'],
    ['en', 'numeric', '31/01/2024'],
    ['en', 'medium', '31 Jan 2024'],
    ['en', 'long', '31 January 2024'],
  ] as const)('%s %s: %s', (locale, style, text) => {
    expect(plain(formatDay('2024-01-31', locale, style))).toBe(text);
  });

  it('shows the day as it is in every zone, and text that is no day unchanged', () => {
    expect(plain(formatDay('1900-12-31', 'sk'))).toBe('31. 12. 1900');
    expect(formatDay('neskôr', 'sk')).toBe('neskôr');
  });
});

describe('formatInstant', () => {
  const instant = Date.parse('2026-10-25T00:30:00Z');
  it.each([
    [ZONE, 'sk', 'dateTime', '25. 10. 2026, 2:30'],
    ['America/Los_Angeles', 'sk', 'dateTime', '24. 10. 2026, 17:30'],
    ['Pacific/Kiritimati', 'en', 'dateTime', '25 Oct 2026, 14:30'],
    [ZONE, 'sk', 'time', '2:30'],
    [ZONE, 'en', 'date', '25 Oct 2026'],
    [ZONE, 'sk', 'weekdayTime', 'ne 25. 10. 2:30'],
  ] as const)('%s %s %s: %s', (zone, locale, style, text) => {
    expect(plain(formatInstant(instant, zone, locale, style))).toBe(text);
  });

  it('shows the hour that the clock change repeats twice', () => {
    expect(formatInstant(instant + HOUR, ZONE, 'sk', 'time')).toBe(
      formatInstant(instant, ZONE, 'sk', 'time'),
    );
  });
});

describe('formatRelative', () => {
  const now = Date.parse('2026-11-24T10:00:00Z');
  it.each([
    [0, 'teraz', 'now'],
    [-10 * MINUTE, 'pred 10 min', '10 min ago'],
    [10 * MINUTE, 'o 10 min', 'in 10 min'],
    [-59 * MINUTE, 'pred 59 min', '59 min ago'],
    [-3 * HOUR, 'pred 3 h', '3 hr ago'],
    [-13 * HOUR, 'včera', 'yesterday'],
    [14 * HOUR, 'zajtra', 'tomorrow'],
    [-3 * DAY, 'pred 3 dňami', '3 days ago'],
    [3 * DAY, 'o 3 dni', 'in 3 days'],
    [5 * DAY, 'o 5 dní', 'in 5 days'],
    [-10 * DAY, '14. 11. 2026', '14 Nov 2026'],
  ])('%d ms: %s, %s', (span, slovak, english) => {
    expect(plain(formatRelative(now + span, now, 'sk', ZONE))).toBe(slovak);
    expect(plain(formatRelative(now + span, now, 'en', ZONE))).toBe(english);
  });

  it('takes yesterday from the zone', () => {
    const late = now - 11 * HOUR;
    expect(formatRelative(late, now, 'en', ZONE)).toBe('11 hr ago');
    expect(formatRelative(late, now, 'en', 'America/Los_Angeles')).toBe('yesterday');
  });
});

describe('formatNumber', () => {
  it.each([
    [1234567.891, 'sk', undefined, '1 234 567,891'],
    [1234567.891, 'en', undefined, '1,234,567.891'],
    [1234.5, 'sk', 2, '1 234,50'],
    [0.5, 'en', 0, '1'],
    [12, 'sk', undefined, '12'],
  ] as const)('%d in %s with %s places: %s', (value, locale, digits, text) => {
    expect(plain(formatNumber(value, locale, digits))).toBe(text);
  });
});
