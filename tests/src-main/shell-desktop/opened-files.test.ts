/** Files shown in other programs: where they lie, what they may be called, and that none stays. */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { openErrorLog } from '#main/shell-desktop/error-log.ts';
import { mayBeOpened, safeFileName } from '#main/shell-desktop/file-name.ts';
import { keepOpenedFiles } from '#main/shell-desktop/opened-files.ts';
import { makeFolder } from '../../helpers/folder.ts';

const bytes = new TextEncoder().encode('meno;mesto');

function prepare() {
  const folder = makeFolder();
  const files = keepOpenedFiles(folder, openErrorLog(folder));
  const shown: string[] = [];
  const open = async (file: string): Promise<string> => {
    shown.push(file);
    return '';
  };
  return { folder, files, shown, open };
}

test('two files of one name lie apart, closed to others, and are gone when emptied', async () => {
  const { folder, files, shown, open } = prepare();
  expect(await files.open('klienti.csv', bytes, open)).toBe('opened');
  expect(await files.open('klienti.csv', bytes, open)).toBe('opened');
  expect(new Set(shown).size).toBe(2);
  for (const file of shown) {
    expect(path.basename(file)).toBe('klienti.csv');
    expect(file.startsWith(path.join(folder, 'opened') + path.sep)).toBe(true);
    expect(fs.readFileSync(file)).toEqual(Buffer.from(bytes));
    if (process.platform !== 'win32') {
      expect(fs.statSync(file).mode & 0o777).toBe(0o600);
      expect(fs.statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    }
  }
  files.empty();
  expect(fs.existsSync(path.join(folder, 'opened'))).toBe(false);
});

test('what an earlier run left behind is gone at the start', () => {
  const folder = makeFolder();
  fs.mkdirSync(path.join(folder, 'opened', 'file-x'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'opened', 'file-x', 'klienti.csv'), bytes);
  keepOpenedFiles(folder, openErrorLog(folder));
  expect(fs.existsSync(path.join(folder, 'opened'))).toBe(false);
});

test('a name that leads elsewhere stays inside', async () => {
  const { folder, files, shown, open } = prepare();
  expect(await files.open('../../../klienti.csv', bytes, open)).toBe('opened');
  expect(shown[0]?.startsWith(path.join(folder, 'opened') + path.sep)).toBe(true);
});

test('a kind that runs is refused before it is written', async () => {
  const { folder, files, shown, open } = prepare();
  expect(await files.open('klienti.exe', bytes, open)).toBe('refused');
  expect(shown).toEqual([]);
  expect(fs.existsSync(path.join(folder, 'opened'))).toBe(false);
});

test('no program for it is told', async () => {
  const { files } = prepare();
  expect(await files.open('klienti.csv', bytes, async () => 'no application')).toBe('failed');
});

describe('kinds', () => {
  test.each(['a.csv', 'a.XLSX', 'a.vcf', 'a.pdf', 'a.json'])('%s may be opened', (name) => {
    expect(mayBeOpened(name)).toBe(true);
  });
  test.each([
    'a.exe',
    'a.bat',
    'a.lnk',
    'a.js',
    'a.html',
    'a.svg',
    'a.xlsm',
    'a.desktop',
    'a',
    'csv',
    '.csv',
    'a.csv.sh',
  ])('%s may not', (name) => {
    expect(mayBeOpened(name)).toBe(false);
  });
});

describe('names', () => {
  test.each([
    ['klienti.csv', 'klienti.csv'],
    ['Zoznam – jún 2026.xlsx', 'Zoznam – jún 2026.xlsx'],
    ['/etc/passwd.csv', 'passwd.csv'],
    ['..\\..\\x.csv', 'x.csv'],
    ['a\u0000b\n.csv', 'ab.csv'],
    ['kl\u202Evsc.exe', 'klvsc.exe'],
    ['a:b|c?.csv', 'abc.csv'],
    ['con.csv', '_con.csv'],
    ['...', 'vizitka'],
    ['', 'vizitka'],
  ])('%j is %j', (given, expected) => {
    expect(safeFileName(given)).toBe(expected);
  });
  test('a long one keeps its kind', () => {
    expect(safeFileName(`${'a'.repeat(300)}.csv`)).toBe(`${'a'.repeat(120)}.csv`);
  });
});
