/** The recovery code as people meet it: kept, put off, mistyped, wrong, changed; and a base whose key is gone. */
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { writeCode } from '#shared/domain/keys/recovery-code.ts';
import { expectAccessible } from './accessible.ts';
import { beginInSlovak, groupAsked, keepCode } from './first-start.ts';
import { expect, test } from './journey.ts';
import { prepareBase } from './prepare-base.ts';
import { runVizitka, type Server } from './vizitka-process.ts';

const keyFile = (profile: string) => path.join(profile, 'profile.key');
const codeField = (page: Page) => page.getByRole('textbox', { name: 'Záchranný kód' });
const reading = (page: Page) =>
  page.getByRole('list', { name: 'Ako Vizitka kód číta' }).getByRole('listitem');
const noCodeBand = (page: Page) => page.getByText('Odložte si záchranný kód');

/** The window is left first: one that looks for its engine complains of each try. */
async function end(page: Page, server: Server): Promise<void> {
  await page.goto('about:blank');
  await server.stop();
}

async function openCode(page: Page, code: string): Promise<void> {
  await codeField(page).fill(code);
  await page.keyboard.press('Enter');
}

/** The last sign of the group, counted from zero, becomes another one. */
function mistype(code: string, group: number): string {
  const groups = code.split('-');
  const text = groups[group] ?? '';
  groups[group] = text.slice(0, 4) + (text.endsWith('7') ? '8' : '7');
  return groups.join('-');
}

/** Makes a code, or another one, in the settings. */
async function changeCode(page: Page, button: string, then?: string): Promise<string> {
  await page.getByRole('button', { name: button }).click();
  return keepCode(page, then);
}

