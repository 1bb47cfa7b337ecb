/**
 * Every screen over the demo base as it is after some days with a team, in both languages: it comes up without an error, is accessible in light and dark,
 * and fits 1366×768 and a tablet of 1024×768 with nothing cut off.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test, type Watch, watchPage } from './journey.ts';
import { findSubjects, LANGUAGES, SCREENS, type Subjects } from './screens.ts';
import { callProcedure, runVizitka, type Server, startServer } from './vizitka-process.ts';

const exchangedBase = path.resolve(import.meta.dirname, '../helpers/exchanged-base.ts');

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
];

for (const language of LANGUAGES) {
  test.describe(`screens in ${language}`, () => {
    let folder: string;
    let server: Server | undefined;
    let address = '';
    let context: BrowserContext | undefined;
    let page: Page;
    let watch: Watch;
    let subjects: Subjects;

    test.beforeAll(async ({ browser }) => {
      folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'vizitka-screens-')));
      const profile = path.join(folder, 'base');
      expect(await runVizitka(profile, ['demo'])).toMatchObject({ code: 0 });
      execFileSync(process.execPath, [exchangedBase, profile]);
      server = await startServer(profile, { language });
      address = server.address;
      await callProcedure(profile, 'settings.setUp', { language, country: 'SK', name: 'Zuzana Kováčová' });
      subjects = await findSubjects(profile);
      context = await browser.newContext({ locale: language, reducedMotion: 'reduce' });
      page = await context.newPage();
      watch = { errors: [], foreign: [] };
      await watchPage(page, watch);
      await page.goto(address);
    });
    test.afterAll(async () => {
      // Also when the first of them has not come up.
      await context?.close();
      await server?.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    });

    for (const screen of SCREENS) {
      test(screen.name, async () => {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(new URL(screen.address(subjects), address).href);
        await expectFits(page, screen.seen(page, language));
        await expectAccessible(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
        // Only the colours are others in the dark.
        await expectAccessible(page, { rules: ['color-contrast'] });
        expect(watch).toEqual({ errors: [], foreign: [] });
      });
    }
  });
}

test('the first start in both languages', async ({ page, start, watch }) => {
  const server = await start({ language: 'en' });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(server.address);
  for (const [choice, welcome] of [
    ['English', 'Welcome to Vizitka'],
    ['Slovenčina', 'Vitajte vo Vizitke'],
  ] as const) {
    await page.getByRole('radiogroup').getByText(choice).click();
    await expectFits(page, page.getByRole('heading', { level: 1, name: welcome }));
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, { rules: ['color-contrast'] });
    await page.emulateMedia({ colorScheme: 'light' });
    await expectAccessible(page);
  }
  await page.getByRole('button', { name: /Začať s prázdnou databázou/ }).click();
  await expect(page.getByText('Napíšte svoje meno, aby bolo jasné, kto čo zapísal.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Vaše meno' }).fill('Zuzana Kováčová');
  await page.getByRole('button', { name: /Začať s prázdnou databázou/ }).click();
  await expectFits(page, page.getByRole('heading', { level: 1, name: 'Záchranný kód' }));
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, { rules: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: 'light' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Neskôr' }).click();
  // An empty base says what would be here and offers the first step.
  await expect(page.getByRole('heading', { name: 'Tu budú vaši klienti' })).toBeVisible();
  await expectAccessible(page);
  // Nobody is asked to join a firm; the way to it stands in the rail.
  await page.goto(new URL('/sync', server.address).href);
  await expectFits(page, page.getByRole('heading', { name: 'Pripojiť sa k firme' }));
  await page.getByRole('button', { name: 'Pripojiť sa' }).click();
  await expect(page.getByText('Toto treba vyplniť.')).toHaveCount(4);
  await expectAccessible(page);
  expect(watch.errors).toEqual([]);
});

/** Seen at both sizes, nothing beside the window, and no word of a button or heading cut off. */
async function expectFits(page: Page, seen: Locator): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expect(seen).toBeVisible();
    await expect(seen).toBeInViewport();
    expect(await page.evaluate(findCutOff), `nothing is cut off at ${size.width}`).toEqual([]);
  }
}

/** Runs in the window: visible words that do not fit their place and have no tip with the whole text. */
function findCutOff(): string[] {
  const found: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth - clientWidth} px too wide`);
  for (const element of document.querySelectorAll('h1, h2, h3, button, button *, [role=tab], label, a')) {
    if (!(element instanceof HTMLElement)) continue;
    const shown =
      element.checkVisibility() && element.getClientRects().length > 0 && element.innerText.trim();
    const hides = getComputedStyle(element).overflowX !== 'visible';
    const isForReaders = element.clientWidth <= 1;
    if (!shown || !hides || isForReaders || element.closest('[title]')) continue;
    if (element.scrollWidth > element.clientWidth + 1) found.push(element.innerText.trim());
  }
  return found;
}
