/** Backups in the desktop window: a second place by the system's dialog, and a restore on an empty computer. */
import fs from 'node:fs';
import path from 'node:path';
import { beginInSlovak } from '../first-start.ts';
import { prepareBase } from '../prepare-base.ts';
import { expect, test } from './desktop.ts';

const backupsIn = (folder: string) => fs.readdirSync(folder).filter((name) => name.endsWith('.vzb'));

test('the second place is chosen in the system dialog and filled; a quit after a change adds a backup', async ({
  launch,
  profile,
}) => {
  await prepareBase(profile);
  const place = `${profile}-usb`;
  fs.mkdirSync(place);
  const desktop = await launch();
  const { page } = desktop;
  await page.getByRole('link', { name: 'Nastavenia' }).click();
  await page.getByRole('button', { name: 'Zálohovať teraz' }).click();
  await expect(page.getByText('Je v nej všetko, čo ste zapísali.')).toBeVisible();
  await desktop.evaluateMain(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, place);
  await page.getByRole('button', { name: 'Vybrať priečinok alebo USB kľúč…' }).click();
  await expect(page.getByText('Aj tu je najnovšia záloha.')).toBeVisible();
  expect(backupsIn(place)).toHaveLength(1);
  await page.getByRole('link', { name: 'Klienti' }).click();
  await page.getByRole('button', { name: 'Nový klient' }).first().click();
  await page.getByRole('textbox', { name: 'Názov' }).fill('Pred koncom');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Pred koncom').first()).toBeVisible();
  expect(await desktop.close()).toBe(0);
  expect(backupsIn(path.join(profile, 'backups'))).toHaveLength(2);
});

test('an empty computer is filled from a backup by its code, and opens by itself from then on', async ({
  launch,
  profile,
}) => {
  const old = await launch({ profile: `${profile}-old` });
  const code = await beginInSlovak(old.page, 'Začať s prázdnou databázou', 'kept');
  await old.page.getByRole('link', { name: 'Pridať prvého klienta' }).click();
  await old.page.getByRole('textbox', { name: 'Názov' }).fill('Zo starého počítača');
  await old.page.keyboard.press('Control+Enter');
  await expect(old.page.getByText('Zo starého počítača').first()).toBeVisible();
  expect(await old.close()).toBe(0);
  const [name = ''] = backupsIn(path.join(`${profile}-old`, 'backups'))
    .toSorted()
    .toReversed();

  const fresh = await launch();
  const { page } = fresh;
  await expect(page.getByRole('heading', { name: 'Vitajte vo Vizitke' })).toBeVisible();
  await page
    .locator('input[type=file][accept=".vzb"]')
    .setInputFiles(path.join(`${profile}-old`, 'backups', name));
  const dialog = page.getByRole('dialog', { name: 'Obnoviť zo zálohy' });
  const field = dialog.getByRole('textbox', { name: 'Záchranný kód zálohy' });
  await expect(dialog.getByText('1 klient', { exact: true })).toBeVisible();
  await field.fill(code);
  await dialog.getByRole('button', { name: 'Obnoviť', exact: true }).click();
  await expect(page.getByText(/Databáza je obnovená\./)).toBeVisible();
  await expect(page.getByText('Zo starého počítača').first()).toBeVisible();
  expect(await fresh.close()).toBe(0);

  const again = await launch();
  await expect(again.page.getByText('Zo starého počítača').first()).toBeVisible();
  expect(await again.close()).toBe(0);
});