test('kept at the first start, the code opens a base whose key file is gone', async ({
  page,
  profile,
  start,
  watch,
}) => {
  const first = await start();
  await page.goto(first.address);
  const code = await beginInSlovak(page, 'Začať s prázdnou databázou', 'kept');
  await expect(page.getByRole('heading', { name: 'Klienti', exact: true })).toBeVisible();
  await expect(noCodeBand(page)).toBeHidden();
  await end(page, first);
  fs.rmSync(keyFile(profile));

  const again = await start();
  await page.goto(again.address);
  await expect(page.getByRole('heading', { name: 'Chýba súbor s kľúčom' })).toBeVisible();
  await expect(page.getByText('nedotknuté')).toBeVisible();
  await expectAccessible(page);

  await test.step('mistyped: the group is named while it is typed', async () => {
    await codeField(page).fill(mistype(code, 2).toLowerCase());
    await expect(reading(page).nth(2)).toHaveAttribute('data-state', 'wrong');
    await expect(reading(page).nth(3)).toHaveAttribute('data-state', 'right');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Preklep je v skupine 3.')).toBeVisible();
    await expectAccessible(page);
  });
  await test.step('wrong: a code without a typo, of no base', async () => {
    await openCode(page, writeCode(Array.from({ length: 24 }, (_, at) => at)));
    await expect(page.getByText('patrí k inej databáze')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Chýba súbor s kľúčom' })).toBeVisible();
  });
  await test.step('right, however it is written', async () => {
    await openCode(page, code.toLowerCase().replaceAll('-', ' '));
    await expect(page.getByRole('heading', { name: 'Klienti', exact: true })).toBeVisible();
    expect(fs.existsSync(keyFile(profile)), 'nothing is added silently').toBe(false);
  });
  await test.step('remembered only when asked to', async () => {
    const remember = page.getByRole('button', { name: 'Zapamätať na tomto počítači' });
    await remember.click();
    await expect(remember).toBeHidden();
    expect(fs.existsSync(keyFile(profile))).toBe(true);
  });
  await end(page, again);
  const third = await start();
  await page.goto(third.address);
  await expect(page.getByRole('heading', { name: 'Klienti', exact: true })).toBeVisible();
  expect(watch.foreign).toEqual([]);
});

test('put off, the band stays until the code is proved; a wrong group proves nothing', async ({
  page,
  profile,
  start,
  watch,
}) => {
  const server = await start();
  await page.goto(server.address);
  await beginInSlovak(page, 'Začať s prázdnou databázou');
  await expect(noCodeBand(page)).toBeVisible();
  await page.reload();
  await expect(noCodeBand(page)).toBeVisible();
  await page.getByRole('button', { name: 'Odložiť kód' }).click();
  await expect(page.getByRole('list', { name: 'Váš záchranný kód' })).toBeInViewport();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Mám ho odložený' }).click();
  await groupAsked(page);
  await page.getByRole('textbox', { name: /skupinu z odloženého kódu/ }).fill('ABCDE');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Predošlá skupina nesedela.')).toBeVisible();
  await expect(noCodeBand(page)).toBeVisible();
  expect(fs.readFileSync(path.join(profile, 'keys.json'), 'utf8')).not.toContain('recoveryCode');
  await page.getByRole('button', { name: 'Ukázať kód znova' }).click();
  await keepCode(page);
  await expect(noCodeBand(page)).toBeHidden();
  expect(watch.errors).toEqual([]);
});

test('a changed code opens nothing any more and says since when; the new one goes on through a new data key', async ({
  page,
  profile,
  start,
  watch,
}) => {
  await prepareBase(profile);
  const first = await start();
  await page.goto(first.address);
  await page.goto(`${new URL(first.address).origin}/settings`);
  const old = await changeCode(page, 'Odložiť záchranný kód');
  const code = await changeCode(
    page,
    'Zmeniť záchranný kód',
    'Nový záchranný kód platí. Predošlý od tejto chvíle nič neotvorí.',
  );
  expect(code).not.toBe(old);

  await test.step('the file gets a new key, and the code goes along', async () => {
    await page.getByRole('button', { name: 'Prešifrovať…' }).click();
    await page.getByRole('textbox', { name: 'Záchranný kód, ktorý má platiť ďalej' }).fill(code);
    await page.getByRole('button', { name: 'Prešifrovať databázu' }).click();
    await expect(page.getByText('Naposledy prešifrovaná')).toBeVisible();
  });
  await test.step('the key file goes when it is no longer needed', async () => {
    await page.getByRole('button', { name: 'Odstrániť súbor s kľúčom…' }).click();
    await page.getByRole('button', { name: 'Odstrániť súbor s kľúčom', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Odstrániť súbor s kľúčom', exact: true })).toHaveCount(0);
    expect(fs.existsSync(keyFile(profile))).toBe(false);
  });
  await end(page, first);

  const again = await start();
  await page.goto(again.address);
  await expect(page.getByRole('heading', { name: 'Databáza čaká na záchranný kód' })).toBeVisible();
  await openCode(page, old);
  await expect(page.getByText(/Tento kód už neplatí, bol zmenený \d/)).toBeVisible();
  await openCode(page, code);
  await page.getByText('Lipová píla, s. r. o.').first().waitFor();
  expect(watch.errors).toEqual([]);
});

test('a damaged base is not replaced and asks for no code', async ({ page, profile, start, watch }) => {
  await prepareBase(profile);
  const file = path.join(profile, 'vizitka.db');
  fs.writeFileSync(file, Buffer.alloc(fs.statSync(file).size, 7));
  const server = await start();
  await page.goto(server.address);
  await expect(page.getByRole('heading', { name: 'Databáza je poškodená' })).toBeVisible();
  await expect(codeField(page)).toBeHidden();
  await expectAccessible(page);
  expect(fs.readFileSync(file).every((byte) => byte === 7)).toBe(true);
  expect(watch.errors).toEqual([]);
});

test('on the command line a shut base opens with the code from the environment', async ({
  profile,
  start,
  page,
}) => {
  await prepareBase(profile);
  const server = await start();
  await page.goto(server.address);
  await page.goto(`${new URL(server.address).origin}/settings`);
  const code = await changeCode(page, 'Odložiť záchranný kód');
  await end(page, server);
  fs.rmSync(keyFile(profile));
  expect(await runVizitka(profile, ['search', 'lipova'])).toMatchObject({ code: 1, out: '' });
  const opened = await runVizitka(profile, ['search', 'lipova'], { VIZITKA_RECOVERY_CODE: code });
  expect(opened.code).toBe(0);
  expect(opened.out).toContain('Lipová píla');
  const wrong = await runVizitka(profile, ['search', 'lipova'], { VIZITKA_RECOVERY_CODE: mistype(code, 5) });
  expect(wrong).toMatchObject({ code: 1, out: '' });
  expect(wrong.err).toMatch(/: 6\./);
  expect(fs.existsSync(keyFile(profile))).toBe(false);
});
