/** What the command line takes, and what is wrong usage. */
import { describe, expect, test } from 'vitest';
import { parseCommandLine, UsageError } from '#main/shell-cli/command-line.ts';
import { readExportRequest } from '#main/shell-cli/run-export.ts';
import { readImportRequest } from '#main/shell-cli/run-import.ts';

const parse = (text: string) => {
  const line = parseCommandLine(text.split(' ').filter(Boolean));
  if (line === 'help') throw new Error('help');
  return line;
};

test('options stand before or after the command', () => {
  const before = parse('--profile /p --json search Novák Žilina');
  const after = parse('search Novák Žilina --json --profile /p');
  expect(after).toEqual(before);
  expect(before).toMatchObject({ command: 'search', words: ['Novák', 'Žilina'], profile: '/p', json: true });
  expect(parse('import --dry-run --as clients list.csv')).toMatchObject({ words: ['list.csv'] });
});

test('what begins with a dash can be searched for after --', () => {
  expect(parse('search -- -5')).toMatchObject({ words: ['-5'] });
});

describe('wrong usage', () => {
  test.each([
    [''],
    ['frobnicate'],
    ['toString'],
    ['search'],
    ['verify now'],
    ['import'],
    ['import a.csv b.csv'],
    ['call'],
    ['search x --format csv'],
    ['export contacts --port 1'],
    ['verify --unknown'],
    ['verify --profile'],
    ['verify --json=yes'],
  ])('%j', (text) => {
    expect(() => parse(text)).toThrow(UsageError);
  });

  test.each([
    ['export contacts --out f.csv'],
    ['export contacts --format csv'],
    ['export contacts --format pdf --out f.pdf'],
    ['export people --format csv --out f.csv'],
    ['export contacts --format csv --out f.csv --filter {'],
  ])('%j', (text) => {
    expect(() => readExportRequest(parse(text))).toThrow(UsageError);
  });

  test.each([['import f.csv --as people'], ['import f.csv --delimiter ;;'], ['import f.csv --encoding=']])(
    '%j',
    (text) => {
      expect(() => readImportRequest(parse(text))).toThrow(UsageError);
    },
  );
});

test('a tab can be named as the delimiter', () => {
  expect(readImportRequest(parse('import f.csv --delimiter \\t')).delimiter).toBe('\t');
  expect(readImportRequest(parse('import f.csv --delimiter tab')).delimiter).toBe('\t');
  expect(readImportRequest(parse('import f.csv --delimiter ;')).delimiter).toBe(';');
});
