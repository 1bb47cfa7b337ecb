import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { openFile } from '#main/features/exchange/byte-source.ts';
import { isMojibake, scanText } from '#main/features/exchange/encoding.ts';
import { FileRefused } from '#main/features/exchange/file-refused.ts';
import { inspectFile } from '#main/features/exchange/inspect-file.ts';
import { openTable } from '#main/features/exchange/open-table.ts';
import { makeFolder } from '../../../helpers/folder.ts';

const fixture = (path: string) => fileURLToPath(new URL(`../../../fixtures/${path}`, import.meta.url));

function write(content: string | Uint8Array, name = 'file.csv'): string {
  const path = join(makeFolder(), name);
  writeFileSync(path, content);
  return path;
}

async function linesOf(path: string, options = {}) {
  const source = openFile(path);
  try {
    const table = await openTable(source, options);
    const lines: string[][] = [];
    for await (const batch of table.read()) lines.push(...batch);
    return { table, lines };
  } finally {
    source.close();
  }
}

async function refusalOf(path: string, options = {}) {
  const error = await linesOf(path, options).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FileRefused);
  const { problem, params } = error as FileRefused;
  return { problem, params };
}

describe('encodings', () => {
  const slovak =
    'Názov;Mesto\r\nŽeliezovce Ľubica;Šaľa\r\nČerešňa a.s.;Vranov nad Topľou\r\nKôň;Ďurďošík\r\n';
  test.each([
    ['windows-1250', slovak],
    ['iso-8859-2', slovak],
    ['ibm852', slovak],
    ['windows-1252', 'Firma;Ort\r\nBäckerei Müller;Köln\r\nStraße GmbH;Würzburg\r\n'],
    ['windows-1252', 'Nom;Ville\r\nSociété Générale;Évry\r\nCrêperie Hôtel;Orléans\r\n'],
    ['windows-1251', 'Имя;Город\r\nИванов;Москва\r\n'],
    ['utf-16le', slovak],
    ['utf-16be', slovak],
    ['utf-8', slovak],
  ])('%s is recognised and read', async (encoding, text) => {
    const { table, lines } = await linesOf(write(iconv.encode(text, encoding)));
    expect(table.encoding).toBe(encoding);
    expect(lines.map((cells) => cells.join(';'))).toEqual(text.trim().split('\r\n'));
  });

  test('a mixture of western languages is read as western', () => {
    const text = readFileSync(fixture('biz-northwind/Customers.csv'), 'utf8');
    const source = openFile(write(iconv.encode(text, 'windows-1252')));
    expect(scanText(source).encoding).toBe('windows-1252');
    source.close();
  });

  test('the same rows in four encodings are the same rows', async () => {
    const files = [
      'sk_cp1250_semicolon.csv',
      'sk_utf16le_bom_tab.txt',
      'sk_utf8_bom_semicolon.csv',
      'sk_utf8_nobom_comma.csv',
    ];
    const [first, ...rest] = await Promise.all(
      files.map(async (file) => (await linesOf(fixture(`encodings/${file}`))).lines),
    );
    expect(first?.length).toBe(101);
    for (const lines of rest) expect(lines).toEqual(first);
  });

  test('a wrong character beyond the first piece of a long file is still seen', () => {
    const long = Buffer.concat([
      Buffer.from(`a;b\n${'x;y\n'.repeat(200_000)}`),
      iconv.encode('Žilina;Šaľa\n', 'windows-1250'),
    ]);
    const source = openFile(write(long));
    expect(scanText(source)).toMatchObject({ encoding: 'windows-1250', lines: 200_002 });
    source.close();
  });

  test('one broken row does not make all others wrong', async () => {
    const rows = Buffer.concat([
      Buffer.from(`Názov;Mesto\n${'Čerešňa;Šaľa\n'.repeat(50)}`),
      iconv.encode('Žilina;Šaľa\n', 'windows-1250'),
    ]);
    const source = openFile(write(rows));
    const inspection = await inspectFile(source, {});
    source.close();
    expect(inspection.encoding).toBe('utf-8');
    expect(inspection.problems.map((problem) => problem.row)).toEqual([52]);
  });

  test('a wrong choice is said, with what the text itself says', async () => {
    const source = openFile(write(iconv.encode(slovak, 'windows-1250')));
    const inspection = await inspectFile(source, { encoding: 'windows-1252' });
    source.close();
    expect(inspection.problems).toEqual([
      expect.objectContaining({ problem: 'wrongEncoding', params: { encoding: 'windows-1250' } }),
    ]);
    const asUtf8 = await inspectFile(openFile(write(iconv.encode(slovak, 'windows-1250'))), {
      encoding: 'utf-8',
    });
    expect(asUtf8.problems.some((problem) => problem.row > 1 && problem.problem === 'wrongEncoding')).toBe(
      true,
    );
  });

  test('text that was read wrong before it was saved is recognised as such', () => {
    expect(isMojibake(iconv.decode(Buffer.from('Prešov'), 'windows-1250'))).toBe(true);
    expect(isMojibake(iconv.decode(Buffer.from('Ľubomír Škoda'), 'windows-1252'))).toBe(true);
    expect(isMojibake('Ärzte ÄÄÄ ää')).toBe(false);
    expect(isMojibake('Prešov Ľubomír')).toBe(false);
  });
});

