/**
 * The main job step by step, from the office's list to an exported list, for a window that has just begun with
 * "Načítať zoznam klientov". The same in every shell: each journey says what differs, and takes the steps from here.
 */
import fs from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { importFile, openWizard } from './import-file.ts';

/** Gives the file that `start` makes the window hand over. */
export type TakeFile = (start: () => Promise<void>) => Promise<Buffer>;

interface Step {
  name: string;
  run(page: Page, takeFile: TakeFile): Promise<void>;
}

export const MAIN_JOB: readonly Step[] = [
  { name: 'both lists are read in', run: readInLists },
  { name: 'found while typing', run: findWhileTyping },
  { name: 'the desk of the client, opened by its IČO', run: openDeskByIco },
  { name: 'a person is added where one stands', run: addPerson },
  { name: 'a visit with an objection, by keyboard alone', run: logVisit },
  { name: 'a contract with its checklist', run: beginContract },
  { name: 'the contacts, exported for Excel and read back', run: exportContacts },
  { name: 'the clients, exported with their leading zeros', run: exportClients },
  { name: 'all of it is there after a reload', run: findAllAfterReload },
];

/** In a browser, a download. */
export function downloadOf(page: Page): TakeFile {
  return async (start) => {
    const download = page.waitForEvent('download');
    await start();
    return fs.readFileSync(await (await download).path());
  };
}

const fixtures = path.resolve(import.meta.dirname, '../fixtures');
const register = path.join(fixtures, 'biz-sk-register/rpo_sk_companies.csv');
const customers = path.join(fixtures, 'biz-customers-10000/customers-10000.csv');

/** What a person types in ten seconds, at five characters a second. */
const TEN_SECONDS = 50;

async function readInLists(page: Page): Promise<void> {
  await openWizard(page);
  await importFile(page, register, 'Klienti');
  await page.getByRole('button', { name: 'Načítať ďalší súbor' }).click();
  await importFile(page, customers, 'Kontaktné osoby');
}

async function findWhileTyping(page: Page): Promise<void> {
  // Without accents, by a short name, by digits of a telephone, by a part of an e-mail.
  await expectFound(page, 'velopolie', 'Obec Veľopolie');
  await expectFound(page, 'fox', 'Kurt Fox');
  await expectFound(page, '0437975229', 'Heather Callahan');
  await expectFound(page, '043 797', 'Heather Callahan');
  await expectFound(page, 'urangel@esp', 'Heather Callahan');
  await expectFound(page, '50005448', 'KONTAJNERY POPRAD, s. r. o.');
}

