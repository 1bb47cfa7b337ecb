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
import type { ConflictRow } from '#shared/contract/sync.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test, type Watch, watchPage } from './journey.ts';
import { callProcedure, runVizitka, type Server, startServer } from './vizitka-process.ts';

const exchangedBase = path.resolve(import.meta.dirname, '../helpers/exchanged-base.ts');

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
];

const LANGUAGES = ['sk', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

interface Subjects {
  client: string;
  contact: string;
  /** Another person. */
  other: string;
  objection: string;
  meeting: string;
  promise: string;
  contract: string;
  /** A contract whose term was changed in two places. */
  contested: string;
}

interface Screen {
  name: string;
  address(subjects: Subjects): string;
  /** What must be seen, by its accessible name. */
  seen(page: Page, language: Language): Locator;
}

const SCREENS: Screen[] = [
  {
    name: 'day',
    address: () => '/day',
    seen: (page, language) =>
      page.getByRole('heading', { level: 2, name: { sk: /^Mešká/, en: /^Late/ }[language] }),
  },
  {
    name: 'week',
    address: () => '/day/week',
    seen: (page, language) =>
      page.getByRole('button', { name: { sk: 'Nasledujúci týždeň', en: 'Next week' }[language] }),
  },
  {
    name: 'evening check',
    address: () => '/day/check',
    seen: (page, language) =>
      page.getByRole('heading', {
        level: 2,
        name: { sk: /^Nič sa nezabudlo/, en: /^Nothing (was )?forgotten/ }[language],
      }),
  },
  {
    name: 'client list',
    address: () => '/clients',
    seen: (page, language) => gridNamed(page, { sk: 'Klienti', en: 'Clients' }[language]),
  },
  {
    name: 'client desk',
    address: ({ client }) => `/clients/${client}`,
    seen: (page, language) =>
      page
        .getByRole('region', { name: { sk: 'História vzťahu', en: 'Timeline' }[language] })
        .getByRole('button', { name: { sk: 'Opraviť', en: 'Correct' }[language] })
        .first(),
  },
  {
    name: 'brief',
    address: ({ client }) => `/clients/${client}/brief`,
    seen: (page, language) =>
      page
        .getByRole('region', { name: { sk: 'Stránka podkladov', en: 'Page of the brief' }[language] })
        .getByRole('heading')
        .first(),
  },
  {
    name: 'contacts',
    address: () => '/contacts',
    seen: (page, language) => gridNamed(page, { sk: 'Kontaktné osoby', en: 'Contacts' }[language]),
  },
  {
    name: 'person',
    address: ({ contact }) => `/contacts/${contact}`,
    seen: (page, language) =>
      page.getByRole('heading', {
        name: { sk: 'Pôsobenie u klientov', en: 'Positions at clients' }[language],
      }),
  },
  {
    name: 'meetings',
    address: () => '/meetings',
    seen: (page, language) => gridNamed(page, { sk: 'Stretnutia', en: 'Meetings' }[language]),
  },
  {
    name: 'meeting',
    address: ({ meeting }) => `/meetings/${meeting}`,
    seen: (page, language) =>
      page.getByRole('button', { name: { sk: 'Zapísať návštevu', en: 'Log the visit' }[language] }),
  },
  {
    name: 'new meeting',
    address: ({ client }) => `/meetings/new?client=${client}`,
    seen: (page, language) =>
      page.getByRole('heading', {
        level: 1,
        name: { sk: 'Naplánovať stretnutie', en: 'Plan a meeting' }[language],
      }),
  },
  {
    name: 'promises',
    address: () => '/promises',
    seen: (page, language) => gridNamed(page, { sk: 'Prísľuby', en: 'Promises' }[language]),
  },
  {
    name: 'promise',
    address: ({ promise }) => `/promises/${promise}`,
    seen: (page, language) =>
      page.getByRole('textbox', { name: { sk: 'Prísľub', en: 'Promise' }[language], exact: true }),
  },
  {
    name: 'requests to departments',
    address: () => '/promises/requests',
    seen: (page, language) =>
      page.getByRole('heading', {
        level: 1,
        name: { sk: 'Požiadavky na oddelenia', en: 'Requests to departments' }[language],
      }),
  },
  {
    name: 'objections',
    address: () => '/objections',
    seen: (page, language) => gridNamed(page, { sk: 'Námietky', en: 'Objections' }[language]),
  },
  {
    name: 'objection',
    address: ({ objection }) => `/objections/${objection}`,
    seen: (page, language) =>
      page.getByRole('textbox', { name: { sk: 'Námietka', en: 'Objection' }[language], exact: true }),
  },
  {
    name: 'contracts',
    address: () => '/contracts',
    seen: (page, language) => gridNamed(page, { sk: 'Zmluvy', en: 'Contracts' }[language]),
  },
  {
    name: 'contract',
    address: ({ contract }) => `/contracts/${contract}`,
    seen: (page) => page.getByRole('checkbox').first(),
  },
  {
    name: 'possible duplicates',
    address: () => '/duplicates/clients',
    seen: (page, language) =>
      page.getByRole('heading', {
        level: 1,
        name: { sk: 'Možné duplicity', en: 'Possible duplicates' }[language],
      }),
  },
  {
    name: 'two people compared',
    address: ({ contact, other }) => `/duplicates/contacts/${contact}/${other}`,
    seen: (page, language) => page.getByRole('button', { name: { sk: 'Zlúčiť', en: 'Merge' }[language] }),
  },
  {
    name: 'trip log',
    address: () => '/trips',
    seen: (page, language) =>
      page.getByRole('heading', { level: 1, name: { sk: 'Kniha jázd', en: 'Trip log' }[language] }),
  },
  {
    name: 'new trip',
    address: () => '/trips/new',
    seen: (page, language) =>
      page.getByRole('button', { name: { sk: 'Zapísať jazdu', en: 'Add the trip' }[language], exact: true }),
  },
  {
    name: 'calendar',
    address: () => '/calendar',
    seen: (page, language) =>
      page.getByRole('button', {
        name: { sk: 'Vybrať súbor kalendára…', en: 'Choose a calendar file…' }[language],
      }),
  },
  {
    name: 'import and export',
    address: () => '/exchange',
    seen: (page, language) =>
      page.getByRole('heading', {
        level: 1,
        name: { sk: 'Načítanie a vývoz', en: 'Import and export' }[language],
      }),
  },
  {
    name: 'export',
    address: () => '/exchange/export',
    seen: (page, language) =>
      page.getByRole('button', { name: { sk: /^Vyviezť \d+ /, en: /^Export \d+ / }[language] }),
  },
  {
    name: 'sync',
    address: () => '/sync',
    seen: (page, language) =>
      page.getByRole('button', { name: { sk: 'Vymeniť teraz', en: 'Exchange now' }[language] }),
  },
  {
    name: 'conflict desk',
    address: () => '/sync/conflicts',
    seen: (page, language) =>
      page.getByRole('button', { name: { sk: /^Vrátiť toto/, en: /^Put this back/ }[language] }).first(),
  },
  {
    name: 'a field with a conflict',
    address: ({ contested }) => `/contracts/${contested}`,
    seen: (page, language) =>
      page.getByRole('link', { name: { sk: 'Rozpor', en: 'Conflict' }[language], exact: true }).first(),
  },
  {
    name: 'settings',
    address: () => '/settings',
    seen: (page, language) =>
      page.getByRole('heading', { level: 1, name: { sk: 'Nastavenia', en: 'Settings' }[language] }),
  },
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

function gridNamed(page: Page, name: string): Locator {
  return page.getByRole('grid', { name }).getByRole('row').nth(1);
}

/** A contract with a checklist, its client, a person and an objection. */
async function findSubjects(profile: string): Promise<Subjects> {
  interface Listed {
    rows: { id: string; client: string; items: number }[];
  }
  const list = (what: string, more = {}) =>
    callProcedure<Listed>(profile, `${what}.list`, { filter: {}, limit: 100, ...more });
  const contract = (await list('contracts')).rows.find(({ items }) => items > 0);
  const [contact, other] = (await list('contacts')).rows;
  const [objection] = (await list('objections')).rows;
  const [promise] = (await list('promises', { today: '2026-01-01' })).rows;
  const meeting = (await list('meetingPlans')).rows.find(({ items }) => items > 0);
  if (!contract || !contact || !other || !objection || !promise || !meeting)
    throw new Error('the demo base lacks what a screen is looked at with');
  const found = await callProcedure<{ rows: ConflictRow[] }>(profile, 'conflicts.list');
  const contested = found.rows.find(({ unit }) => unit === 'term')?.record;
  if (!contested) throw new Error('the base has no conflict about a term');
  return {
    client: contract.client,
    contact: contact.id,
    other: other.id,
    objection: objection.id,
    meeting: meeting.id,
    promise: promise.id,
    contract: contract.id,
    contested,
  };
}

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
