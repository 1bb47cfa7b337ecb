import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { exportFile, type ExportRequest } from '#main/features/exchange/export-service.ts';
import { type ExchangeBase, makeExchangeBase } from '../../../helpers/exchange-base.ts';

const fixture = (path: string) => fileURLToPath(new URL(`../../../fixtures/${path}`, import.meta.url));

async function exported(base: ExchangeBase, request: Partial<ExportRequest>) {
  const pieces: Buffer[] = [];
  let done: { rows: number; name: string } | null = null;
  for await (const event of exportFile(base, {
    what: 'contacts',
    format: 'csv',
    columns: null,
    language: 'sk',
    ids: null,
    today: '2026-11-24',
    ...request,
  })) {
    if (event.type === 'chunk') pieces.push(Buffer.from(event.chunk, 'base64'));
    if (event.type === 'done') done = event;
  }
  return { bytes: Buffer.concat(pieces), done };
}

const TRICKY = [
  'Titul;Meno;Priezvisko;Firma;IČO;PSČ;Mobil;Telefón do práce;E-mail;Poznámka;Funkcia',
  'Ing.;Ján;Novák;"Škoda; spol. ""Tatra"", s.r.o.";00323748;06731;0905123456;02/5555 1234;jan@alfa.sk;"prvý riadok',
  'druhý riadok, s čiarkou; a bodkočiarkou";riaditeľ',
  ';Eva;=1+1;-cmd|calc;;;;;eva@beta.sk, eva@doma.sk;@SUM(A1);+A1',
  ';Ľubomíra;Ďurčová;;;;;;;;',
  '',
].join('\n');

async function trickyBase() {
  const base = makeExchangeBase();
  await base.import(TRICKY);
  return base;
}

describe('CSV', () => {
  test('for Excel: mark, semicolons, CRLF, guarded formulas, leading zeros, grouped telephones', async () => {
    const { bytes, done } = await exported(await trickyBase(), { format: 'csv-excel' });
    const text = bytes.toString('utf8');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text.replaceAll('\r\n', '').includes('\r')).toBe(false);
    const rows = parse(text, {
      delimiter: ';',
      bom: true,
      columns: true,
      record_delimiter: '\r\n',
    }) as Record<string, string>[];
    expect(done).toMatchObject({ rows: 3, name: 'kontakty-2026-11-24.csv' });
    expect(rows.find((row) => row['Priezvisko'] === 'Novák')).toMatchObject({
      Meno: 'Ján',
      'Názov klienta': 'Škoda; spol. "Tatra", s.r.o.',
      IČO: '00323748',
      PSČ: '06731',
      'Telefón: mobil': '+421 905 123 456',
      'Telefón: práca': '+421 255 551 234',
      'Poznámky k osobe': 'prvý riadok\ndruhý riadok, s čiarkou; a bodkočiarkou',
    });
    expect(rows.find((row) => row['Meno'] === 'Eva')).toMatchObject({
      Priezvisko: "'=1+1",
      'Názov klienta': "'-cmd|calc",
      'Poznámky k osobe': "'@SUM(A1)",
      Funkcia: "'+A1",
      'E-mail': 'eva@beta.sk',
      'E-mail: iný': 'eva@doma.sk',
    });
  });

  test('for programs: commas, no mark, values as they are stored', async () => {
    const { bytes } = await exported(await trickyBase(), { format: 'csv', language: 'en' });
    expect(bytes[0]).not.toBe(0xef);
    const rows = parse(bytes, { columns: true }) as Record<string, string>[];
    expect(rows.find((row) => row['Last name'] === 'Novák')).toMatchObject({
      'Phone: mobile': '+421905123456',
      'IČO (company ID)': '00323748',
      Status: 'prospect',
    });
    expect(rows.some((row) => row['Last name'] === '=1+1')).toBe(true);
  });

  test('Slovak order, and only the records that were chosen', async () => {
    const base = makeExchangeBase();
    await base.import('Názov\nCíger\nChata\nČerešňa\nHora\nIvanka\n');
    const names = async (ids: string[] | null) =>
      (
        parse((await exported(base, { what: 'clients', ids })).bytes, { columns: true }) as Record<
          string,
          string
        >[]
      ).map((row) => row['Názov klienta']);
    expect(await names(null)).toEqual(['Cíger', 'Čerešňa', 'Hora', 'Chata', 'Ivanka']);
    const [hora] = base.rows("SELECT id FROM client WHERE name = 'Hora'");
    expect(await names([String(hora?.['id'])])).toEqual(['Hora']);
    expect(await names([])).toEqual([]);
  });

  test('columns in the order that was asked', async () => {
    const { bytes } = await exported(await trickyBase(), { columns: ['client.name', 'contact.lastName'] });
    expect((parse(bytes) as string[][])[0]).toEqual(['Názov klienta', 'Priezvisko']);
  });
});

