import { expect, test } from 'vitest';
import { headOf } from '#shared/domain/text/head-of.ts';

test('a short text names its record whole, a longer one by its first line', () => {
  expect(headOf('  Vysoká cena ')).toBe('Vysoká cena');
  expect(headOf('Vysoká cena\r\npodľa pána Nováka')).toBe('Vysoká cena');
});

test('a long line is cut between words, a word without end inside', () => {
  const long = headOf('Klient tvrdí, že konkurencia ponúka to isté o dvadsať percent lacnejšie a skôr');
  expect(long).toBe('Klient tvrdí, že konkurencia ponúka to isté o dvadsať…');
  expect(headOf('x'.repeat(200))).toBe(`${'x'.repeat(60)}…`);
});
