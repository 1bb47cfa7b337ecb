import { describe, expect, test } from 'vitest';
import { ADDRESS_KINDS, EMAIL_KINDS, PHONE_KINDS } from '#shared/entities/field.ts';
import { entities } from '#shared/entities/index.ts';
import { catalogues } from '#shared/i18n/index.ts';
import { shellCatalogues } from '#shared/i18n/shell-words.ts';
import { shellFamilies, windowFamilies } from './message-families.ts';
import { compareLanguages, findMissing, findUnused, flatten, type Messages } from './message-keys.ts';
import { listFindings, readSources } from './source-files.ts';

const code = readSources(['.ts', '.tsx']).filter(
  ({ file }) => /^(src-|db\/)/.test(file) && !file.startsWith('src-shared/i18n/'),
);
/** Terminal sentences have their own catalogue, asked for by the shells and by the engine's refusals. */
const terminal = code.filter(({ file }) => /^src-main\/(shell-|engine\/)/.test(file));
const window = code.filter((source) => !terminal.includes(source));

const sk = flatten(catalogues.sk);
const en = flatten(catalogues.en);
const shellSk = flatten(shellCatalogues.sk);
const shellEn = flatten(shellCatalogues.en);

describe('the catalogues', () => {
  test('agree between Slovak and English', () => {
    expect(sk.size).toBeGreaterThan(100);
    expect(listFindings([...compareLanguages(sk, en), ...compareLanguages(shellSk, shellEn)])).toBe('');
  });

  test('hold every key that code asks for', () => {
    const findings = [
      ...findMissing(window, sk, windowFamilies),
      ...findMissing(terminal, shellSk, shellFamilies),
    ];
    expect(listFindings(findings)).toBe('');
  });

  test('hold nothing that no code asks for', () => {
    const findings = [
      ...findUnused(window, sk, windowFamilies, code),
      ...findUnused(terminal, shellSk, shellFamilies, code),
    ];
    expect(listFindings(findings)).toBe('');
  });

  test('name every field and every choice of every entity, and no other', () => {
    const wanted = new Set<string>();
    for (const kind of PHONE_KINDS) wanted.add(`choices.phone.kind.${kind}`);
    for (const kind of EMAIL_KINDS) wanted.add(`choices.email.kind.${kind}`);
    for (const kind of ADDRESS_KINDS) wanted.add(`choices.address.kind.${kind}`);
    for (const [entity, { fields }] of Object.entries(entities)) {
      for (const [name, field] of Object.entries(fields)) {
        wanted.add(`fields.${entity}.${name}`);
        const values = (field as { values?: readonly string[] }).values ?? [];
        for (const value of values) wanted.add(`choices.${entity}.${name}.${value}`);
      }
    }
    const present = [...sk.keys()].filter((key) => /^(fields|choices)\./.test(key));
    const missing = [...wanted].filter((key) => !sk.has(key));
    expect(listFindings(missing)).toBe('');
    expect(listFindings(present.filter((key) => !wanted.has(key)))).toBe('');
  });
});

describe('the rule bites', () => {
  const messages = (object: object): Messages => flatten(object);

  test('a key missing in one language', () => {
    expect(compareLanguages(messages({ a: { b: 'x', c: 'x' } }), messages({ a: { b: 'x' } }))).toEqual([
      'en: a.c is missing',
    ]);
  });

  test('a plural form missing', () => {
    const slovak = messages({ n_one: 'x', n_few: 'x', n_other: 'x' });
    expect(compareLanguages(slovak, messages({ n_one: 'x', n_other: 'x' }))).toEqual([
      'sk: n_many is missing',
    ]);
  });

  test('a plural in one language only', () => {
    expect(compareLanguages(messages({ n: 'x' }), messages({ n_one: 'x', n_other: 'x' }))).toHaveLength(4);
  });

  test('an empty text', () => {
    expect(compareLanguages(messages({ a: ' ' }), messages({ a: 'x' }))).toEqual(['sk: a is empty']);
  });

  test('other placeholders', () => {
    expect(compareLanguages(messages({ a: '{{name}}' }), messages({ a: '{{nome}}' }))).toHaveLength(1);
  });

  test.each([
    "t('a.gone')",
    "say('a.gone', { n: 1 })",
    "{ labelKey: 'a.gone' }",
    '<Trans i18nKey="a.gone" />',
  ])('a key that no catalogue has: %s', (text) => {
    expect(findMissing([{ file: 'x.tsx', text }], messages({ a: { b: 'x' } }), [])).toHaveLength(1);
  });

  test('keys put together without a declared family', () => {
    const source = { file: 'x.tsx', text: 't(`a.${kind}`)' };
    expect(findMissing([source], messages({ a: { b: 'x' } }), [])).toHaveLength(1);
    expect(findMissing([source], messages({ a: { b: 'x' } }), [{ prefix: 'a.', reason: 'kind' }])).toEqual(
      [],
    );
  });

  test('a key that nothing uses, also in a plural', () => {
    const source = { file: 'x.tsx', text: "t('a.b')" };
    const keys = messages({ a: { b: 'x', c: 'x', n_one: 'x', n_other: 'x' } });
    expect(findUnused([source], keys, [])).toHaveLength(2);
  });

  test('a key of a family whose word no code knows', () => {
    const source = { file: 'x.tsx', text: "const kind = 'visit'; t(`a.${kind}Text`)" };
    const keys = messages({ a: { visitText: 'x', faxText: 'x', visit: 'x' } });
    expect(findUnused([source], keys, [{ prefix: 'a.', reason: 'kind' }])).toEqual([
      'a.faxText is in the catalogues but nothing uses it',
      'a.visit is in the catalogues but nothing uses it',
    ]);
  });

  test('a family that nothing uses any more', () => {
    const families = [{ prefix: 'a.', reason: 'kind' }];
    expect(findUnused([{ file: 'x.tsx', text: '' }], messages({}), families)).toHaveLength(1);
  });
});
