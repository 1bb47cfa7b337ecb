/** Slips of the hand: what cannot be meant stays as it was typed and is said, and never becomes something else. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { picture } from './picture.ts';
import { prepareBase } from './prepare-base.ts';
import { callProcedure } from './vizitka-process.ts';

const MINUTE = 60_000;

test('a visit: a day to come, an end before the start, letters between the fields', async ({
  page,
  profile,
  start,
  watch,
}) => {
  const client = await prepareBase(profile);
  await openAt(page, await start(), `/clients/${client}`);
  await expect(page.getByText('Zatiaľ sa nič nezapísalo')).toBeVisible();
  await page.keyboard.press('v');
  await page.getByRole('textbox', { name: 'Čo sa dialo' }).fill('Prešli sme sklad');
  await page.getByRole('button', { name: 'inokedy' }).click();

  await test.step('the day stays, says why, and nothing is written', async () => {
    const day = page.getByRole('textbox', { name: 'Deň' });
    await day.fill('1. 1. 2099');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(/^Najneskôr/)).toBeVisible();
    await expect(day).toBeFocused();
    await expect(day).toHaveValue('1. 1. 2099');
    await day.fill(written(new Date(Date.now() - 24 * 60 * MINUTE)));
    await day.press('Tab');
    await expect(page.getByText(/^Najneskôr/)).toHaveCount(0);
  });

  await test.step('today an end that would be tomorrow is not taken', async () => {
    await page.getByRole('textbox', { name: 'Deň' }).fill(written(new Date()));
    await page.getByRole('textbox', { name: 'Deň' }).press('Tab');
    await page.getByRole('button', { name: 'Trvanie' }).click();
    await page.getByRole('button', { name: 'do koľkej' }).click();
    const before = new Date(Date.now() - 2 * MINUTE);
    const clock = [before.getHours(), before.getMinutes()].map((part) => String(part).padStart(2, '0'));
    await page.getByRole('spinbutton', { name: 'Koniec: hodiny' }).click();
    await page.keyboard.type(clock.join(''));
    await expect(page.getByText(/^Vtedy by návšteva ešte trvala/)).toBeVisible();
  });

  await test.step('a letter on a chip is no command', async () => {
    await page.getByRole('button', { name: '30 min', exact: true }).focus();
    await page.keyboard.press('o');
    await expect(page.getByRole('button', { name: '30 min', exact: true })).toBeFocused();
  });

  await page.keyboard.press('Control+Enter');
  const entry = page.getByTestId('timeline-entry').filter({ hasText: 'Prešli sme sklad' });
  await expect(entry).toBeVisible();

  await test.step('Ctrl+Shift+Z takes nothing back', async () => {
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+Shift+Z');
    await page.keyboard.press('Control+Z');
    await expect(entry).toHaveCount(0);
    // One step was taken back, not two: the client is still there.
    await expect(page.getByRole('heading', { level: 1, name: 'Lipová píla, s. r. o.' })).toBeVisible();
  });
  expect(watch.errors).toEqual([]);
});

test('a meeting: hours clicked twice, a day that does not exist, what is missing above', async ({
  page,
  profile,
  start,
  watch,
}) => {
  await prepareBase(profile);
  await openAt(page, await start(), '/meetings/new');
  const hours = page.getByRole('spinbutton', { name: 'Od: Hodiny' });
  const minutes = page.getByRole('spinbutton', { name: 'Od: Minúty' });
  await hours.click();
  await hours.click();
  await page.keyboard.type('1830');
  await expect(hours).toHaveValue('18');
  await expect(minutes).toHaveValue('30');

  const day = page.getByRole('textbox', { name: 'Deň' });
  await day.fill('31. 2. 2027');
  await page.getByRole('button', { name: 'Naplánovať' }).click();
  await expect(page.getByText(/^Taký dátum neexistuje/)).toBeVisible();
  await expect(day).toBeFocused();
  await expect(day).toHaveValue('31. 2. 2027');
  await day.fill('26. 2. 2027');

  await page.getByRole('button', { name: 'Naplánovať' }).click();
  // The client is missing; he stands far above the button.
  await expect(page.getByRole('combobox', { name: 'Klient', exact: true })).toBeFocused();
  await expect(page.getByText('Toto treba vyplniť.').first()).toBeInViewport();
  expect(watch.errors).toEqual([]);
});

test('the quick log is typed into at once, and a picture is pasted wherever the focus is', async ({
  page,
  profile,
  start,
  watch,
}) => {
  const client = await prepareBase(profile);
  const server = await start();
  await openAt(page, server, '/clients');
  await expect(page.getByRole('grid', { name: 'Klienti' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog').getByRole('combobox').first()).toBeFocused();
  await page.keyboard.type('lipova pila');
  await page.getByRole('option', { name: /Lipová píla/ }).click();
  await page.keyboard.press('Escape');

  await page.goto(new URL(`/clients/${client}`, server.address).href);
  await expect(page.getByText('Zatiaľ sa nič nezapísalo')).toBeVisible();
  await pasteOn(page, 'body');
  const panel = page.getByRole('region', { name: 'Priložené súbory' });
  await expect(panel.getByRole('button', { name: /^Zväčšiť/ })).toHaveCount(1);
  await page.keyboard.press('v');
  await pasteOn(page, 'textarea');
  const composer = page.getByTestId('composer-form');
  await expect(composer.getByText(/^Vložený obrázok/)).toHaveCount(1);
  await expect(panel.getByRole('button', { name: /^Zväčšiť/ })).toHaveCount(1);
  expect(watch.errors).toEqual([]);
});

test('the evening check remembers a meeting of yesterday and the next step of today', async ({
  page,
  profile,
  start,
  watch,
}) => {
  const client = await prepareBase(profile);
  const zone = 'Europe/Bratislava';
  const startsAt = Date.now() - 24 * 60 * MINUTE;
  await callProcedure(profile, 'meetingPlans.plan', {
    id: randomUUID(),
    values: { client, type: 'review', startsAt, endsAt: startsAt + 60 * MINUTE, zone },
  });
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: zone });
  await callProcedure(profile, 'meetings.log', {
    id: randomUUID(),
    values: {
      client,
      kind: 'call',
      happenedAt: startsAt,
      zone,
      summary: 'Dohodli sme skúšku',
      nextStep: 'Preveriť kapacitu skladu',
      nextStepOn: today,
    },
  });
  await openAt(page, await start(), '/day/check');
  const lines = page.getByRole('listitem');
  await expect(lines.filter({ hasText: 'stretnutie bez záznamu' })).toBeVisible();
  const step = lines.filter({ hasText: 'Preveriť kapacitu skladu' });
  await expect(step).toContainText('ďalší krok');
  // Asked meanwhile on another desk: the line comes by itself.
  await callProcedure(profile, 'departmentRequests.create', {
    id: randomUUID(),
    client,
    department: 'Sklad',
    text: 'Koľko paliet sa zmestí',
    answerBy: today,
  });
  await expect(lines.filter({ hasText: 'Koľko paliet sa zmestí' })).toContainText('požiadavka na oddelenie');
  await step.getByRole('link', { name: 'Otvoriť' }).click();
  await expect(page).toHaveURL(new RegExp(client));
  expect(watch.errors).toEqual([]);
});

/** The first address carries the token of the session. */
async function openAt(page: Page, { address }: { address: string }, path: string): Promise<void> {
  await page.goto(address);
  await page.goto(new URL(path, address).href);
}

function written(day: Date): string {
  return `${day.getDate()}. ${day.getMonth() + 1}. ${day.getFullYear()}`;
}

/** A screenshot in the clipboard, pasted where the focus is. */
async function pasteOn(page: Page, selector: string): Promise<void> {
  const bytes = [...picture(60, 130, 140)];
  await page
    .locator(selector)
    .first()
    .evaluate((element, content) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(content)], 'image.png', { type: 'image/png' }));
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, bytes);
}
