/** A list of clients called through by keyboard: not reached, call again, a meeting; and the way back. */
import { randomUUID } from 'node:crypto';
import type { Locator } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './journey.ts';
import { callProcedure } from './vizitka-process.ts';

test('a list made from a filter is called through by its keys, and a meeting that was arranged is taken back', async ({
  page,
  profile,
  start,
}) => {
  const server = await start({ language: 'sk' });
  await callProcedure(profile, 'settings.setUp', { language: 'sk', country: 'SK', name: 'Zuzana Kováčová' });
  const martin = await addClient('Píla Martin', 'Martin');
  await addClient('Píla Žilina', 'Žilina');
  await addClient('Mlyn', 'Trnava');
  await addPerson(martin, 'Baláž', '+421905000111');
  const to = async (path: string) => page.goto(new URL(path, server.address).href);
  const heading = (name: string | RegExp) => page.getByRole('heading', { name });

  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(server.address);
  await to('/clients');
  await expect(page.getByRole('grid', { name: 'Klienti' })).toBeFocused();
  await page.keyboard.press('/');
  const filter = page.getByRole('searchbox', { name: 'Názov, mesto, IČO, telefón' });
  await expect(filter).toBeFocused();
  await filter.fill('pila');
  await expect(page.getByText('2 klienti', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  const search = page.getByRole('combobox', { name: 'Hľadanie' });
  await press('s', search);
  await search.fill('do zoznamu hovorov');
  await expect(page.getByRole('option', { name: /Pridať zobrazených klientov/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Pridajú sa 2 klienti.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Názov zoznamu' }).fill('Jesenné stretnutia');
  await expectAccessible(page);
  await page.keyboard.press('Enter');

  await expect(heading('Jesenné stretnutia')).toBeVisible();
  await expect(heading(/^Píla Martin/)).toBeFocused();
  await expect(page.getByRole('link', { name: '+421 905 000 111' })).toHaveAttribute(
    'href',
    'tel:+421905000111',
  );
  await expect(page.getByText('volám sa Zuzana Kováčová. Je pri telefóne Baláž?')).toBeVisible();
  await page.keyboard.press('3');
  await expect(heading(/^Píla Žilina/)).toBeFocused();
  await page.keyboard.press('2');
  await expect(page.getByRole('radio', { name: /^nasledujúci pracovný deň/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading('Teraz nie je komu volať')).toBeVisible();

  // He whom nobody reached comes up first; what is typed outlives the window and waits in the day.
  const queue = page.getByRole('grid', { name: 'Poradie hovorov' });
  await queue.focus();
  await page.keyboard.press('Enter');
  await expect(heading(/^Píla Martin/)).toBeFocused();
  const note = page.getByRole('textbox', { name: 'Čo zaznelo' });
  await press('e', note);
  await note.fill('Chcú vidieť linku');
  await page.keyboard.press('Escape');
  await press('1', page.getByRole('textbox', { name: 'Deň' }));
  const place = page.getByRole('textbox', { name: 'Miesto' });
  await expect(place).toHaveValue('Martin');
  await place.fill('Martin, hala 2');
  await expectAccessible(page);
  await kept('Martin, hala 2');
  await to('/day');
  await page.getByRole('link', { name: /^Píla Martin.*rozpísaný hovor/ }).click();
  await expect(place).toHaveValue('Martin, hala 2');
  await expect(note).toHaveValue('Chcú vidieť linku');
  await place.press('Enter');
  await expect(heading('Teraz nie je komu volať')).toBeVisible();
  await expect(queue.getByText('dohodnuté stretnutie')).toBeVisible();

  await to('/meetings');
  await expect(page.getByRole('grid', { name: 'Stretnutia' }).getByText('Píla Martin')).toBeVisible();
  await to(`/clients/${martin}`);
  const entries = page.getByTestId('timeline-entry');
  await expect(entries).toHaveCount(2);
  await expect(entries.first()).toContainText('dohodnuté stretnutie');
  await expect(entries.first()).toContainText('Chcú vidieť linku');
  await page.keyboard.press('Control+z');
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText('nezastihnutý');
  await to('/meetings');
  await expect(heading('Žiadne stretnutie pred vami')).toBeVisible();

  /** Keys that come faster than a hand can press them are a scanner's, and do nothing. */
  async function press(key: string, focused: Locator): Promise<void> {
    await expect(async () => {
      await page.keyboard.press(key);
      await expect(focused).toBeFocused({ timeout: 1_000 });
    }).toPass();
  }

  async function addClient(name: string, town: string): Promise<string> {
    const id = randomUUID();
    await callProcedure(profile, 'clients.create', { id, values: { name, town, status: 'prospect' } });
    return id;
  }

  async function addPerson(client: string, lastName: string, phone: string): Promise<void> {
    const id = randomUUID();
    await callProcedure(profile, 'contacts.create', {
      id,
      values: { lastName, phones: [{ value: phone, kind: 'mobile' }] },
      position: { id: randomUUID(), values: { client, contact: id } },
    });
  }

  /** The draft has reached the base. */
  async function kept(text: string): Promise<void> {
    await expect
      .poll(async () => JSON.stringify(await callProcedure(profile, 'drafts.list', {})))
      .toContain(text);
  }
});
