/** Terminal sentences: plural forms of both languages, values filled in. */
import { expect, test } from 'vitest';
import { shellWords } from '#shared/i18n/shell-words.ts';

test('Slovak has forms for one, a few, and many', () => {
  const say = shellWords('sk');
  expect(say('import.done', { count: 1 })).toBe('Načítaný 1 riadok.');
  expect(say('import.done', { count: 3 })).toBe('Načítané 3 riadky.');
  expect(say('import.done', { count: 5 })).toBe('Načítaných 5 riadkov.');
  expect(say('import.done', { count: 0 })).toBe('Načítaných 0 riadkov.');
  expect(say('import.done', { count: 12_345 })).toBe('Načítaných 12\u00a0345 riadkov.');
});

test('English has two', () => {
  const say = shellWords('en');
  expect(say('import.done', { count: 1 })).toBe('1 row imported.');
  expect(say('import.done', { count: 12_345 })).toBe('12,345 rows imported.');
});

test('values stand where the sentence names them', () => {
  expect(shellWords('en')('wrongUsage', { what: '--x' })).toBe('Wrong usage: --x');
});
