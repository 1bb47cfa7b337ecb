/** Two windows on one base, a dead engine, and the way back. */
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { chooseFile, importFile, longList, openWizard } from './import-file.ts';
import { expect, test, type Watch, watchPage } from './journey.ts';
import { prepareBase } from './prepare-base.ts';
import { callProcedure, runVizitka } from './vizitka-process.ts';

const register = path.resolve(import.meta.dirname, '../fixtures/biz-sk-register/rpo_sk_companies.csv');

test('two windows agree after an edit, and undo reaches both', async ({ page, profile, start, watch }) => {
  const client = await prepareBase(profile);
  const server = await start();
  await page.goto(server.address);
  const other = await page.context().newPage();
  await watchPage(other, watch);
  for (const window of [page, other]) {
    await window.goto(new URL(`/clients/${client}`, server.address).href);
    await expect(headOf(window, 'Lipová píla, s. r. o.')).toBeVisible();
    await window.getByRole('tab', { name: 'Údaje' }).click();
  }

  const name = fieldIn(page, 'Názov');
  await name.fill('Dubová píla, a. s.');
  await name.press('Enter');
  await expect(headOf(page, 'Dubová píla, a. s.')).toBeVisible();
  await expect(headOf(other, 'Dubová píla, a. s.')).toBeVisible();
  await expect(fieldIn(other, 'Názov')).toHaveValue('Dubová píla, a. s.');

  await fieldIn(other, 'Ulica a číslo').fill('Dlhá 7');
  await fieldIn(other, 'Ulica a číslo').press('Enter');
  await expect(fieldIn(page, 'Ulica a číslo')).toHaveValue('Dlhá 7');

  // The other window takes back the last action, then the one before it.
  await takeBackLast(other);
  await expect(fieldIn(page, 'Ulica a číslo')).toHaveValue('');
  await takeBackLast(other);
  await expect(headOf(page, 'Lipová píla, s. r. o.')).toBeVisible();
  await expect(page.getByText('Medzitým sa to zmenilo inde', { exact: false })).toHaveCount(0);
});

test('what one types in one window is not overwritten from the other without a word', async ({
  page,
  profile,
  start,
  watch,
}) => {
  const client = await prepareBase(profile);
  const server = await start();
  await page.goto(server.address);
  await page.goto(new URL(`/clients/${client}`, server.address).href);
  await page.getByRole('tab', { name: 'Údaje' }).click();
  // Not valid yet, so it waits as a draft.
  await fieldIn(page, 'IČO').fill('1234');
  await callProcedure(profile, 'clients.edit', { id: client, values: { ico: '50005448' } });
  await expect(page.getByText('Medzitým sa to zmenilo inde. Uložením prepíšete: 50005448')).toBeVisible();
  await expect(fieldIn(page, 'IČO')).toHaveValue('1234');
  expect(watch.foreign).toEqual([]);
});

test('a draft survives a reload and a killed engine', async ({ page, profile, start }) => {
  const client = await prepareBase(profile);
  const server = await start();
  const { port } = new URL(server.address);
  const errors: Watch = { errors: [], foreign: [] };
  await watchPage(page, errors);
  await page.goto(server.address);
  await page.goto(new URL(`/clients/${client}`, server.address).href);
  await page
    .getByRole('button', { name: 'návšteva' })
    .or(page.getByRole('radio', { name: 'návšteva' }))
    .click();
  const summary = page.getByRole('textbox', { name: 'Čo sa dialo' });
  await summary.fill('Chcú vidieť vzorky dubových hranolov');
  await expectDraftKept(profile, 'vzorky dubových hranolov');

  await page.reload();
  await expect(summary).toHaveValue('Chcú vidieť vzorky dubových hranolov');
  await expect(page.getByText('Pokračujete v tom, čo ste rozpísali.')).toBeVisible();
  await summary.fill('Chcú vidieť vzorky dubových hranolov, aj smrek');
  await expectDraftKept(profile, 'aj smrek');

  await server.kill();
  await expect(page.getByRole('alert').filter({ hasText: 'Jadro Vizitky sa znova spúšťa' })).toBeVisible();
  await expect(summary).toHaveValue('Chcú vidieť vzorky dubových hranolov, aj smrek');
  await summary.pressSequentially(' a buk');

  const restarted = await start({ port: Number(port) });
  await page.goto(restarted.address);
  await page.goto(new URL(`/clients/${client}`, restarted.address).href);
  await expect(page.getByText('Minule sa Vizitka neukončila riadne', { exact: false })).toBeVisible();
  await expect(summary).toHaveValue(/^Chcú vidieť vzorky dubových hranolov, aj smrek/);
  await summary.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'História vzťahu' }).getByText(/aj smrek/)).toBeVisible();
  expect(await runVizitka(profile, ['verify'])).toMatchObject({ code: 0, err: '' });
});

test('an import that is stopped under way leaves nothing behind', async ({ page, profile, start, watch }) => {
  await prepareBase(profile);
  const server = await start();
  await page.goto(server.address);
  await openWizard(page);
  await chooseFile(page, longList());
  await page.getByRole('button', { name: 'Ďalej' }).click();
  await page.getByRole('button', { name: /^Načítať .*riad/ }).click({ timeout: 40_000 });
  await expect(page.getByText(/\d z 40.000 riadkov/)).toBeVisible();
  await page.getByRole('button', { name: 'Zrušiť načítanie' }).click();
  await expect(page.getByText('Načítanie je zrušené, nič sa nezapísalo.')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText(/\D1 klient0 /);
  expect(await runVizitka(profile, ['verify'])).toMatchObject({ code: 0, err: '' });
  expect(watch.errors).toEqual([]);
});

test('an import is taken back as a whole', async ({ page, profile, start, watch }) => {
  await prepareBase(profile);
  const server = await start();
  await page.goto(server.address);
  await openWizard(page);
  await importFile(page, register, 'Klienti');
  await expect(page.getByRole('contentinfo')).toContainText('419 klientov');
  await page.getByRole('heading', { name: 'Načítané' }).focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('contentinfo')).toContainText(/\D1 klient0 /);

  // The same file again, and back again by the button on the list of imports.
  await page.getByRole('button', { name: 'Načítať ďalší súbor' }).click();
  await importFile(page, register, 'Klienti');
  await page.getByRole('link', { name: 'Načítanie a vývoz' }).first().click();
  await page
    .getByRole('button', { name: /^Vziať späť: / })
    .first()
    .click();
  await expect(page.getByRole('contentinfo')).toContainText(/\D1 klient0 /);
  expect(watch.errors).toEqual([]);
});

function headOf(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 1, name });
}

function fieldIn(page: Page, label: string): Locator {
  return page.getByRole('tabpanel').getByRole('textbox', { name: label, exact: true });
}

async function takeBackLast(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Údaje' }).focus();
  await page.keyboard.press('Control+z');
}

/** The draft is in the base, not only on the screen. */
async function expectDraftKept(profile: string, part: string): Promise<void> {
  await expect
    .poll(async () => JSON.stringify(await callProcedure(profile, 'drafts.list')), { timeout: 15_000 })
    .toContain(part);
}
