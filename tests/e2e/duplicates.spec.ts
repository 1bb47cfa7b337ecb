/** Two entries of one firm: found, compared, merged, taken back, told apart, merged again and separated. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './journey.ts';
import { prepareBase } from './prepare-base.ts';
import { callProcedure } from './vizitka-process.ts';

test.setTimeout(120_000);

const OLD = 'Tatranská píla';
const NEW = 'Tatranská píla, s. r. o.';

/** The number makes the id: which one is the older does not change from run to run. */
async function addFirm(profile: string, number: number, values: object, said: string): Promise<string> {
  const id = `0198c0de-0000-7000-8000-00000000010${number}`;
  await callProcedure(profile, 'clients.create', {
    id,
    values: { status: 'active', town: 'Poprad', ...values },
  });
  await callProcedure(profile, 'meetings.log', {
    id: randomUUID(),
    values: { client: id, kind: 'visit', happenedAt: Date.now(), zone: 'Europe/Bratislava', summary: said },
    objections: [],
  });
  return id;
}

const timeline = (page: Page) => page.getByRole('region', { name: 'História vzťahu' });
const pairs = (page: Page) => page.getByRole('list', { name: 'Možné duplicity' }).getByRole('listitem');

test('a firm that is there twice becomes one, and two again', async ({ page, profile, start, watch }) => {
  await prepareBase(profile);
  const older = await addFirm(
    profile,
    1,
    { name: OLD, phones: [{ value: '+421905111222', kind: 'work' }] },
    'Prvá návšteva',
  );
  const newer = await addFirm(
    profile,
    2,
    { name: NEW, ico: '36421928', status: 'prospect' },
    'Druhá návšteva',
  );
  const server = await start();
  const { keyboard } = page;
  await page.goto(server.address);

  await test.step('found from the list and compared by keyboard', async () => {
    await page.getByRole('button', { name: 'Možné duplicity' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Možné duplicity' })).toBeVisible();
    await expect(pairs(page)).toHaveCount(1);
    await expect(pairs(page)).toContainText('rovnaký názov a mesto');
    await expectAccessible(page);
    await keyboard.press('j');
    await expect(page.getByRole('link', { name: `Porovnať: ${OLD} a ${NEW}` })).toBeFocused();
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Je to to isté?' })).toBeVisible();
    await expect(page.getByRole('radio', { name: `Zostane ${OLD}`, exact: true })).toBeChecked();
    await keyboard.press('2');
    await expect(page.getByRole('radio', { name: `Zostane ${NEW}` })).toBeChecked();
    await page.getByRole('radio', { name: 'Stav: aktívny' }).check();
    await expectAccessible(page);
    await page.getByRole('heading', { level: 1 }).click();
    await keyboard.press('m');
  });

  await test.step('one firm, with what was written with either', async () => {
    await expect(page.getByRole('heading', { level: 1, name: NEW })).toBeVisible();
    await expect(timeline(page)).toContainText('Prvá návšteva');
    await expect(timeline(page)).toContainText('Druhá návšteva');
    await expect(page.getByRole('region', { name: 'Zlúčené záznamy' })).toContainText(OLD);
    await expect(page.getByRole('link', { name: '+421 905 111 222' }).first()).toBeVisible();
    await page.goto(new URL(`/clients/${older}`, server.address).href);
    await expect(page.getByText(`Záznam „${OLD}“ je zlúčený do „${NEW}“`)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('taken back, told apart and asked for again', async () => {
    await keyboard.press('Control+z');
    await expect(page.getByRole('region', { name: 'Zlúčené záznamy' })).toBeHidden();
    await expect(timeline(page)).not.toContainText('Prvá návšteva');
    await page.goto(new URL('/duplicates/clients', server.address).href);
    await page.getByRole('button', { name: `Nie sú rovnaké: ${OLD} a ${NEW}` }).click();
    await expect(page.getByRole('heading', { name: 'Žiadne možné duplicity' })).toBeVisible();
    await page.getByRole('button', { name: 'Späť', exact: true }).click();
    await expect(pairs(page)).toHaveCount(1);
  });

  await test.step('merged again and separated', async () => {
    await page.goto(new URL(`/clients/${newer}`, server.address).href);
    await page.getByRole('button', { name: 'Ďalšie možnosti' }).click();
    await page.getByRole('menuitem', { name: 'Zlúčiť s iným klientom…' }).click();
    await expect(page.getByRole('dialog', { name: 'Zlúčiť s iným klientom' })).toBeVisible();
    await expectAccessible(page);
    // Nothing that is typed as soon as the dialog is there goes elsewhere.
    const picker = page.getByRole('dialog').getByRole('combobox', { name: 'Klient' });
    await expect(picker).toBeFocused();
    await keyboard.type('tatranská', { delay: 20 });
    await expect(page.getByRole('option')).toHaveCount(1);
    await expect(picker).toHaveValue('tatranská');
    await page.getByRole('option', { name: /^Tatranská píla(?!,)/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Je to to isté?' })).toBeVisible();
    await page.getByRole('radio', { name: `Zostane ${NEW}` }).check();
    await page.getByRole('button', { name: 'Zlúčiť' }).click();
    await page.getByRole('button', { name: `Rozdeliť: ${OLD}` }).click();
    await expect(page.getByRole('region', { name: 'Zlúčené záznamy' })).toBeHidden();
    await expect(timeline(page)).not.toContainText('Prvá návšteva');
    await page.goto(new URL(`/clients/${older}`, server.address).href);
    await expect(page.getByRole('heading', { level: 1, name: OLD, exact: true })).toBeVisible();
    await expect(timeline(page)).toContainText('Prvá návšteva');
  });

  await test.step('a person who is there twice, from either page', async () => {
    const contacts: string[] = [];
    for (const firstName of ['Eva', 'Evička']) {
      contacts.push(randomUUID());
      const id = contacts.at(-1);
      await callProcedure(profile, 'contacts.create', { id, values: { firstName, lastName: 'Jednotková' } });
    }
    await page.goto(new URL(`/contacts/${contacts[0]}`, server.address).href);
    await page.getByRole('button', { name: 'Čo s osobou' }).click();
    await page.getByRole('menuitem', { name: 'Zlúčiť s inou osobou…' }).click();
    const picker = page.getByRole('dialog').getByRole('combobox');
    await expect(picker).toBeFocused();
    await keyboard.type('jednotk', { delay: 20 });
    await page.getByRole('option', { name: /Evička Jednotková/ }).click();
    await page.getByRole('radio', { name: 'Zostane Eva Jednotková' }).check();
    await page.getByRole('button', { name: 'Zlúčiť' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Eva Jednotková' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Zlúčené záznamy' })).toContainText('Evička Jednotková');
  });
  expect(watch.errors).toEqual([]);
});
