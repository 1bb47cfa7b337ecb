/** Cards that real telephones and programs wrote, and files that want to do harm. */
import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { ByteSource } from '#main/features/exchange/byte-source.ts';
import { importRows } from '#main/features/exchange/import-rows.ts';
import { inspectFile } from '#main/features/exchange/inspect-file.ts';
import { openFile } from '#main/features/exchange/byte-source.ts';
import { cardsIn } from '#main/features/exchange/card-lines.ts';
import { type ImportedFile, makeExchangeBase } from '../../../helpers/exchange-base.ts';
import { makeFolder } from '../../../helpers/folder.ts';

const fixture = (path: string) => fileURLToPath(new URL(`../../../fixtures/${path}`, import.meta.url));

async function taken(content: string | Uint8Array): Promise<ImportedFile> {
  return makeExchangeBase().import(content);
}

const values = (file: ImportedFile, at = 0) => ({
  contact: file.planned[at]?.contact?.values,
  client: file.planned[at]?.client?.values,
  position: file.planned[at]?.position?.values,
});

const card = (...lines: string[]) => `${['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n')}\r\n`;

describe('cards of real programs', () => {
  test('an iPhone: groups, labels, types, the address at work, the photo passed over with a note', async () => {
    const file = await taken(fixture('vcard-ezvcard/John_Doe_IPHONE.vcf'));
    expect(values(file)).toMatchObject({
      contact: {
        titlesBefore: 'Mr.',
        firstName: 'John Richter James',
        lastName: 'Doe',
        titlesAfter: 'Sr.',
        notes: '* 6. 6. 2012',
        emails: [{ value: 'john.doe@ibm.com', kind: 'work' }],
      },
      client: { name: 'IBM', street: 'Street4, Building 6, Floor 8', postcode: '12345', town: 'New York' },
      position: { department: 'Accounting', jobTitle: 'Money Counter' },
    });
    const kinds = ((values(file).contact?.['phones'] ?? []) as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds).toEqual(['mobile', 'work', 'home', 'fax', 'fax', 'other', 'work']);
    expect(file.problems.map(({ problem }) => problem)).toEqual(['photoNotTaken']);
  });

  test('Outlook 2003: quoted-printable notes over several lines, a key without a photo', async () => {
    const file = await taken(fixture('vcard-ezvcard/outlook-2003.vcf'));
    expect(values(file)).toMatchObject({
      contact: {
        lastName: 'Doe',
        titlesAfter: 'III',
        notes: 'This is the note field!!\nSecond line\n\nThird line is empty\n* 21. 3. 1980',
      },
      client: { name: 'Company, The', street: '123 Main St, TheOffice', country: 'US' },
    });
  });

  test('Gmail: a label of its own, an address written into one part', async () => {
    expect(values(await taken(fixture('vcard-ezvcard/gmail-single.vcf')))).toMatchObject({
      contact: { firstName: 'Greg', lastName: 'Dartmouth' },
      client: { name: 'TheCompany', street: '321 Custom St', town: 'Custom City' },
    });
  });

  test('Android: several cards, letters torn by the telephone, cards without a name named in the report', async () => {
    const file = await taken(fixture('vcard-ezvcard/John_Doe_ANDROID.vcf'));
    expect(file.counts).toMatchObject({ rows: 6, skipped: 2 });
    expect(file.problems.filter(({ problem }) => problem === 'nameEmpty').map(({ row }) => row)).toEqual([
      1, 2,
    ]);
    expect(JSON.stringify(file.planned)).not.toMatch(/\ufffd|Ã/);
  });

  test('version 4.0 of the standard itself', async () => {
    expect(values(await taken(fixture('vcard-ezvcard/rfc6350-example.vcf')))).toMatchObject({
      contact: {
        lastName: 'Perreault',
        titlesAfter: 'ing. jr, M.Sc.',
        phones: [
          { value: '+14182626501', kind: 'mobile' },
          { value: '+14186569254;ext=102', kind: 'work' },
        ],
        notes: '* 3. 2.',
      },
      client: { name: 'Viagenie', country: 'CA' },
    });
  });

  test('Shift_JIS without quoting, comments, several firms in their order', async () => {
    const japanese = await taken(fixture('vcard-aosp/v21_multiple_entry.vcf'));
    expect(japanese.planned.map(({ contact }) => contact?.values['lastName'])).toEqual([
      '安藤ロイド3',
      '安藤ロイド4',
      '安藤ロイド5',
    ]);
    const comment = await taken(fixture('vcard-aosp/v21_invalid_comment_line.vcf'));
    expect(values(comment).contact?.['notes']).toBe(
      'This is an (sharp ->#<- sharp) example. This message must NOT be ignored.',
    );
    const firms = await taken(fixture('vcard-aosp/v21_pref_handling.vcf'));
    expect(firms.planned.map(({ client, position }) => [client?.title, position?.title])).toEqual([
      ['Company', 'Engineer'],
      ['Mystery', 'Blogger'],
      ['Poetry', 'Poet'],
    ]);
    expect(firms.counts).toMatchObject({ rows: 1, created: { client: 3, contact: 1, position: 3 } });
  });

  test.each([
    'vcard-ezvcard/John_Doe_IPHONE.vcf',
    'vcard-aosp/v21_pref_handling.vcf',
    'vcard-ezvcard/rfc2426-example.vcf',
  ])('%s read twice adds nothing', async (path) => {
    const base = makeExchangeBase();
    const first = await base.import(fixture(path));
    const again = await base.import(fixture(path));
    expect(again.counts).toMatchObject({
      rows: first.counts.rows,
      created: { client: 0, contact: 0, position: 0 },
      filled: 0,
    });
  });

  test('names and firms are what ical.js reads in 3.0 and 4.0', async () => {
    for (const path of ['vcard-ezvcard/rfc2426-example.vcf', 'vcard-ezvcard/gmail-single.vcf']) {
      const text = (await import('node:fs')).readFileSync(fixture(path), 'utf8');
      const parsed = ICAL.parse(text.trim()) as unknown as unknown[];
      const cards = (typeof parsed[0] === 'string' ? [parsed] : parsed).map(
        (one) => new ICAL.Component(one as never),
      );
      const file = await taken(fixture(path));
      expect(file.planned.map(({ client }) => client?.title)).toEqual(
        cards.map((one) => [one.getFirstPropertyValue('org')].flat()[0]),
      );
    }
  });
});