test('a workbook holds codes and telephones as text', async () => {
  const { bytes } = await exported(await trickyBase(), { format: 'xlsx' });
  const { sheets } = await readXlsx(bytes);
  const [heads, ...rows] = sheets[0]?.rows ?? [];
  const novak = rows.find((row) => row[heads?.indexOf('Priezvisko') ?? -1] === 'Novák');
  const cell = (name: string) => novak?.[heads?.indexOf(name) ?? -1];
  expect([cell('IČO'), cell('PSČ'), cell('Telefón: mobil')]).toEqual(['00323748', '06731', '+421905123456']);
  expect(sheets[0]?.name).toBe('Kontaktné osoby');
});

describe('vCard', () => {
  test('cards are read back by ical.js with everything in its place; lines have at most 75 octets', async () => {
    const { bytes, done } = await exported(await trickyBase(), { format: 'vcard30' });
    const text = bytes.toString('utf8');
    expect(done).toMatchObject({ rows: 3, name: 'kontakty-2026-11-24.vcf' });
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.endsWith('END:VCARD\r\n')).toBe(true);
    const cards = (ICAL.parse(text) as unknown as unknown[][]).map(
      (card) => new ICAL.Component(card as never),
    );
    const novak = cards.find((card) => JSON.stringify(card.getFirstPropertyValue('n')).includes('Novák'));
    expect(novak?.getFirstPropertyValue('n')).toEqual(['Novák', 'Ján', '', 'Ing.', '']);
    expect(novak?.getFirstPropertyValue('fn')).toBe('Ing. Ján Novák');
    expect(novak?.getFirstPropertyValue('org')).toBe('Škoda; spol. "Tatra", s.r.o.');
    expect(novak?.getFirstPropertyValue('title')).toBe('riaditeľ');
    expect(novak?.getFirstPropertyValue('note')).toBe('prvý riadok\ndruhý riadok, s čiarkou; a bodkočiarkou');
    expect(
      novak?.getAllProperties('tel').map((tel) => [tel.getParameter('type'), tel.getFirstValue()]),
    ).toEqual([
      [['CELL', 'VOICE'], '+421905123456'],
      [['WORK', 'VOICE'], '+421255551234'],
    ]);
    expect(novak?.getFirstPropertyValue('adr')).toEqual(['', '', '', '', '', '06731', '']);
  });

  test('firms have cards of their own', async () => {
    const { bytes } = await exported(await trickyBase(), { what: 'clients', format: 'vcard30' });
    expect(bytes.toString('utf8').match(/^ORG:.*$/gm)?.length).toBe(2);
  });
});

test('JSON holds what the base holds', async () => {
  const { bytes } = await exported(await trickyBase(), { format: 'json' });
  const entries = JSON.parse(bytes.toString('utf8')) as {
    contact: { lastName: string; phones: unknown };
    client: { ico: string } | null;
  }[];
  expect(entries.find((entry) => entry.contact.lastName === 'Novák')).toMatchObject({
    contact: {
      phones: [
        { value: '+421905123456', kind: 'mobile' },
        { value: '+421255551234', kind: 'work' },
      ],
    },
    client: { ico: '00323748' },
  });
  expect(entries.find((entry) => entry.contact.lastName === 'Ďurčová')?.client).toBeNull();
  expect(JSON.parse((await exported(makeExchangeBase(), { format: 'json' })).bytes.toString('utf8'))).toEqual(
    [],
  );
});

test.each(['csv-excel', 'csv', 'xlsx'] as const)(
  'what %s takes out, the import takes in: nothing is new',
  async (format) => {
    const base = makeExchangeBase();
    await base.import(fixture('biz-northwind/Customers.csv'));
    const { bytes } = await exported(base, { format });
    const again = await base.import(bytes);
    expect(again.counts).toMatchObject({
      rows: 93,
      created: { client: 0, contact: 0, position: 0 },
      filled: 0,
      same: 93,
    });
  },
);

test('leaving the iterator ends the thread that writes', async () => {
  const base = makeExchangeBase();
  const people = Array.from({ length: 4000 }, (_, at) => `Osoba;Číslo${at};o${at}@alfa.sk`).join('\n');
  await base.import(`Meno;Priezvisko;E-mail\n${people}\n`);
  const events = exportFile(base, {
    what: 'contacts',
    format: 'csv',
    columns: null,
    language: 'sk',
    ids: null,
    today: '2026-11-24',
  });
  for await (const event of events) if (event.type === 'chunk') break;
  expect((await events.next()).done).toBe(true);
});
