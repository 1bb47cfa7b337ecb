/** Visits as a rep writes them: at once and by keyboard alone, the next morning, corrected; and the way there. */
import { randomUUID } from 'node:crypto';
import { type Locator, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './journey.ts';
import { downloadOf } from './main-job.ts';
import { prepareBase } from './prepare-base.ts';
import { callProcedure } from './vizitka-process.ts';

test.setTimeout(120_000);

const SUMMARY = 'Chcú dve palety do piatku';
const OBJECTION = 'Drahšie ako konkurencia';

async function addClient(profile: string): Promise<string> {
  const id = randomUUID();
  const values = { name: 'Želiarska pekáreň, s. r. o.', town: 'Poprad', status: 'active' };
  await callProcedure(profile, 'clients.create', { id, values });
  return id;
}

const timelineOf = (page: Page): Locator => page.getByRole('region', { name: 'História vzťahu' });
const entryOf = (page: Page, text: string): Locator =>
  timelineOf(page).getByTestId('timeline-entry').filter({ hasText: text });

test('a visit with an objection and two promises by keyboard, one from yesterday, and its correction', async ({
  page,
  profile,
  start,
  watch,
}) => {
  await prepareBase(profile);
  const client = await addClient(profile);
  const server = await start();
  await page.goto(server.address);
  await expect(page.getByRole('grid', { name: 'Klienti' })).toBeVisible();
  await page.goto(new URL(`/clients/${client}`, server.address).href);
  const summary = page.getByRole('textbox', { name: 'Čo sa dialo' });
  const promise = page.getByRole('textbox', { name: 'Prísľub' });
  await expect(page.getByText('Zatiaľ sa nič nezapísalo')).toBeVisible();

  await test.step('at once, without a hand on the mouse', async () => {
    const { keyboard } = page;
    await keyboard.press('v');
    await expect(summary).toBeFocused();
    await keyboard.type(SUMMARY);
    await keyboard.press('Tab');
    await keyboard.type(OBJECTION);
    await keyboard.press('Alt+p');
    await expect(promise).toBeFocused();
    await keyboard.type('Poslať vzorky');
    await keyboard.press('Enter');
    await expect(promise).toHaveCount(2);
    await expect(promise.nth(1)).toBeFocused();
    await keyboard.type('Vyhodnotiť skúšku');
    await keyboard.press('Tab');
    await keyboard.press('2');
    await keyboard.press('Tab');
    await keyboard.press('3');
    await expectAccessible(page);
    await keyboard.press('Control+Enter');

    const entry = entryOf(page, SUMMARY);
    await expect(entry.getByRole('link', { name: OBJECTION })).toBeVisible();
    await expect(entry.getByRole('link', { name: 'Poslať vzorky' })).toBeVisible();
    await expect(entry.getByText(/klientov · /)).toBeVisible();
    await expect(entry.getByText('otvorený', { exact: true })).toHaveCount(2);
    await expect(entry.getByText('otvorená', { exact: true })).toBeVisible();
  });

  await test.step('the next morning, with its length, place and the way there', async () => {
    await page.keyboard.press('v');
    await expect(summary).toBeFocused();
    await page.keyboard.type('Prešli sme sklad');
    await page.getByRole('group', { name: 'Kedy' }).getByRole('button', { name: 'včera' }).click();
    const more = page.getByRole('group', { name: 'Viac' });
    await more.getByRole('button', { name: 'Trvanie' }).click();
    await page.getByRole('group', { name: 'Trvanie' }).getByRole('button', { name: '1 h 30 min' }).click();
    await more.getByRole('button', { name: 'Miesto' }).click();
    await expect(page.getByRole('textbox', { name: 'Miesto' })).toHaveValue('Poprad');
    await more.getByRole('button', { name: 'Jazda' }).click();
    const trip = page.getByRole('group', { name: 'Jazda' });
    await expect(trip.getByRole('textbox', { name: 'Odkiaľ' })).toBeFocused();
    await page.keyboard.type('Žilina');
    await trip.getByRole('textbox', { name: 'Kilometre' }).fill('131');
    await page.keyboard.press('Control+Enter');

    const entry = entryOf(page, 'Prešli sme sklad');
    await expect(entry.getByText('zapísané nasledujúci deň')).toBeVisible();
    await expect(entry.getByText('(1 h 30 min)')).toBeVisible();
    await expect(entry.getByText('Poprad')).toBeVisible();
    await expect(entry.getByRole('link', { name: '131 km' })).toBeVisible();
  });

  await test.step('a correction keeps what was heard', async () => {
    await entryOf(page, SUMMARY).getByRole('button', { name: 'Opraviť' }).click();
    await expect(summary).toHaveValue(SUMMARY);
    await summary.fill('Chcú tri palety do piatku');
    await page.keyboard.press('Control+Enter');
    const entry = entryOf(page, 'Chcú tri palety do piatku');
    await expect(entry.getByRole('button', { name: 'opravené' })).toBeVisible();
    await expect(entry.getByRole('link', { name: 'Vyhodnotiť skúšku' })).toBeVisible();
    await expect(entry.getByRole('link', { name: OBJECTION })).toBeVisible();
  });

  await test.step('what is being typed survives a reload', async () => {
    await page.keyboard.press('v');
    await expect(summary).toBeFocused();
    await page.keyboard.type('Rozpísané');
    await page.keyboard.press('Alt+p');
    await page.keyboard.type('Zavolať späť');
    // The keystrokes have reached the base once the list of drafts holds them.
    await expect
      .poll(async () => JSON.stringify(await callProcedure(profile, 'drafts.list')))
      .toContain('Zavolať späť');
    await page.reload();
    await expect(summary).toHaveValue('Rozpísané');
    await expect(promise).toHaveValue('Zavolať späť');
  });
  expect(watch.errors).toEqual([]);
});

test('the record of a planned meeting begins with what was planned, and the meeting is held', async ({
  page,
  profile,
  start,
}) => {
  await prepareBase(profile);
  const client = await addClient(profile);
  const meeting = randomUUID();
  const startsAt = Date.now() - 2 * 3_600_000;
  await callProcedure(profile, 'meetingPlans.plan', {
    id: meeting,
    values: {
      client,
      type: 'review',
      title: 'Vyhodnotenie roka',
      startsAt,
      endsAt: startsAt + 90 * 60_000,
      zone: 'Europe/Bratislava',
      place: 'Poprad, závod 2',
    },
  });
  const server = await start();
  await page.goto(server.address);
  await expect(page.getByRole('contentinfo')).toBeVisible();
  await page.goto(new URL(`/meetings/${meeting}`, server.address).href);
  await page.getByRole('button', { name: 'Zapísať návštevu' }).click();

  const summary = page.getByRole('textbox', { name: 'Čo sa dialo' });
  await expect(summary).toBeFocused();
  await expect(page.getByText('Záznam zo stretnutia:')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Miesto' })).toHaveValue('Poprad, závod 2');
  const length = page.getByRole('group', { name: 'Trvanie' }).getByRole('button', { name: '1 h 30 min' });
  await expect(length).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.type(SUMMARY);
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');

  const entry = entryOf(page, SUMMARY);
  await expect(entry.getByText('(1 h 30 min)')).toBeVisible();
  await entry.getByRole('link', { name: 'zo stretnutia: Vyhodnotenie roka' }).click();
  await expect(page.getByRole('heading', { name: 'Vyhodnotenie roka' })).toBeVisible();
  expect(await callProcedure(profile, 'meetingPlans.get', { id: meeting })).toMatchObject({
    meeting: { status: 'held' },
    records: [{ kind: 'visit' }],
  });
});

test('the trip log: a visit without a trip, the sum, and the file for the tax office read back', async ({
  page,
  profile,
  start,
}) => {
  await prepareBase(profile);
  const client = await addClient(profile);
  const visit = (hoursAgo: number) => ({
    id: randomUUID(),
    values: {
      client,
      kind: 'visit',
      happenedAt: Date.now() - hoursAgo * 3_600_000,
      zone: 'Europe/Bratislava',
      summary: 'Ochutnávka',
    },
  });
  await callProcedure(profile, 'meetings.log', visit(0));
  const server = await start();
  await page.goto(server.address);
  await expect(page.getByRole('grid', { name: 'Klienti' })).toBeVisible();
  await page.goto(new URL('/trips', server.address).href);
  await expect(page.getByText('1 návšteva bez jazdy')).toBeVisible();

  await page.getByRole('link', { name: /^Zapísať jazdu k návšteve: Želiarska pekáreň/ }).click();
  await expect(page.getByRole('combobox', { name: 'Klient' })).toHaveValue('Želiarska pekáreň, s. r. o.');
  await expect(page.getByRole('combobox', { name: 'Kam' })).toHaveValue('Poprad');
  await page.getByRole('combobox', { name: 'Odkiaľ' }).fill('Žilina');
  await page.getByRole('textbox', { name: 'Kilometre' }).fill('131');
  await page.getByRole('textbox', { name: 'Vozidlo' }).fill('ZA-123AB');
  await page.keyboard.press('Control+Enter');
  const log = page.locator('main').getByRole('table').first();
  await expect(log.getByRole('link', { name: 'Žilina – Poprad' })).toBeVisible();
  await expect(page.getByText('1 návšteva bez jazdy')).toBeHidden();

  await test.step('the way back: where the day ended, and the distance of the last time', async () => {
    await page.getByRole('link', { name: 'Nová jazda' }).click();
    await expect(page.getByRole('combobox', { name: 'Odkiaľ' })).toHaveValue('Poprad');
    await page.getByRole('combobox', { name: 'Kam' }).fill('zilina');
    await page.getByRole('button', { name: 'naposledy 131 km' }).click();
    await expect(page.getByRole('textbox', { name: 'Kilometre' })).toHaveValue('131');
    await page.getByRole('button', { name: 'Zapísať jazdu', exact: true }).click();
    await expect(log.getByRole('row', { name: /^Spolu/ })).toContainText('262');
  });

  await test.step('removed and taken back', async () => {
    await log.getByRole('link', { name: 'Poprad – zilina' }).click();
    await page.getByRole('button', { name: 'Odstrániť' }).click();
    await expect(log.getByRole('row', { name: /^Spolu/ })).toContainText('131');
    await page.keyboard.press('Control+z');
    await expect(log.getByRole('row', { name: /^Spolu/ })).toContainText('262');
  });

  const takeFile = downloadOf(page);
  const save = (item: RegExp) =>
    takeFile(async () => {
      await page.getByRole('button', { name: 'Vyviezť', exact: true }).click();
      await page.getByRole('menuitem', { name: item }).click();
    });
  const lines = parse(await save(/^(?!celý rok).*CSV pre Excel$/), {
    bom: true,
    delimiter: ';',
  }) as string[][];
  expect(lines.map((line) => [line[1], line[2], line[7]])).toEqual([
    ['Odkiaľ', 'Kam', 'Kilometre'],
    ['Žilina', 'Poprad', '131'],
    ['Poprad', 'zilina', '131'],
    ['Spolu', '', '262'],
  ]);
  const { sheets } = await readXlsx(await save(/^celý rok \d{4}, zošit XLSX$/));
  expect(sheets[0]?.rows.map((row) => row[7])).toEqual(['Kilometre', 131, 131, 262]);
});