async function openDeskByIco(page: Page): Promise<void> {
  await (await openSearch(page)).fill('00323748');
  await expect(page.getByRole('option', { name: /Obec Veľopolie/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Obec Veľopolie' })).toBeVisible();
}

async function addPerson(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pridať osobu' }).click();
  await page.getByRole('combobox', { name: 'Vybrať osobu' }).fill('Ľubica Šťastná-Ďurišová');
  await page.getByRole('option', { name: 'Nová osoba: Ľubica Šťastná-Ďurišová' }).click();
  const form = page.getByRole('group', { name: 'Nová osoba' });
  await expect(form.getByRole('textbox', { name: 'Priezvisko' })).toHaveValue('Šťastná-Ďurišová');
  await form.getByRole('button', { name: 'Pridať telefón' }).click();
  await form.getByRole('textbox', { name: 'Telefónne číslo' }).fill('0905 123 456');
  await form.getByRole('button', { name: 'Pridať osobu' }).click();
  await expect(page.getByRole('link', { name: /Ľubica Šťastná-Ďurišová/ })).toBeVisible();
}

async function logVisit(page: Page): Promise<void> {
  const summary = 'Chcú 3 sudy do piatka';
  const objection = 'Drahšie ako konkurencia';
  const pressed = ['v', 'Tab', 'Control+Enter'];
  expect(pressed.length).toBeLessThanOrEqual(4);
  expect(summary.length + objection.length).toBeLessThanOrEqual(TEN_SECONDS);
  const [visit = '', next = '', write = ''] = pressed;

  await page.keyboard.press(visit);
  await expect(page.getByRole('textbox', { name: 'Čo sa dialo' })).toBeFocused();
  await page.keyboard.type(summary);
  await page.keyboard.press(next);
  await expect(page.getByRole('textbox', { name: 'Námietka' })).toBeFocused();
  await page.keyboard.type(objection);
  await page.keyboard.press(write);

  await expect(page.getByText(`Zapísané: ${summary}`)).toBeVisible();
  await expectVisitOnDesk(page, summary, objection);
}

async function beginContract(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Nová zmluva' }).click();
  await page.getByRole('textbox', { name: 'Názov zmluvy' }).fill('Rámcová zmluva 2027');
  await page.getByRole('button', { name: 'Uložiť zmluvu' }).click();
  await page.getByRole('button', { name: 'Začať kontrolný zoznam' }).click();
  await page
    .getByRole('button', { name: /^Začať: / })
    .first()
    .click();
  const items = page.getByRole('listitem').getByRole('checkbox');
  await items.nth(0).check();
  await items.nth(1).check();
  await expect(page.getByText(/^Splnené práve teraz, Zuzana Kováčová$/)).toHaveCount(2);
}

async function exportContacts(page: Page, takeFile: TakeFile): Promise<void> {
  const rows = await exportForExcel(page, takeFile, 'Kontaktné osoby');
  expect(rows).toHaveLength(10_001);
  const added = rows.find((row) => row['Priezvisko'] === 'Šťastná-Ďurišová');
  expect(added).toMatchObject({ Meno: 'Ľubica', 'Názov klienta': 'Obec Veľopolie', IČO: '00323748' });
  expect(added).toMatchObject({ 'Telefón: práca': '+421 905 123 456', PSČ: '06731' });
  expect(rows.find((row) => row['Priezvisko'] === 'Callahan' && row['Meno'] === 'Heather')).toBeDefined();
}

async function exportClients(page: Page, takeFile: TakeFile): Promise<void> {
  const rows = await exportForExcel(page, takeFile, 'Klientov');
  const village = rows.find((row) => row['Názov klienta'] === 'Obec Veľopolie');
  expect(village).toMatchObject({ IČO: '00323748', PSČ: '06731' });
}

async function findAllAfterReload(page: Page): Promise<void> {
  await page.goto(new URL('/clients', page.url()).href);
  await page.reload();
  await expect(page.getByRole('grid', { name: 'Klienti' })).toBeVisible();
  await (await openSearch(page)).fill('konkurencia');
  await page.getByRole('option', { name: /Drahšie ako konkurencia/ }).click();
  await page.getByRole('link', { name: 'Otvoriť kartu klienta' }).click();
  await expectVisitOnDesk(page, 'Chcú 3 sudy do piatka', 'Drahšie ako konkurencia');
  await expect(page.getByRole('link', { name: /Rámcová zmluva 2027/ })).toBeVisible();
}

/**
 * By the search's own key. Keys that follow each other faster than a hand are taken for a scanner's and do nothing, so
 * the key is pressed once more when the field does not come.
 */
async function openSearch(page: Page): Promise<Locator> {
  const field = page.getByRole('combobox', { name: 'Hľadanie' });
  await expect(async () => {
    if (!(await field.isVisible())) await page.keyboard.press('s');
    await expect(field).toBeFocused({ timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
  return field;
}

async function expectFound(page: Page, typed: string, name: string): Promise<void> {
  await expect(async () => {
    const field = await openSearch(page);
    // A key that was pressed once more may have come into the field.
    await field.fill('');
    await field.pressSequentially(typed);
    await expect(page.getByRole('option').filter({ hasText: name }).first()).toBeVisible();
  }).toPass({ timeout: 30_000 });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Hľadanie' })).toBeHidden();
}

async function expectVisitOnDesk(page: Page, summary: string, objection: string): Promise<void> {
  const timeline = page.getByRole('region', { name: 'História vzťahu' });
  await expect(timeline.getByText(summary)).toBeVisible();
  await expect(timeline.getByText(objection)).toBeVisible();
  await expect(page.getByText('1 otvorená námietka')).toBeVisible();
}

async function exportForExcel(
  page: Page,
  takeFile: TakeFile,
  what: string,
): Promise<Record<string, string>[]> {
  await page.getByRole('navigation', { name: 'Hlavné menu' }).getByText('Načítanie a vývoz').click();
  await page
    .locator('main')
    .getByRole('link', { name: /^Vyviezť/ })
    .click();
  await page.getByRole('radiogroup', { name: 'Čo vyviezť' }).getByText(what).click();
  await page.getByRole('radio', { name: 'CSV pre Excel' }).check();
  const bytes = await takeFile(() => page.getByRole('button', { name: /^Vyviezť [\d\s]+ / }).click());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  await expect(page.getByText(/^Hotovo: /)).toBeVisible();
  return parse(bytes, { bom: true, columns: true, delimiter: ';' });
}
