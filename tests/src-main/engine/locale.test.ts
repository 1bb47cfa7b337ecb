/** The language before anybody was asked. */
import { expect, test } from 'vitest';
import { systemLanguage } from '#main/engine/locale.ts';

test.each([
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'sk_SK.UTF-8' }, 'sk'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'sk_SK.UTF-8' }, 'sk'],
  [{ LANG: 'sk_SK.UTF-8', LC_MESSAGES: 'en_GB' }, 'en'],
  [{ LANG: 'C.UTF-8' }, 'sk'],
  [{ LANG: 'eng' }, 'sk'],
  [{}, 'sk'],
])('%j is %s', (env, language) => {
  expect(systemLanguage(env, 'linux')).toBe(language);
});