describe('letters', () => {
  test.each([
    [
      'windows-1250 named',
      Buffer.from('N;CHARSET=windows-1250;ENCODING=QUOTED-PRINTABLE:=8Aveda;=BDubica;;;', 'latin1'),
    ],
    ['windows-1250 not named', Buffer.from('N;ENCODING=QUOTED-PRINTABLE:=8Aveda;=BDubica;;;', 'latin1')],
    ['UTF-8 called Latin 2', Buffer.from('N;CHARSET=ISO-8859-2:Šveda;Ľubica;;;', 'utf8')],
    ['Windows called UTF-8', Buffer.from('N;CHARSET=UTF-8:\x8aveda;\xbcubica;;;', 'latin1')],
    ['a charset nobody knows', Buffer.from('N;CHARSET=klingon:Šveda;Ľubica;;;', 'utf8')],
  ])('%s', async (name, line) => {
    const text = Buffer.concat([
      Buffer.from('BEGIN:VCARD\r\nVERSION:2.1\r\n'),
      line,
      Buffer.from('\r\nEND:VCARD\r\n'),
    ]);
    const family = values(await taken(text)).contact?.['lastName'];
    // 0xBD is ˝ in windows-1250 and 0xBC is Ľ: the family name is what both bytes share.
    expect(family, name).toBe('Šveda');
  });

  test('UTF-16 with its mark, as old Outlook saves it', async () => {
    const text = card('VERSION:3.0', 'N:Ďurčová;Ľubomíra;;;', 'ORG:Žilinská a. s.');
    expect(values(await taken(Buffer.from(`\ufeff${text}`, 'utf16le')))).toMatchObject({
      contact: { lastName: 'Ďurčová' },
      client: { name: 'Žilinská a. s.' },
    });
  });

  test('a letter folded between its two bytes is one letter', async () => {
    const text = Buffer.from(card('VERSION:3.0', 'N:Ďurčová;Eva;;;'), 'utf8');
    const at = text.indexOf(Buffer.from('č')) + 1;
    const folded = Buffer.concat([text.subarray(0, at), Buffer.from('\r\n '), text.subarray(at)]);
    expect(values(await taken(folded)).contact?.['lastName']).toBe('Ďurčová');
  });
});

