/** The desk for conflicts by mouse and by keyboard, over a base as it is after some days with a team. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import type { Page } from '@playwright/test';
import type { ConflictRow } from '#shared/contract/sync.ts';
import { expectAccessible } from '../accessible.ts';
import { expect, test } from '../journey.ts';
import { callProcedure, runVizitka } from '../vizitka-process.ts';

const exchangedBase = path.resolve(import.meta.dirname, '../../helpers/exchanged-base.ts');

const cards = (page: Page) => page.getByRole('article');
const cardOf = (page: Page, title: string) => page.getByRole('article', { name: title });
const term = 'Výpovedná lehota v mesiacoch';

async function prepare(profile: string): Promise<ConflictRow> {
  expect(await runVizitka(profile, ['demo'])).toMatchObject({ code: 0 });
  execFileSync(process.execPath, [exchangedBase, profile]);
  const input = { language: 'sk', country: 'SK', name: 'Zuzana Kováčová' };
  await callProcedure(profile, 'settings.setUp', input);
  const { rows } = await callProcedure<{ rows: ConflictRow[] }>(profile, 'conflicts.list');
  const found = rows.find(({ unit }) => unit === 'term');
  if (!found) throw new Error('no conflict about a term');
  return found;
}

test('from the mark on a field to the desk: mine is put back, and "Späť" takes that back', async ({
  page,
  profile,
  start,
  watch,
}) => {
  const { record, title } = await prepare(profile);
  const server = await start();
  await page.goto(server.address);
  const contract = new URL(`/contracts/${record}`, server.address).href;
  await page.goto(contract);
  await expect(page.getByRole('textbox', { name: term })).toHaveValue('2');
  // Of the four fields of the term only the one that differs is marked.
  await expect(page.getByRole('link', { name: 'Rozpor', exact: true })).toHaveCount(1);
  await page.getByRole('link', { name: 'Rozpor', exact: true }).click();

  const card = cardOf(page, `${title} – ${term}`);
  await expect(card).toBeFocused();
  await expect(card.getByRole('group', { name: 'Predtým' })).toContainText('3');
  await expect(card.getByRole('group', { name: 'Vy' })).toContainText('6');
  await expect(card.getByRole('group', { name: 'Vy' })).toContainText('predvčerom');
  await expect(card.getByRole('group', { name: 'Peter Horváth' })).toContainText('2');
  await expect(card.getByRole('group', { name: 'Peter Horváth' })).toContainText('platí teraz');
  await expect(page.getByRole('link', { name: /Výmena údajov.*6 vecí čaká na vás/ })).toBeVisible();

  await card.getByRole('button', { name: 'Vrátiť toto' }).click();
  await expect(card).toHaveCount(0);
  await expect(
    page.getByRole('status').filter({ hasText: '3 rozpory' }).or(page.getByText('3 rozpory')).first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Späť', exact: true }).click();
  await expect(card).toBeVisible();
  await page.goto(contract);
  await expect(page.getByRole('textbox', { name: term })).toHaveValue('2');
  await expect(page.getByRole('link', { name: 'Rozpor', exact: true })).toHaveCount(1);
  expect(watch.errors).toEqual([]);
});

test('by keyboard alone, and what is settled is found again', async ({ page, profile, start, watch }) => {
  const { record, title } = await prepare(profile);
  const server = await start();
  await page.goto(server.address);
  await page.goto(new URL('/sync/conflicts', server.address).href);
  await expect(cards(page)).toHaveCount(4);
  const card = cardOf(page, `${title} – ${term}`);
  const places = await cards(page).count();
  let at = 0;
  for (; at < places; at += 1) {
    await page.keyboard.press('j');
    await expect(cards(page).nth(at)).toBeFocused();
    if ((await cards(page).nth(at).getAttribute('data-record')) === record) break;
  }
  await expect(card).toBeFocused();
  await page.keyboard.press('k');
  await expect(cards(page).nth(at - 1)).toBeFocused();
  await page.keyboard.press('j');
  await expect(card).toBeFocused();
  await page.keyboard.press('1');
  await expect(card).toHaveCount(0);
  const { contract } = await callProcedure<{ contract: { noticeMonths: number } }>(profile, 'contracts.get', {
    id: record,
  });
  expect(contract.noticeMonths).toBe(6);

  await page.getByText('Vyriešené', { exact: true }).click();
  await expect(cards(page).filter({ hasText: 'vrátila sa prepísaná hodnota' })).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Vrátiť toto' })).toHaveCount(0);
  await expectAccessible(page);
  expect(watch.errors).toEqual([]);
});

test('a group is settled at once; what has changed since says so; nothing left is said calmly', async ({
  page,
  profile,
  start,
  watch,
}) => {
  await prepare(profile);
  const server = await start();
  await page.goto(server.address);
  await page.goto(new URL('/sync/conflicts', server.address).href);
  await expect(page.getByText('Záznam sa odvtedy znova zmenil.').first()).toBeVisible();
  await expect(page.getByText('Záznam bol odstránený a zároveň zmenený.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Nechať všetky tak, ako sú' }).first().click();
  await expect(cards(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Vrátiť všetky moje' }).click();
  await expect(page.getByRole('heading', { name: 'Žiadne rozpory' })).toBeVisible();
  await expectAccessible(page);
  expect(watch.errors).toEqual([]);
});

test('an old value is put back from the history of a record', async ({ page, profile, start, watch }) => {
  const { record } = await prepare(profile);
  const server = await start();
  await page.goto(server.address);
  await page.goto(new URL(`/contracts/${record}`, server.address).href);
  const months = page.getByRole('textbox', { name: term });
  await months.fill('9');
  await months.press('Enter');
  await page.getByRole('button', { name: 'Ukázať zmeny údajov' }).click();
  const history = page.getByRole('region', { name: 'Zmeny údajov' });
  await history
    .getByRole('button', { name: /^Obnoviť .*: 2, / })
    .first()
    .click();
  await expect(months).toHaveValue('2');
  await expect(page.getByText('Obnovené')).toBeVisible();
  await page.getByRole('button', { name: 'Späť', exact: true }).click();
  await expect(months).toHaveValue('9');
  expect(watch.errors).toEqual([]);
});
