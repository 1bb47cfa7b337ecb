/** Cards of a telephone come in, are taken back, come in again, and go out for other telephones. */
import fs from 'node:fs';
import { expectAccessible } from './accessible.ts';
import { chooseFile, openWizard } from './import-file.ts';
import { expect, test } from './journey.ts';
import { prepareBase } from './prepare-base.ts';

const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
const FILE = {
  name: 'kontakty.vcf',
  mimeType: 'text/vcard',
  buffer: Buffer.from(
    card(
      'VERSION:3.0',
      'N:Ďurčová;Ľubomíra;;Ing.;PhD.',
      'FN:Ing. Ľubomíra Ďurčová\\, PhD.',
      'ORG:Žilinská píla\\, s. r. o.;Nákup',
      'TITLE:vedúca nákupu',
      'item1.TEL:0905 123 456',
      'item1.X-ABLabel:Mobil',
      'EMAIL;type=INTERNET:durcova@pila.example',
      'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRg==',
    ) +
      card(
        'VERSION:2.1',
        'N;CHARSET=windows-1250;ENCODING=QUOTED-PRINTABLE:=8Aveda;J=E1n',
        'TEL;CELL:0911 222 333',
        'BDAY:19800321',
      ) +
      card('VERSION:3.0', 'FN:Tatranské drevo', 'ORG:Tatranské drevo', 'TEL;TYPE=WORK:052/123 45 67') +
      card('VERSION:3.0', 'EMAIL:bezmena@example.sk'),
  ),
};

test('cards come in through the wizard and go out as both versions', async ({
  page,
  profile,
  start,
  watch,
}) => {
  await prepareBase(profile);
  const server = await start();
  await page.goto(server.address);
  await openWizard(page);
  await chooseFile(page, FILE);
  await expect(page.getByRole('heading', { name: 'Čo v súbore je' })).toBeVisible();
  await expect(page.getByText('kontakty.vcf · 4 vizitky')).toBeVisible();
  // Cards have no row of headings, and columns that no card fills are not shown.
  await expect(page.getByRole('combobox', { name: 'Riadok s nadpismi' })).toHaveCount(0);
  await expect(page.getByRole('row', { name: /Telefón: mobil.*0905 123 456/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Telefón: fax/ })).toHaveCount(0);
  await expectAccessible(page);

  // Elsewhere and back: the chosen file waits, and says so.
  const menu = page.getByRole('navigation', { name: 'Hlavné menu' });
  await menu.getByText('Načítanie a vývoz').click();
  const waiting = page.getByRole('region', { name: 'Súbor kontakty.vcf je vybratý, ale ešte sa nenačítal.' });
  await waiting.getByRole('link', { name: 'Pokračovať' }).click();
  await page.getByRole('button', { name: 'Ďalej' }).click();
  await expect(page.getByText('Fotografia z vizitky sa nenačíta.')).toBeVisible();
  await page.getByRole('button', { name: 'Načítať 3 vizitky' }).click();
  await expect(page.getByRole('heading', { name: 'Načítané' })).toBeVisible();
  await expect(page.getByText('Súbor mal 4 vizitky.')).toBeVisible();
  const counts = page.getByRole('list', { name: 'Súhrn' });
  await expect(counts).toContainText('2 noví klienti');
  await expect(counts).toContainText('2 nové kontaktné osoby');
  await expect(counts).toContainText('1 vynechaný záznam');

  await page.getByRole('button', { name: 'Vziať späť' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('0 kontaktných osôb');

  // A result that was seen is over: the place begins anew.
  await menu.getByText('Klienti').click();
  await openWizard(page);
  await chooseFile(page, FILE);
  await page.getByRole('button', { name: 'Ďalej' }).click();
  await page.getByRole('button', { name: 'Načítať 3 vizitky' }).click();
  await page.getByRole('button', { name: /^Otvoriť/ }).click();
  await expect(page.getByRole('contentinfo')).toContainText('2 kontaktné osoby');

  await menu.getByText('Kontaktné osoby').click();
  const grid = page.getByRole('grid', { name: 'Kontaktné osoby' });
  await expect(grid.getByText('Šveda')).toBeVisible();
  await page.getByRole('button', { name: 'Vyviezť zoznam' }).click();
  for (const [preset, version] of [
    ['Vizitky pre telefón a Outlook', '3.0'],
    ['Vizitky pre novšie adresáre', '4.0'],
  ] as const) {
    await page.getByRole('radio', { name: preset }).check();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Vyviezť \d+ / }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^kontakty-.*\.vcf$/);
    const text = fs.readFileSync(await saved.path(), 'utf8').replaceAll('\r\n ', '');
    expect(text.match(/^BEGIN:VCARD/gm)).toHaveLength(2);
    expect(text).toContain(`VERSION:${version}`);
    expect(text).toContain('N:Ďurčová;Ľubomíra;;Ing.;PhD.');
    expect(text).toContain(String.raw`ORG:Žilinská píla\, s. r. o.;Nákup`);
    expect(text).toContain('+421905123456');
  }
  expect(watch.errors).toEqual([]);
});