describe('CSV as it comes', () => {
  test('old Mac line ends, a null byte, quotes that need not be, quotes in the middle', async () => {
    expect((await linesOf(fixture('csv-csvkit/mac_newlines.csv'))).lines[1]).toEqual(['1', '2', '3']);
    expect((await linesOf(fixture('csv-csvkit/null_byte.csv'))).lines[1]?.slice(1)).toEqual(['2', '3']);
    expect((await linesOf(fixture('csv-csvkit/optional_quote_characters.csv'))).lines).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ]);
    expect((await linesOf(write('Názov;Mesto\nHotel "Tatra" s.r.o.;Prešov\n'))).lines[1]).toEqual([
      'Hotel "Tatra" s.r.o.',
      'Prešov',
    ]);
  });

  test('the delimiter that the first line states, headings under it', async () => {
    const { table } = await linesOf(write('sep=|\r\nNázov|Poznámka\r\nAlfa|a;b;c\r\nBeta|d;e;f\r\n'));
    expect(table).toMatchObject({ delimiter: '|', shape: { headerRow: 2, dataRow: 3 } });
  });

  test('a quotation mark that never closes names its row', async () => {
    expect(await refusalOf(write('Meno;Firma\nJán;Alfa\n"Eva;Beta\nIvan;Gama\n'))).toEqual({
      problem: 'quoteNeverClosed',
      params: { row: 3 },
    });
  });

  test.each([
    ['', { problem: 'fileEmpty', params: {} }],
    [' \r\n \r\n', { problem: 'fileEmpty', params: {} }],
    [
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      { problem: 'fileNotText', params: { looksLike: 'png' } },
    ],
    [
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2]),
      { problem: 'fileNotText', params: { looksLike: 'jpeg' } },
    ],
    [Buffer.from('%PDF-1.7 rubbish'), { problem: 'fileNotText', params: { looksLike: 'pdf' } }],
    [Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\n'), { problem: 'noCards', params: {} }],
    [
      Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 37) % 256)),
      { problem: 'fileNotText', params: { looksLike: 'other' } },
    ],
  ])('a file that is no table is refused: %#', async (content, expected) => {
    expect(await refusalOf(write(content))).toEqual(expected);
  });

  test('an unknown encoding and a missing file are refused', async () => {
    expect(await refusalOf(write('a;b\nč;d\n'), { encoding: 'klingon' })).toEqual({
      problem: 'encodingUnknown',
      params: { encoding: 'klingon' },
    });
    expect(() => openFile('/nowhere/at-all.csv')).toThrow(FileRefused);
  });
});

describe('workbooks', () => {
  test('codes keep their zeros, long numbers their digits, days are days', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'prázdny', rows: [] },
        {
          name: 'Klienti',
          rows: [
            ['Názov', 'IČO', 'PSČ', 'Telefón', 'Od'],
            ['Alfa', 323748, '06731', 421905123456, new Date('2024-03-12')],
          ],
          columns: [{}, { numFmt: '00000000' }, {}, {}, { numFmt: 'd.m.yyyy' }],
        },
      ],
    });
    const { table, lines } = await linesOf(write(bytes, 'klienti.xlsx'));
    expect(table).toMatchObject({
      format: 'xlsx',
      sheet: 'Klienti',
      sheets: ['prázdny', 'Klienti'],
      shape: { headerRow: 1, dataRow: 2 },
    });
    expect(lines[1]).toEqual(['Alfa', '00323748', '06731', '421905123456', '2024-03-12']);
  });

  test('workbooks of Excel, LibreOffice and Google; sheets by name', async () => {
    expect((await linesOf(fixture('xlsx-readxl/types.xlsx'), { sheet: 'guess_me' })).lines[1]).toEqual([
      '',
      'true',
      '2017-02-27',
      '1',
      'hello',
    ]);
    expect((await linesOf(fixture('csv-csvkit/sheets.xlsx'))).table.sheet).toBe('data');
    expect((await linesOf(fixture('xlsx-readxl/utf8-sheet-names.xlsx'), { sheet: '∂' })).lines).toEqual([
      ['x'],
      ['1'],
    ]);
    expect(await refusalOf(fixture('csv-csvkit/sheets.xlsx'), { sheet: 'nie' })).toEqual({
      problem: 'sheetNotThere',
      params: { sheet: 'nie' },
    });
    expect(await refusalOf(fixture('xlsx-readxl/dates-1900.xls'))).toEqual({
      problem: 'fileNotText',
      params: { looksLike: 'xls' },
    });
  });

  test('a torn workbook and a bomb are refused before they are unpacked', async () => {
    const whole = readFileSync(fixture('csv-csvkit/sheets.xlsx'));
    expect((await refusalOf(write(whole.subarray(0, whole.length / 2)))).problem).toBe('workbookDamaged');
    expect(
      (await refusalOf(write(zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(64 * 1024 * 1024))))).problem,
    ).toBe('workbookTooLarge');
  });
});

/** The smallest archive with one packed entry. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30 + name.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  local.write(name, 30);
  const central = Buffer.alloc(46 + name.length);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(content.length, 24);
  central.writeUInt16LE(name.length, 28);
  central.write(name, 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, central, end]);
}
