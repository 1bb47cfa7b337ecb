/** A part goes into the program only with an allowed licence and its text. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPart } from '../../scripts/licences.mjs';
import { nativeParts } from '../../scripts/native-parts.mjs';
import { makeFolder } from '../helpers/folder.ts';

const TEXT = 'Permission is hereby granted.';

/** A folder as an installed package is, and beside it one for supplied texts. */
function makePackage(license: unknown, files: Record<string, string> = {}, more: object = {}) {
  const folder = makeFolder();
  const installed = path.join(folder, 'package');
  const texts = path.join(folder, 'texts');
  fs.mkdirSync(installed);
  fs.mkdirSync(texts);
  const manifest = { name: '@a/part', version: '1.2.3', license, ...more };
  fs.writeFileSync(path.join(installed, 'package.json'), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(installed, name), text);
  return { installed, texts };
}

test('name, version, licence, where the sources are, and the text with its notice', () => {
  const { installed, texts } = makePackage(
    'MIT',
    { 'LICENSE.md': `${TEXT}\n`, NOTICE: 'Made by A.', 'licence.js': 'no text' },
    { repository: { url: 'git+https://git.example/a/part.git' } },
  );
  expect(readPart(installed, texts)).toEqual({
    name: '@a/part',
    version: '1.2.3',
    licence: 'MIT',
    source: 'https://git.example/a/part',
    text: `${TEXT}\n\nMade by A.`,
  });
});

test.each([
  'GPL-3.0-only',
  'MIT AND GPL-3.0-only',
  'SEE LICENSE IN FILE',
  'UNLICENSED',
  undefined,
  { type: 'MIT' },
])('the licence %j ends the build', (license) => {
  const { installed, texts } = makePackage(license, { LICENSE: TEXT });
  expect(() => readPart(installed, texts)).toThrow(/@a\/part 1\.2\.3: its licence .* not allowed/);
});

test('one of several licences on offer is enough', () => {
  const { installed, texts } = makePackage('(GPL-3.0-only OR MIT)', { LICENSE: TEXT });
  expect(readPart(installed, texts).licence).toBe('(GPL-3.0-only OR MIT)');
});

test('without a text the build ends, until somebody supplies it', () => {
  const { installed, texts } = makePackage('MIT', { 'README.md': 'MIT' });
  expect(() => readPart(installed, texts)).toThrow(/@a\/part 1\.2\.3: no text of its licence/);
  fs.writeFileSync(path.join(texts, '@a__part.txt'), TEXT);
  expect(readPart(installed, texts).text).toBe(TEXT);
});

test('the native part names SQLite and its ciphers as they are compiled in', () => {
  const versions = nativeParts(path.resolve(import.meta.dirname, '../../assets/licences')).map(
    ({ name, version }) => `${name} ${version}`,
  );
  expect(versions).toEqual(['SQLite 3.53.4', 'SQLite3 Multiple Ciphers 2.4.0']);
});
