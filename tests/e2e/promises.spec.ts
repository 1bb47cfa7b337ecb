/** A promise by keyboard: given at the desk of its client, late in the due list, kept and taken back. */
import { expect, test } from './journey.ts';
import { callProcedure, runVizitka } from './vizitka-process.ts';
import { expectAccessible } from './accessible.ts';

test('a promise is written at a client, seen late, kept and taken back by keyboard', async ({
  page,
  profile,
  start,
  watch,
}) => {
  expect(await runVizitka(profile, ['demo'])).toMatchObject({ code: 0 });
  const server = await start({ language: 'sk' });
  await callProcedure(profile, 'settings.setUp', { language: 'sk', country: 'SK', name: 'Zuzana Kováčová' });
  const { rows } = await callProcedure<{ rows: { id: string }[] }>(profile, 'clients.list', {
    filter: {},
    limit: 1,
  });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(server.address);
  await page.goto(new URL(`/clients/${rows[0]?.id}`, server.address).href);
  await expect(page.getByRole('region', { name: 'Otvorené prísľuby' })).toBeVisible();
  await page.keyboard.press('p');
  await page.getByRole('textbox', { name: 'Prísľub', exact: true }).fill('Pošleme vzorky fólie');
  await page.getByRole('textbox', { name: 'Termín' }).fill('2. 1. 2020');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: /^Splnené/ })).toBeVisible();
  await expectAccessible(page);
  await page.goto(new URL('/promises', server.address).href);
  await expect(page.getByText('Pošleme vzorky fólie')).toBeVisible();
  await expect(page.getByText('Mešká', { exact: false }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('grid').focus();
  await page.keyboard.press('d');
  await expect(page.getByText('Pošleme vzorky fólie', { exact: true })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Pošleme vzorky fólie', { exact: true })).toBeVisible();
  expect(watch.errors).toEqual([]);
});