describe('hostile files', () => {
  /** A file of any length that is nowhere: bytes are made as they are read. */
  function endless(size: number, head: string, filler: string, tail = ''): ByteSource {
    const unit = Buffer.from(filler.repeat(Math.ceil(65_536 / filler.length)));
    const usable = unit.length - (unit.length % filler.length);
    return {
      size,
      name: 'x.vcf',
      read(offset, length) {
        const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
        for (let at = 0; at < bytes.length; ) {
          const from = (offset + at) % usable;
          at += unit.copy(bytes, at, from, Math.min(usable, from + bytes.length - at));
        }
        if (offset < head.length) bytes.write(head.slice(offset), 0);
        const end = size - tail.length;
        if (offset + bytes.length > end) bytes.write(tail, end - offset);
        return bytes;
      },
      close() {},
    };
  }

  const SIZE = 40 * 1024 * 1024;
  const last = `\r\n${card('VERSION:3.0', 'N:Novák;Ján;;;')}`;

  test.each([
    ['one line of 40 MB', 'BEGIN:VCARD\r\nN:A;B;;;\r\nNOTE:', 'x'],
    ['a photo of 40 MB', 'BEGIN:VCARD\r\nN:A;B;;;\r\nPHOTO;ENCODING=b:', 'QUJD'],
    ['folding without end', 'BEGIN:VCARD\r\nN:A;B;;;\r\nNOTE:x', '\r\n y'],
    ['properties without end', 'BEGIN:VCARD\r\nN:A;B;;;', '\r\nTEL:12345'],
    ['soft line ends without end', 'BEGIN:VCARD\r\nNOTE;ENCODING=QUOTED-PRINTABLE:', '=\r\n'],
  ])('%s costs no memory, and the card behind it is read', (_, head, filler) => {
    const source = endless(SIZE, head, filler, `\r\nEND:VCARD${last}`);
    let count = 0;
    const names: string[] = [];
    let most = 0;
    const pieces = function* () {
      for (let offset = 0; offset < source.size; offset += 1024 * 1024) {
        const piece = source.read(offset, 1024 * 1024);
        yield piece.toString('latin1');
      }
    };
    for (const cards of cardsIn(pieces())) {
      count += cards.length;
      names.push(...cards.map(({ lines }) => lines.find(({ name }) => name === 'N')?.value ?? ''));
      for (const { lines } of cards) most = Math.max(most, JSON.stringify(lines).length);
    }
    expect(count).toBe(2);
    expect(names[1]).toBe(
      'Novák;Ján;;;'.replace(/[áÁ]/g, (letter) => Buffer.from(letter).toString('latin1')),
    );
    expect(most).toBeLessThan(1.2 * 1024 * 1024);
  });

  test('a card that is too long is left out with its reason, its neighbours are taken', async () => {
    const file = await taken(
      card('VERSION:3.0', 'N:A;B;;;', `NOTE:${'x'.repeat(2_000_000)}`) +
        card('VERSION:3.0', 'N:Novák;Ján;;;'),
    );
    expect(file.counts).toMatchObject({ rows: 2, skipped: 1, created: { contact: 1 } });
    expect(file.problems).toContainEqual(expect.objectContaining({ row: 1, problem: 'rowTooLong' }));
  });

  test.each([
    [
      'broken quoted-printable',
      card('VERSION:2.1', 'N;ENCODING=QUOTED-PRINTABLE:Nov=ZZ=C3=;J=4;;;', 'TEL:0905123456'),
    ],
    ['null bytes', card('VERSION:3.0', 'N:Nov\0ák;Ján\0;;;', '\0\0\0', 'TEL:09051\x0023456')],
    ['no end', 'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Novák;Ján;;;\r\nTEL:0905123456'],
    [
      'a card within a card',
      card(
        'VERSION:2.1',
        'N:Novák;Ján',
        'AGENT:',
        ...card('N:Agent;Tajný').trim().split('\r\n'),
        'TEL:0905123456',
      ),
    ],
    ['old Mac line ends', card('VERSION:3.0', 'N:Novák;Ján;;;', 'TEL:0905123456').replaceAll('\r\n', '\r')],
    ['quotation marks without end', card('VERSION:3.0', 'N:Novák;Ján;;;', 'TEL;TYPE="CELL:0905123456')],
    [
      'names of properties that are none',
      card(
        'VERSION:3.0',
        ':;',
        ';:',
        '.:x',
        'N:Novák;Ján;;;',
        'constructor:1',
        '__proto__:2',
        'TEL:0905123456',
      ),
    ],
  ])('%s: one person with a telephone', async (_, text) => {
    const file = await taken(text);
    expect(file.counts.created).toMatchObject({ contact: 1 });
    expect(values(file).contact?.['phones']).toEqual([{ value: '+421905123456', kind: 'mobile' }]);
  });

  test('a file of cards can be stopped before its first card is whole', async () => {
    const base = makeExchangeBase();
    const staging = makeExchangeBase();
    const { openReadable } = await import('#main/data/connection.ts');
    const { openInMemory } = await import('#main/data/staging-connection.ts');
    const { makeImportTables } = await import('#main/features/exchange/staging-base.ts');
    const main = openReadable(base.file, staging.key);
    const memory = openInMemory();
    makeImportTables(memory, main);
    let looks = 0;
    const path = join(makeFolder(), 'x.vcf');
    writeFileSync(path, `${card('VERSION:3.0', 'N:A;B;;;')}${'x'.repeat(3_000_000)}`);
    const source = openFile(path);
    await expect(
      importRows(
        source,
        memory,
        main,
        { options: {}, map: {}, country: 'SK', actor: null, now: 0 },
        { progress() {}, isCancelled: () => (looks += 1) > 2 },
      ),
    ).rejects.toMatchObject({ problem: 'cancelled' });
    source.close();
    main.close();
    memory.close();
  });
});

test('what a file of cards is: columns with their targets, people or firms, cards counted', async () => {
  const path = join(makeFolder(), 'x.vcf');
  writeFileSync(
    path,
    [1, 2, 3]
      .map((n) => card('VERSION:3.0', `FN:Firma ${n}`, `ORG:Firma ${n}`, 'TEL;TYPE=WORK:0905123456'))
      .join(''),
  );
  const source = openFile(path);
  const inspection = await inspectFile(source, {});
  source.close();
  expect(inspection).toMatchObject({
    format: 'vcard',
    as: 'clients',
    rows: 3,
    rowsEstimated: false,
    headerRow: 0,
  });
  const filled = inspection.columns.filter(({ samples }) => samples.length > 0);
  expect(filled.map(({ target }) => target)).toEqual(['client.name', 'client.phone']);
});
