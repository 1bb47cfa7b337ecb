/** Photos, memos and files as a person meets them; the microphone is Chromium's invented one, which beeps. */
import process from 'node:process';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './journey.ts';
import { attachFiles, expectPicture, picture } from './picture.ts';
import { prepareBase } from './prepare-base.ts';
import { callProcedure } from './vizitka-process.ts';

const chromium = process.env['CHROMIUM_PATH'];
test.use({
  launchOptions: {
    ...(chromium ? { executablePath: chromium } : {}),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  },
});

const panel = (page: Page) => page.getByRole('region', { name: 'Priložené súbory' });

test('photos are added, enlarged with the keyboard and removed; what is dangerous is only saved, after a warning', async ({
  page,
  profile,
  start,
  watch,
}) => {
  const client = await prepareBase(profile);
  const server = await start();
  await page.goto(server.address);
  await page.goto(new URL(`/clients/${client}`, server.address).href);
  await expect(panel(page).getByText('Zatiaľ nič.')).toBeVisible();

  await test.step('two photos and a contract as PDF', async () => {
    await attachFiles(
      panel(page),
      { name: 'regál vľavo.png', mimeType: 'image/png', buffer: picture(60, 130, 140) },
      { name: 'regál vpravo.png', mimeType: 'image/png', buffer: picture(190, 120, 60) },
      { name: 'zmluva.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nzmluva') },
    );
    await expect(panel(page).locator('img')).toHaveCount(2);
    await expect(panel(page).getByText('zmluva.pdf')).toBeVisible();
    await expectPicture(panel(page).locator('img').first());
    await expectAccessible(page);
  });

  await test.step('enlarged, and on to the next with the arrows', async () => {
    await panel(page).getByRole('button', { name: 'Zväčšiť: regál vpravo.png' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('img', { name: 'regál vpravo.png' })).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(dialog.getByRole('img', { name: 'regál vľavo.png' })).toBeVisible();
    await expect(dialog.getByText('(2 z 2)')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('a program with the name of a picture has no preview and warns before it is saved', async () => {
    await attachFiles(panel(page), {
      name: 'foto.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('MZ\x90\0 program'),
    });
    await panel(page).getByRole('button', { name: 'Možnosti: foto.jpg' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Uložiť ako súbor' }).press('Enter');
    const warning = page.getByRole('dialog', { name: 'Tento súbor môže byť nebezpečný' });
    await expect(warning).toBeVisible();
    await expectAccessible(page, { within: '[role=dialog]' });
    const downloading = page.waitForEvent('download');
    await warning.getByRole('button', { name: 'Aj tak uložiť' }).click();
    expect((await downloading).suggestedFilename()).toBe('foto.jpg');
  });

  await test.step('removed and taken back', async () => {
    await panel(page).getByRole('button', { name: 'Možnosti: zmluva.pdf' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Odstrániť' }).press('Enter');
    await expect(panel(page).getByText('zmluva.pdf')).toBeHidden();
    await page
      .getByRole('alert')
      .filter({ hasText: 'Priložený súbor je odstránený.' })
      .getByRole('button', { name: 'Späť' })
      .click();
    await expect(panel(page).getByText('zmluva.pdf')).toBeVisible();
  });
  expect(watch.errors).toEqual([]);
});

test('a memo is recorded and played; one that a crash cuts off is offered at the next start', async ({
  page,
  profile,
  start,
}) => {
  test.setTimeout(120_000);
  const client = await prepareBase(profile);
  const first = await start();
  await page.goto(first.address);
  await page.goto(new URL(`/clients/${client}`, first.address).href);

  await test.step('recorded and played', async () => {
    await panel(page).getByRole('button', { name: 'Nahrať' }).click();
    const timer = panel(page).getByRole('timer');
    await expect(timer).toHaveText('0:02');
    await panel(page).getByRole('button', { name: 'Ukončiť nahrávanie' }).click();
    await panel(page)
      .getByRole('button', { name: /^Prehrať: Nahrávka/ })
      .click();
    await expect(panel(page).getByRole('button', { name: 'Pozastaviť' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('killed in the middle', async () => {
    await panel(page).getByRole('button', { name: 'Nahrať' }).click();
    await expect(panel(page).getByRole('timer')).toHaveText('0:04', { timeout: 20_000 });
    await first.kill();
  });

  await test.step('at the next start it is offered, and holds what was said', async () => {
    const second = await start();
    await page.goto(second.address);
    await page.goto(new URL(`/clients/${client}`, second.address).href);
    await expect(panel(page).getByText('Nahrávka obnovená')).toBeVisible();
    await expectAccessible(page);
    await panel(page).getByRole('button', { name: 'Priložiť ku klientovi' }).click();
    await expect(panel(page).getByRole('button', { name: /^Prehrať: Nahrávka/ })).toHaveCount(2);
    await panel(page)
      .getByRole('button', { name: /^Prehrať: Nahrávka/ })
      .first()
      .click();
    await expect(panel(page).getByRole('button', { name: 'Pozastaviť' })).toBeVisible();
    await second.stop();
  });
  const rows = await callProcedure<{ kind: string; mediaType: string; size: number }[]>(
    profile,
    'attachments.list',
    { client },
  );
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row).toMatchObject({ kind: 'memo', mediaType: 'audio/webm' });
  // Three seconds of speech are more than the first second and the head of the file.
  expect(Math.min(...rows.map(({ size }) => size))).toBeGreaterThan(4_000);
});

test('a photo and a memo in the record of a visit; a memo that a crash cuts off is in what was being written', async ({
  page,
  profile,
  start,
}) => {
  test.setTimeout(120_000);
  const client = await prepareBase(profile);
  const first = await start();
  await page.goto(first.address);
  await page.goto(new URL(`/clients/${client}`, first.address).href);
  const form = page.getByTestId('composer-form');
  const summary = form.getByRole('textbox', { name: 'Čo sa dialo' });
  const entry = (text: string) => page.getByTestId('timeline-entry').filter({ hasText: text });
  const player = (text: string) => entry(text).getByRole('button', { name: /^Prehrať: Nahrávka/ });

  await test.step('taken along, spoken, and written as one', async () => {
    await expect(panel(page).getByText('Zatiaľ nič.')).toBeVisible();
    await page.keyboard.press('v');
    await summary.fill('Nový regál je hotový.');
    await attachFiles(form, { name: 'regál.png', mimeType: 'image/png', buffer: picture(60, 130, 140) });
    await expect(form.getByText('regál.png')).toBeVisible();
    await form.getByRole('button', { name: 'Nahrať' }).click();
    await expect(form.getByRole('timer')).toHaveText('0:01');
    await summary.press('Control+Enter');
    await expect(form.getByText('Ak nahrávate, ukončite nahrávanie.')).toBeVisible();
    await summary.press('End');
    await page.keyboard.type(' Dobre vyzerá.');
    await form.getByRole('button', { name: 'Ukončiť nahrávanie' }).click();
    await expect(
      form.getByRole('list', { name: 'Súbory, ktoré sa priložia' }).getByRole('listitem'),
    ).toHaveCount(2);
    await expectAccessible(page);
    await summary.press('Control+Enter');
    await expectPicture(entry('Nový regál').locator('img'));
    await expect(player('Nový regál')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('taken back as one, and written again', async () => {
    await page.keyboard.press('Control+z');
    await expect(entry('Nový regál')).toHaveCount(0);
    await expect(panel(page).getByText('Zatiaľ nič.')).toBeVisible();
  });

  await test.step('killed in the middle of another one', async () => {
    await page.keyboard.press('v');
    await summary.fill('Hovorí o novej linke.');
    await form.getByRole('button', { name: 'Nahrať' }).click();
    await expect(form.getByRole('timer')).toHaveText('0:03', { timeout: 20_000 });
    await first.kill();
  });

  await test.step('what was typed and what was spoken are there', async () => {
    const second = await start();
    await page.goto(second.address);
    await page.goto(new URL(`/clients/${client}`, second.address).href);
    await expect(summary).toHaveValue('Hovorí o novej linke.');
    await expect(form.getByText('Nahrávka', { exact: true })).toBeVisible();
    await expect(panel(page).getByText('Nahrávka obnovená')).toBeHidden();
    await summary.press('Control+Enter');
    await player('Hovorí o novej linke.').click();
    await expect(page.getByRole('button', { name: 'Pozastaviť' }).first()).toBeVisible();
    await second.stop();
  });
});
