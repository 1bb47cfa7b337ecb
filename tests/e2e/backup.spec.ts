/** A backup of one computer, restored on an empty one with the recovery code; and a base that is damaged. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { beginInSlovak } from './first-start.ts';
import { prepareBase } from './prepare-base.ts';
import { callProcedure, type Server, startServer } from './vizitka-process.ts';

let folder: string;
let servers: Server[];

test.beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vizitka-backup-'));
  servers = [];
});

test.afterEach(async () => {
  for (const server of servers) await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function open(page: Page, profile: string): Promise<Server> {
  const server = await startServer(profile);
  servers.push(server);
  await page.goto(server.address);
  return server;
}

/** Settings are opened from the rail, as a person does. */
async function openSettings(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Nastavenia' }).click();
  await expect(page.getByRole('heading', { name: 'Zálohy', exact: true })).toBeVisible();
}

test('a backup of the old computer opens on an empty one with the recovery code', async ({ page }) => {
  const old = await open(page, path.join(folder, 'old'));
  const code = await beginInSlovak(page, 'Začať s prázdnou databázou', 'kept');
  await callProcedure(path.join(folder, 'old'), 'clients.create', {
    id: '0198c0de-0000-7000-8000-000000000001',
    values: { name: 'Lipová píla', status: 'prospect' },
  });
  await expect(page.getByText('Lipová píla').first()).toBeVisible();

  await openSettings(page);
  await expect(page.getByText('Zatiaľ nie je žiadna záloha.')).toBeVisible();
  await page.getByRole('button', { name: 'Zálohovať teraz' }).click();
  await expect(page.getByText('Je v nej všetko, čo ste zapísali.')).toBeVisible();
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Stiahnuť/ }).click(),
  ]);
  const file = path.join(folder, download.suggestedFilename());
  await download.saveAs(file);
  expect(file).toMatch(/vizitka-.+\.vzb$/);
  expect(fs.readFileSync(file).includes('Lipová')).toBe(false);
  await old.stop();

  await open(page, path.join(folder, 'new'));
  await expect(page.getByRole('heading', { name: 'Vitajte vo Vizitke' })).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Obnoviť zo zálohy/ }).click();
  await (await chooser).setFiles(file);
  const dialog = page.getByRole('dialog', { name: 'Obnoviť zo zálohy' });
  await expect(dialog.getByText('1 klient', { exact: true })).toBeVisible();
  await expectAccessible(page);
  const field = dialog.getByRole('textbox', { name: 'Záchranný kód zálohy' });
  await field.fill('ABCDE');
  await dialog.getByRole('button', { name: 'Obnoviť', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('nič sa nezmenilo');
  await field.fill(code);
  await field.press('Enter');
  await expect(page.getByText(/Databáza je obnovená\./)).toBeVisible();
  await expect(page.getByText('Lipová píla').first()).toBeVisible();
  await expectAccessible(page);
});

test('a damaged base offers the newest backup and brings over what that does not hold', async ({ page }) => {
  const profile = path.join(folder, 'base');
  await prepareBase(profile);
  const first = await open(page, profile);
  await openSettings(page);
  await page.getByRole('button', { name: 'Zálohovať teraz' }).click();
  await expect(page.getByText('Je v nej všetko, čo ste zapísali.')).toBeVisible();
  await first.kill();
  servers = [];
  await callProcedure(profile, 'clients.create', {
    id: '0198c0de-0000-7000-8000-000000000002',
    values: { name: 'Kováčstvo Neodoslané', status: 'prospect' },
  });
  const file = path.join(profile, 'vizitka.db');
  const bytes = fs.readFileSync(file);
  bytes.fill(0, 0, 4096);
  fs.writeFileSync(file, bytes);

  await open(page, profile);
  await expect(page.getByRole('heading', { name: 'Databáza je poškodená' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Najnovšia záloha/ })).toBeVisible();
  // The newest is the only one: there are no others to list, and what is kept aside is said once.
  await expect(page.getByRole('table')).toHaveCount(0);
  await expect(page.getByText(/poškodený súbor zostane odložený/i)).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Najnovšia záloha/ }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Obnoviť zo zálohy' });
  await expect(dialog.getByText('1 klient', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Obnoviť', exact: true }).click();
  await expect(page.getByText(/Zachránená bola 1 zmena, ktorá v zálohe nebola\./)).toBeVisible();
  await expect(page.getByText('Kováčstvo Neodoslané').first()).toBeVisible();
  await expect(page.getByText('Lipová píla').first()).toBeVisible();
  const [aside] = fs.readdirSync(path.join(profile, 'aside'));
  expect(fs.readFileSync(path.join(profile, 'aside', aside ?? '', 'vizitka.db')).equals(bytes)).toBe(true);
});
