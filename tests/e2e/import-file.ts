/** A file taken through the wizard by its own buttons. */
import { expect, type Page } from '@playwright/test';

/** A file that exists only here. */
export interface MadeFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** 40,000 firms: long enough that something can be done before it is read in. */
export function longList(): MadeFile {
  const rows = Array.from({ length: 40_000 }, (_, no) => `Firma ${no}, s. r. o.;Mesto ${no % 100}`);
  const text = ['Názov;Mesto', ...rows].join('\r\n');
  return { name: 'firmy.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
}

/** The first step of the wizard, from any screen. */
export async function openWizard(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Hlavné menu' }).getByText('Načítanie a vývoz').click();
  await page
    .locator('main')
    .getByRole('link', { name: /^Načítať/ })
    .click();
}

/** Chooses the file in the first step; the wizard goes on by itself. */
export async function chooseFile(page: Page, file: string | MadeFile): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Presuňte sem súbor alebo ho vyberte' }).click();
  await (await chooser).setFiles(file);
}

/** From the chosen file to the result, taking every row that can be taken. */
export async function importFile(page: Page, file: string, as: 'Kontaktné osoby' | 'Klienti'): Promise<void> {
  await chooseFile(page, file);
  await expect(page.getByRole('heading', { name: 'Čo v súbore je' })).toBeVisible();
  await page.getByRole('radiogroup', { name: 'V súbore sú' }).getByText(as).click();
  await expect(page.getByRole('radio', { name: as })).toBeChecked();
  await page.getByRole('button', { name: 'Ďalej' }).click();
  // The button knows its number when the whole file has been gone through.
  await page.getByRole('button', { name: /^Načítať .*riad/ }).click({ timeout: 40_000 });
  await expect(page.getByRole('heading', { name: 'Načítané' })).toBeVisible({ timeout: 40_000 });
}
