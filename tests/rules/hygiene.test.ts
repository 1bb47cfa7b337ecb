import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  findChangedMigrations,
  findForeignLoads,
  findJournalFaults,
  findLongFiles,
  findTextViolations,
  hashOf,
  type Journal,
  MAX_LINES,
} from './hygiene.ts';
import { listFindings, readSources, root } from './source-files.ts';

const code = readSources(['.ts', '.tsx', '.mjs', '.css', '.html']);
const texts = [...code, ...readSources(['.json', '.md', '.sql', '.yml', '.yaml'])];

describe('the repository', () => {
  test('has neither focused tests, unfinished work, machine paths nor package hosts', () => {
    const own = texts.filter(
      ({ file }) => file !== 'package-lock.json' && !file.includes('migrations/meta/'),
    );
    expect(own.length).toBeGreaterThan(100);
    expect(listFindings(findTextViolations(own))).toBe('');
  });

  test('has no file that is too long', () => {
    expect(listFindings(findLongFiles(code))).toBe('');
  });

  test('loads nothing from outside into the window', () => {
    const shown = code.filter(({ file }) => /^(src-renderer|assets)\//.test(file));
    expect(shown.some(({ file }) => file.endsWith('index.html'))).toBe(true);
    expect(listFindings(findForeignLoads(shown))).toBe('');
  });

  test.each(['local', 'server'])('has migrations of db/%s that only ever grow', (base) => {
    const migrations = path.join(root, 'db', base, 'migrations');
    const readJson = (name: string): unknown => JSON.parse(readFileSync(path.join(migrations, name), 'utf8'));
    const names = readdirSync(migrations).filter((name) => name.endsWith('.sql'));
    const files = names.map((file) => ({ file, text: readFileSync(path.join(migrations, file), 'utf8') }));
    const journal = readJson('meta/_journal.json') as Journal;
    const landed = readJson('landed.json') as Record<string, string>;
    expect(names.length).toBeGreaterThan(0);
    expect(listFindings(findJournalFaults(journal, names))).toBe('');
    expect(listFindings(findChangedMigrations(landed, files))).toBe('');
  });
});

describe('the rules bite', () => {
  const dot = '.';
  test.each([
    ['tests/a.test.ts', `test${dot}only('x', () => {});`],
    ['tests/a.test.ts', `describe${dot}skip('x', () => {});`],
    ['tests/e2e/a.e2e.ts', `test${dot}fixme('x', () => {});`],
    ['src-main/a.ts', `// TO${''}DO later`],
    ['README.md', `FIX${''}ME`],
    ['src-main/a.ts', `const folder = '/ho${''}me/eva/base';`],
    ['docs/a.md', `see /tm${''}p/out`],
    ['scripts/a.mjs', `'https://registry.np${''}mjs.org/x'`],
  ])('in %s: %s', (file, text) => {
    expect(findTextViolations([{ file, text }])).toHaveLength(1);
  });

  test('a file one line too long', () => {
    const text = 'x\n'.repeat(MAX_LINES);
    expect(findLongFiles([{ file: 'a.ts', text }])).toEqual([]);
    expect(findLongFiles([{ file: 'a.ts', text: `${text}x\n` }])).toHaveLength(1);
  });

  test.each([
    '<script src="https://example.com/a.js"></script>',
    '<link href="//example.com/a.css">',
    'a { background: url(https://example.com/a.png) }',
    "@import 'https://example.com/a.css';",
    "fetch('https://example.com/')",
    "import x from 'https://example.com/a.js';",
  ])('a load from outside: %s', (text) => {
    expect(findForeignLoads([{ file: 'src-renderer/a', text }])).toHaveLength(1);
  });

  test('a journal out of order, a missing and an unknown migration', () => {
    const entries = [
      { idx: 0, when: 20, tag: '0000_a' },
      { idx: 1, when: 10, tag: '0001_b' },
    ];
    expect(findJournalFaults({ entries }, ['0000_a.sql', '0001_b.sql'])).toHaveLength(1);
    expect(findJournalFaults({ entries: entries.slice(0, 1) }, [])).toHaveLength(1);
    expect(findJournalFaults({ entries: [] }, ['0000_a.sql'])).toHaveLength(1);
  });

  test('a landed migration changed, gone or not written down', () => {
    const landed = { '0000_a.sql': hashOf('create') };
    expect(findChangedMigrations(landed, [{ file: '0000_a.sql', text: 'create' }])).toEqual([]);
    expect(findChangedMigrations(landed, [{ file: '0000_a.sql', text: 'drop' }])).toHaveLength(1);
    expect(findChangedMigrations(landed, [])).toHaveLength(1);
    expect(findChangedMigrations({}, [{ file: '0000_a.sql', text: 'create' }])).toHaveLength(1);
  });
});
