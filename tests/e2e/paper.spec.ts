/** Columns in an order of one's own, the palette by keyboard alone, and lists on paper. */
import type { Locator, Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './journey.ts';
import { callProcedure, runVizitka } from './vizitka-process.ts';

async function pdfOf(page: Page): Promise<{ pages: string[]; wide: boolean }> {
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: false });
  const [left = 0, bottom = 0, right = 0, top = 0] = (await document.getPage(1)).view;
  return { pages: text, wide: right - left > top - bottom };
}

async function beginDemo(profile: string): Promise<void> {
  expect(await runVizitka(profile, ['demo'])).toMatchObject({ code: 0 });
  await callProcedure(profile, 'settings.setUp', { language: 'sk', country: 'SK', name: 'Zuzana Kováčová' });
}

/** What is typed before the field has the focus is lost. */
async function openSearch(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Hľadanie' })).toBeFocused();
}

/** It hears Escape once the focus has come into it. */
async function expectInside(chooser: Locator): Promise<void> {
  await expect(chooser.getByRole('checkbox').first()).toBeVisible();
  await expect.poll(() => chooser.evaluate((one) => one.contains(document.activeElement))).toBe(true);
}

const heads = (page: Page, name: string) =>
  page.getByRole('grid', { name }).getByRole('columnheader').allInnerTexts();

