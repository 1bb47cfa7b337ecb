/** The linter's own part of the rules, shown on a small tree with faults in it and the repository's settings. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './source-files.ts';

const files: Record<string, string> = {
  'src-shared/ring-a.ts': `import { b } from '#shared/ring-b.ts';\nexport const a = (): unknown => b;\n`,
  'src-shared/ring-b.ts': `import { a } from './ring-a.ts';\nexport const b = (): unknown => a;\n`,
  'src-shared/node.ts': `import fs from 'node:fs';\nexport const x = fs;\n`,
  'src-shared/leaves.ts': `import { x } from '../src-main/data/write.ts';\nexport const y = x;\n`,
  'src-main/features/clients/sql.ts': `import x from 'better-sqlite3';\nexport const y = x;\n`,
  'src-main/data/write.ts': `import { x } from '#main/features/clients/facts.ts';\nexport { x };\n`,
  'src-main/data/floating.ts': `const f = async (): Promise<void> => {};\nexport const g = (): void => {\n  f();\n};\n`,
  'src-main/data/misused.ts': `const f = async (): Promise<void> => {};\nexport const g = (): void => {\n  [1].forEach(f);\n};\n`,
  'src-main/engine/shell.ts': `import { x } from '#main/shell-cli/main.ts';\nexport { x };\n`,
  'src-main/shell-cli/rows.ts': `import { x } from '#db/local/clients.ts';\nexport { x };\n`,
  'src-renderer/lib/any.ts': `export const x: any = 1;\n`,
  'src-renderer/ui/feature.ts': `import { x } from '#renderer/features/clients/list.ts';\nexport { x };\n`,
  'src-renderer/lib/clean.ts': `export const x = 1;\n`,
};

let folder = '';
let report = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'vizitka-lint-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const settings = ['.oxlintrc.json', 'package.json', 'base', 'shared', 'node', 'web'];
  for (const name of settings) {
    const file = name.includes('.json') ? name : `tsconfig.${name}.json`;
    cpSync(path.join(root, file), path.join(folder, file));
  }
  const references = ['shared', 'node', 'web'].map((name) => ({ path: `./tsconfig.${name}.json` }));
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ files: [], references }));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  report = lint();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lint(): string {
  const binary = path.join(root, 'node_modules/oxlint/bin/oxlint');
  const args = [binary, '--type-aware', '--format=unix', 'src-shared', 'src-main', 'src-renderer'];
  try {
    return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  }
}

describe('the linter complains about', () => {
  test.each([
    ['a cycle through a subpath import', 'src-shared/ring-a.ts', 'no-cycle'],
    ['a cycle through a relative import', 'src-shared/ring-b.ts', 'no-cycle'],
    ['Node in the shared tree', 'src-shared/node.ts', 'no-restricted-imports'],
    ['a relative path out of the tree', 'src-shared/leaves.ts', 'no-restricted-imports'],
    ['the database driver in a feature', 'src-main/features/clients/sql.ts', 'no-restricted-imports'],
    ['a feature in the platform', 'src-main/data/write.ts', 'no-restricted-imports'],
    ['a forgotten promise', 'src-main/data/floating.ts', 'no-floating-promises'],
    ['a promise where none is expected', 'src-main/data/misused.ts', 'no-misused-promises'],
    ['a shell in the engine', 'src-main/engine/shell.ts', 'no-restricted-imports'],
    ['a table in a shell', 'src-main/shell-cli/rows.ts', 'no-restricted-imports'],
    ['any', 'src-renderer/lib/any.ts', 'no-explicit-any'],
    ['a feature in the design system', 'src-renderer/ui/feature.ts', 'no-restricted-imports'],
  ])('%s', (_, file, rule) => {
    const lines = report.split('\n').filter((line) => line.startsWith(`${file}:`));
    expect(lines.join('\n')).toContain(rule);
  });

  test('nothing in a clean file', () => {
    expect(report).not.toContain('clean.ts');
  });
});
