/** A negotiation from its brief to the next one: prepared, printed, written down beside the page, promised, kept. */
import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './journey.ts';
import { prepareBrief } from './prepare-brief.ts';

const DIACRITICS = 'ľščťžýáíéúäôňŕĺ ĽŠČŤŽÝÁÍÉÚÄÔŇŔĹ';

/** What stands on each page of the paper, and the names of the fonts that it brings along. */
async function paperOf(page: Page): Promise<{ pages: string[]; embedded: boolean }> {
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: false });
  return {
    pages: text.map((one) => one.replace(/\s+/g, ' ')),
    embedded: /\/FontName \/[A-Z]{6}\+Inter/.test(bytes.toString('latin1')),
  };
}

const sheet = (page: Page) => page.getByRole('region', { name: 'Stránka podkladov' });
const promiseBox = (page: Page, text: string) =>
  sheet(page).getByRole('checkbox', { name: `Splnené: ${text}` });

test('prepared, printed on one page, written down beside it, and the next brief knows what was promised', async ({
  page,
  profile,
  start,
  watch,
}) => {
  const { client, meeting } = prepareBrief(profile, 'usual');
  const server = await start();
  await page.goto(server.address);
  const go = (address: string) => page.goto(new URL(address, server.address).href);

  await test.step('the page has what matters, and the paper says the same', async () => {
    await go(`/meetings/${meeting}`);
    await page.getByRole('link', { name: 'Podklady' }).click();
    await expect(page.getByRole('heading', { name: 'Drevovýroba Ľubochňa, s. r. o.' })).toBeVisible();
    const warnings = page.getByRole('region', { name: 'Na čo si dať pozor' });
    await expect(warnings).toContainText('1 náš prísľub mešká');
    await expect(warnings).toContainText('Proti nám: Mária Kôšová');
    await expect(promiseBox(page, 'Poslať vzorky lepených dosiek')).toBeVisible();
    const { pages, embedded } = await paperOf(page);
    expect(pages).toHaveLength(1);
    expect(embedded).toBe(true);
    for (const text of [
      'Podklady na stretnutie · rokovanie',
      'Drevovýroba Ľubochňa, s. r. o.',
      DIACRITICS,
      'Cena +3 %, splatnosť 60 dní',
      'Poslať vzorky lepených dosiek',
      'Lesná píla dáva o 4 % menej',
      'Prepočet ceny na hotový výrobok',
      'Stabilná cena na celý rok',
      'Rámcová zmluva 0 (RZ-0)',
      'mešká 3 dni',
      'hotové 0 z 8',
      'Zuzana Kováčová',
    ])
      expect(pages[0]).toContain(text);
    expect(pages[0]).not.toContain('Zapísať návštevu');
  });

  await test.step('one key hides what is not for the client, on the screen and on paper', async () => {
    await page.keyboard.press('Escape');
    await expect(
      page.getByRole('status').filter({ hasText: 'Skryté je, čo nie je pre klienta' }),
    ).toBeVisible();
    const [text] = (await paperOf(page)).pages;
    for (const secret of [
      'Cena +3 %',
      'Lesná píla',
      'Proti nám',
      'kľúčový',
      'Cieľ 0',
      'Zľava 6 %',
      'výpoveď',
    ])
      expect(text).not.toContain(secret);
    expect(text).toContain('Poslať vzorky lepených dosiek');
    await page.getByRole('button', { name: 'Ukázať všetko' }).click();
    await expect(sheet(page)).toContainText('Lesná píla');
  });

  await test.step('in large type, accessible', async () => {
    await page.keyboard.press('f');
    const stand = page.getByRole('main', { name: 'Zväčšiť' });
    await expect(stand.getByRole('heading', { name: 'Drevovýroba Ľubochňa, s. r. o.' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(stand.getByRole('button', { name: 'Klient vidí obrazovku' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(stand).not.toContainText('Cena +3 %');
    await expectAccessible(page, { within: '[data-stand]' });
    await page.keyboard.press('h');
    await expect(stand).toContainText('Cena +3 %');
    await page.keyboard.press('f');
    await expect(stand).toHaveCount(0);
  });

  await test.step('the visit is written beside the page, filled in from the meeting', async () => {
    await page.getByRole('button', { name: 'Zapísať návštevu' }).click();
    const form = page.getByTestId('composer-form');
    await expect(form.getByRole('textbox', { name: 'Miesto' })).toHaveValue('Ľubochňa, sídlo firmy');
    await expect(sheet(page)).toBeInViewport();
    await expectAccessible(page);
    await form.getByRole('textbox', { name: 'Čo sa dialo' }).fill('Dohodli sme plus 4 %.');
    await form.getByRole('textbox', { name: 'Prísľub' }).fill('Návrh dodatku k zmluve');
    await promiseBox(page, 'Poslať vzorky lepených dosiek').click();
    await expect(promiseBox(page, 'Poslať vzorky lepených dosiek')).toHaveCount(0);
    await form.getByRole('textbox', { name: 'Čo sa dialo' }).press('Control+Enter');
    await expect(form).toHaveCount(0);
    await expect(promiseBox(page, 'Návrh dodatku k zmluve')).toBeVisible();
  });

  await test.step('the next brief counts from this visit and has its promise', async () => {
    await go(`/clients/${client}`);
    await expect(page.getByRole('button', { name: 'Podklady' })).toBeVisible();
    await page.keyboard.press('b');
    await expect(promiseBox(page, 'Návrh dodatku k zmluve')).toBeVisible();
    await expect(promiseBox(page, 'Poslať vzorky lepených dosiek')).toHaveCount(0);
    const [text] = (await paperOf(page)).pages;
    expect(text).toContain('Sľúbili sme');
    expect(text).not.toContain('Pýtali sa na termín vzoriek');
    expect(text).not.toContain('náš prísľub mešká');
  });
  expect(watch.errors).toEqual([]);
});

test('more than any page holds fits one page, in English for a German client, and counts what it leaves out', async ({
  page,
  profile,
  start,
}) => {
  const { client, meeting } = prepareBrief(profile, 'full');
  const server = await start();
  await page.goto(server.address);
  for (const address of [`/meetings/${meeting}/brief`, `/clients/${client}/brief`]) {
    await page.goto(new URL(address, server.address).href);
    await expect(sheet(page).getByRole('heading', { name: 'Open promises' })).toBeVisible();
    const { pages } = await paperOf(page);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('promises of ours are late');
    expect(pages[0]).toMatch(/and \d+ more entries/);
    // The last line of the page.
    expect(pages[0]).toContain('Zuzana Kováčová');
  }
  await page.getByRole('radiogroup', { name: 'Jazyk podkladov' }).getByText('Slovenčina').click();
  await expect(sheet(page).getByRole('heading', { name: 'Otvorené prísľuby' })).toBeVisible();
  expect((await paperOf(page)).pages).toHaveLength(1);
});
