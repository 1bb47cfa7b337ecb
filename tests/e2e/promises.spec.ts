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

  await test.step('put off with a reason, which stays with it', async () => {
    await page.getByText('Pošleme vzorky fólie', { exact: true }).click();
    await expect(page.getByRole('button', { name: /^Splnené/ })).toBeVisible();
    await page.keyboard.press('z');
    const dialog = page.getByRole('dialog', { name: 'Odložiť prísľub' });
    await dialog.getByRole('textbox', { name: 'Prečo' }).press('Enter');
    await expect(dialog.getByText('Napíšte, prečo sa to odkladá')).toBeVisible();
    await dialog.getByRole('button', { name: 'čaká sa na oddelenie' }).click();
    await expectAccessible(page);
    await dialog.getByRole('textbox', { name: 'Prečo' }).press('Enter');
    await expect(page.getByText(/^Odložené do .*: čaká sa na oddelenie$/).first()).toBeVisible();
  });

  await test.step('a department is asked, and answers', async () => {
    const requests = page.getByRole('region', { name: 'Požiadavky na oddelenia' });
    await requests.getByRole('button', { name: 'Požiadať oddelenie' }).click();
    await requests.getByRole('combobox', { name: 'Oddelenie' }).fill('sklad');
    await page.keyboard.press('Control+Enter');
    const answer = requests.getByRole('textbox', { name: 'Odpoveď', exact: true });
    await answer.fill('Fólia príde v stredu.');
    await answer.press('Control+Enter');
    await expect(requests.getByText(/^Odpoveď prišla/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('from anywhere: who, then P', async () => {
    await page.goto(new URL(`/clients/${rows[0]?.id}`, server.address).href);
    await page.getByRole('button', { name: 'Záznam', exact: true }).click();
    await expect(page.getByRole('group', { name: 'Čo sa stalo?' }).getByRole('button').first()).toBeFocused();
    await page.keyboard.press('p');
    await expect(page.getByRole('heading', { name: 'Nový prísľub' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Prísľub', exact: true })).toHaveValue('');
  });

  await test.step('the department is asked with the promise, in one action', async () => {
    await page.getByRole('textbox', { name: 'Prísľub', exact: true }).fill('Dodáme lepenku skôr');
    await page.getByRole('combobox', { name: 'Oddelenie' }).fill('výroba');
    await page.getByRole('checkbox', { name: 'Hneď požiadať oddelenie' }).check();
    await expectAccessible(page);
    await page.getByRole('textbox', { name: 'Odpoveď do' }).fill('2. 1. 2030');
    await page.keyboard.press('Control+Enter');
    const requests = page.getByRole('region', { name: 'Požiadavky na oddelenia' });
    await expect(requests).toContainText('výroba');
    await expect(requests).toContainText('2. 1. 2030');
    await requests.getByRole('heading').click();
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Dodáme lepenku skôr', { exact: true })).toHaveCount(0);
    await page.goto(new URL('/promises/requests', server.address).href);
    await expect(page.getByRole('grid')).toBeVisible();
    await expect(page.getByText('Dodáme lepenku skôr')).toHaveCount(0);
  });
  expect(watch.errors).toEqual([]);
});