test('columns are chosen, ordered by keyboard, remembered, and put back', async ({
  page,
  profile,
  start,
  watch,
}) => {
  await beginDemo(profile);
  const server = await start();
  await page.goto(server.address);
  for (const [place, name] of [
    ['/contacts', 'Kontaktné osoby'],
    ['/objections', 'Námietky'],
    ['/contracts', 'Zmluvy'],
    ['/clients', 'Klienti'],
  ] as const) {
    await page.goto(new URL(place, server.address).href);
    await page.getByRole('button', { name: 'Stĺpce', exact: true }).click();
    const chooser = page.getByRole('dialog');
    await expectInside(chooser);
    await page.keyboard.press('Escape');
    await expect(chooser).toBeHidden();
    await expect(page.getByRole('grid', { name })).toBeVisible();
  }
  const before = await heads(page, 'Klienti');
  expect(before.slice(0, 3)).toEqual(['Názov', 'Mesto', 'IČO']);
  await page.getByRole('button', { name: 'Stĺpce', exact: true }).click();
  const chooser = page.getByRole('dialog');
  await expectInside(chooser);
  await expectAccessible(page, { within: '[role=dialog]' });
  await chooser.getByRole('checkbox', { name: 'IČO' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(chooser.getByRole('checkbox', { name: 'IČO' })).toBeFocused();
  await chooser.getByRole('checkbox', { name: 'Mesto' }).uncheck();
  // By mouse: the tier is drawn onto the place of the state.
  await chooser.locator('[data-key=tier]').dragTo(chooser.locator('[data-key=status]'));
  await page.keyboard.press('Escape');
  await expect
    .poll(async () => (await heads(page, 'Klienti')).slice(0, 3))
    .toEqual(['IČO', 'Názov', 'Úroveň']);
  const chosen = await heads(page, 'Klienti');

  await page.reload();
  await expect(page.getByRole('grid', { name: 'Klienti' }).getByRole('row').nth(1)).toBeVisible();
  await expect.poll(() => heads(page, 'Klienti')).toEqual(chosen);
  await page.getByRole('button', { name: 'Stĺpce', exact: true }).click();
  await page.getByRole('button', { name: 'Pôvodné stĺpce' }).click();
  await expect.poll(() => heads(page, 'Klienti')).toEqual(before);
  expect(watch.errors).toEqual([]);
});

test('a list on paper has every row, its filter and its columns, with diacritics', async ({
  page,
  profile,
  start,
  watch,
}) => {
  await beginDemo(profile);
  const server = await start();
  await page.goto(server.address);
  await page.goto(new URL('/clients', server.address).href);
  const { rows, total } = await callProcedure<{ total: number; rows: { name: string }[] }>(
    profile,
    'clients.list',
    { filter: {}, limit: 500 },
  );
  expect(total).toBeGreaterThan(40);

  // By keyboard alone, and without accents.
  await expect(page.getByRole('grid', { name: 'Klienti' }).getByRole('row').nth(1)).toBeVisible();
  await openSearch(page);
  await page.keyboard.type('tlacit zobrazeny zoznam');
  await expect(page.getByRole('option', { name: /Tlačiť zobrazený zoznam/ })).toBeVisible();
  await expect(page.getByRole('option', { selected: true })).toContainText('Tlačiť zobrazený zoznam');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Tlač' });
  await expect(dialog.getByRole('heading', { level: 1, name: 'Klienti' })).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'light' });

  const list = await pdfOf(page);
  const whole = list.pages.join('\n').replace(/\s+/g, ' ');
  for (const { name } of rows) expect(whole).toContain(name);
  expect(list.wide).toBe(true);
  expect(list.pages.length).toBeGreaterThan(1);
  for (const [at, text] of list.pages.entries()) {
    expect(text).toContain('Segment');
    expect(text).toContain(`${at + 1} / ${list.pages.length}`);
  }
  expect(whole).toMatch(/\d+ klientov · Vytlačené .*, Zuzana Kováčová/);
  expect(whole).toContain('Zoradené podľa: Názov');
  // The window around the page is not printed.
  expect(whole).not.toContain('Zavrieť');
  expect(whole).not.toContain('Nastavenia');

  await dialog.getByText('Na telefonovanie', { exact: true }).click();
  const calls = await pdfOf(page);
  expect(calls.wide).toBe(false);
  expect(calls.pages.join(' ').replace(/\s+/g, ' ')).toContain('Poznámky');
  await expect(dialog.getByRole('row')).toHaveCount(total + 1);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // What was given lately stands first.
  await openSearch(page);
  await expect(page.getByRole('option').first()).toContainText('Tlačiť zobrazený zoznam');
  await page.keyboard.press('Escape');

  await page.goto(new URL('/contacts', server.address).href);
  await page.getByRole('searchbox').fill('nov');
  await expect(page.getByRole('status').filter({ hasText: /^\d+ os/ })).toBeVisible();
  const found = await callProcedure<{ total: number }>(profile, 'contacts.list', { filter: { text: 'nov' } });
  await expect(page.getByRole('status').filter({ hasText: new RegExp(`^${found.total} os`) })).toBeVisible();
  await page.getByRole('button', { name: 'Tlačiť zoznam' }).click();
  await expect(dialog.getByText('Hľadané: nov')).toBeVisible();
  await expect(dialog.getByRole('row')).toHaveCount(found.total + 1);
  expect(watch.errors).toEqual([]);
});

test('what can be done depends on the screen', async ({ page, profile, start }) => {
  await beginDemo(profile);
  const server = await start();
  await page.goto(server.address);
  await page.goto(new URL('/settings', server.address).href);
  await expect(page.getByRole('heading', { level: 1, name: 'Nastavenia' })).toBeVisible();
  await openSearch(page);
  await page.keyboard.type('tlacit');
  await expect(page.getByRole('option', { name: /Tlačiť/ })).toHaveCount(0);
  await expect(page.getByRole('option', { name: /Zapísať návštevu u tohto klienta/ })).toHaveCount(0);
  await page.keyboard.press('Escape');

  // On a client's desk its own commands stand first, and do what their keys do.
  const { rows } = await callProcedure<{ rows: { id: string }[] }>(profile, 'clients.list', { filter: {} });
  await page.goto(new URL(`/clients/${rows[0]?.id}`, server.address).href);
  await expect(page.getByRole('tab').first()).toBeVisible();
  await openSearch(page);
  await page.keyboard.type('zapisat navstevu u tohto klienta');
  await expect(page.getByRole('option', { selected: true })).toContainText(
    'Zapísať návštevu u tohto klienta',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Zapísať návštevu/ })).toBeVisible();
});
