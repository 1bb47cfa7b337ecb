/** The system's key store under the desktop: kept, emptied, missing, not to be trusted; and a base of the browser shell. */
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { beginInSlovak, keepCode } from '../first-start.ts';
import { prepareBase } from '../prepare-base.ts';
import { desktopKind, expect, keyStoreOf, test, writeKeyStore } from './desktop.ts';

interface SlotFile {
  slots: { kind: string; params: { backend?: string; sealed?: string } }[];
}

const slotsOf = (profile: string) =>
  (JSON.parse(fs.readFileSync(path.join(profile, 'keys.json'), 'utf8')) as SlotFile).slots;
const clients = (page: Page) => page.getByRole('heading', { name: 'Klienti', exact: true });

async function openWithCode(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Záchranný kód' }).fill(code);
  await page.getByRole('button', { name: 'Otvoriť databázu' }).click();
}

test('a new base opens through the key store alone, and nothing readable lies in its folder', async ({
  launch,
  profile,
}) => {
  const first = await launch();
  await beginInSlovak(first.page, 'Začať s prázdnou databázou');
  await expect(clients(first.page)).toBeVisible();
  expect(await first.close()).toBe(0);
  expect(slotsOf(profile).map(({ kind }) => kind)).toEqual(['osKeyStore']);
  expect(slotsOf(profile)[0]?.params.backend).toBeTruthy();
  expect(fs.existsSync(path.join(profile, 'profile.key'))).toBe(false);

  const again = await launch();
  await expect(clients(again.page)).toBeVisible();
  expect(await again.close()).toBe(0);
});

test('the command line of the program asks the key store too, and says what opens the base without it', async ({
  launch,
  profile,
}) => {
  const desktop = await launch();
  await beginInSlovak(desktop.page, 'Začať s prázdnou databázou');
  await expect(clients(desktop.page)).toBeVisible();
  expect(await desktop.close()).toBe(0);
  expect(slotsOf(profile).map(({ kind }) => kind)).toEqual(['osKeyStore']);

  const verify = () => launch({ args: ['--cli', '--profile', profile, 'verify'], expectWindow: false });
  expect(await (await verify()).ended).toBe(0);
  if (desktopKind === 'electron') return;
  fs.rmSync(keyStoreOf(profile));
  const refused = await verify();
  expect(await refused.ended).toBe(1);
  expect(refused.complaint()).toContain('Kľúčenka systému');
});

test('a base of the browser shell opens, the key store is added, the key file goes when asked', async ({
  launch,
  profile,
}) => {
  await prepareBase(profile);
  const desktop = await launch();
  const { page } = desktop;
  await expect(page.getByText('Lipová píla, s. r. o.').first()).toBeVisible();
  expect(slotsOf(profile).map(({ kind }) => kind)).toEqual(['keyFile', 'osKeyStore']);
  await page.getByRole('link', { name: 'Nastavenia' }).click();
  await page.getByRole('button', { name: 'Odstrániť súbor s kľúčom…' }).click();
  await page.getByRole('button', { name: 'Odstrániť súbor s kľúčom', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Odstrániť súbor s kľúčom', exact: true })).toHaveCount(0);
  expect(fs.existsSync(path.join(profile, 'profile.key'))).toBe(false);
  expect(await desktop.close()).toBe(0);
  const again = await launch();
  await expect(again.page.getByText('Lipová píla, s. r. o.').first()).toBeVisible();
  expect(await again.close()).toBe(0);
});

test('the code goes to a PDF and a text file, and nothing else of the window with it', async ({
  launch,
  profile,
}) => {
  await prepareBase(profile);
  const desktop = await launch();
  const { page } = desktop;
  await page.getByRole('button', { name: 'Odložiť kód' }).click();
  const shown = page.getByRole('list', { name: 'Váš záchranný kód' }).getByRole('listitem');
  await expect(shown).toHaveCount(6);
  const groups = (await shown.allInnerTexts()).map((text) => text.trim().slice(-5));

  const pdf = path.join(path.dirname(profile), 'kod.pdf');
  await desktop.evaluateMain(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, pdf);
  await page.getByRole('button', { name: 'Uložiť ako PDF' }).click();
  await expect.poll(() => fs.existsSync(pdf)).toBe(true);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(fs.readFileSync(pdf))), {
    mergePages: true,
  });
  for (const group of groups) expect(text.replaceAll(' ', '')).toContain(group);
  expect(text.normalize('NFC')).toContain('Záchranný kód k databáze Vizitka');
  expect(text.normalize('NFC')).not.toContain('Nastavenia');

  const saved = await desktop.takeFile(() => page.getByRole('button', { name: 'Uložiť ako text' }).click());
  expect(saved.toString('utf8')).toContain(groups.join('-'));
  expect(await desktop.close()).toBe(0);
});

// The key store of the system itself is not for tests to empty.
if (desktopKind === 'stand-in') {
  test.describe('where the test has the key store in its hands', () => {
    test('emptied: nothing is lost, the recovery code opens, and the computer remembers again', async ({
      launch,
      profile,
    }) => {
      const first = await launch();
      const code = await beginInSlovak(first.page, 'Začať s prázdnou databázou', 'kept');
      await expect(clients(first.page)).toBeVisible();
      expect(await first.close()).toBe(0);
      const base = fs.readFileSync(path.join(profile, 'vizitka.db'));
      fs.rmSync(keyStoreOf(profile));

      const shut = await launch();
      await expect(shut.page.getByRole('heading', { name: 'Kľúčenka systému už kľúč nemá' })).toBeVisible();
      expect(fs.readFileSync(path.join(profile, 'vizitka.db'))).toEqual(base);
      await openWithCode(shut.page, code);
      await expect(clients(shut.page)).toBeVisible();
      expect(await shut.close()).toBe(0);

      const again = await launch();
      await expect(clients(again.page)).toBeVisible();
      expect(await again.close()).toBe(0);
    });

    test('changed or locked: shut each time, and open once it is there again', async ({
      launch,
      profile,
    }) => {
      const first = await launch();
      await beginInSlovak(first.page, 'Začať s prázdnou databázou');
      await expect(clients(first.page)).toBeVisible();
      expect(await first.close()).toBe(0);
      const kept = fs.readFileSync(keyStoreOf(profile), 'utf8');

      writeKeyStore(keyStoreOf(profile), { key: Buffer.alloc(32, 7).toString('base64') });
      const changed = await launch();
      await expect(
        changed.page.getByRole('heading', { name: 'Kľúčenka systému už kľúč nemá' }),
      ).toBeVisible();
      await expect(changed.page.getByText('Záchranný kód k tejto databáze nikto neodložil')).toBeVisible();
      expect(await changed.close()).toBe(0);

      fs.writeFileSync(keyStoreOf(profile), kept);
      writeKeyStore(keyStoreOf(profile), { isAvailable: false });
      const locked = await launch();
      await expect(
        locked.page.getByRole('heading', { name: 'Kľúčenka systému nie je dostupná' }),
      ).toBeVisible();
      expect(await locked.close()).toBe(0);

      fs.writeFileSync(keyStoreOf(profile), kept);
      const again = await launch();
      await expect(clients(again.page)).toBeVisible();
      expect(await again.close()).toBe(0);
    });

    test('basic_text is refused: no base before the code is proved, and each start asks for it', async ({
      launch,
      profile,
    }) => {
      writeKeyStore(keyStoreOf(profile), { backend: 'basic_text' });
      const first = await launch();
      const { page } = first;
      await expect(page.getByRole('heading', { name: 'Najprv si odložte záchranný kód' })).toBeVisible();
      await expect(page.getByText('uloženie bez ochrany (basic_text)')).toBeVisible();
      expect(fs.existsSync(path.join(profile, 'vizitka.db'))).toBe(false);
      const code = await keepCode(page, 'Vitajte vo Vizitke');
      await page.getByRole('textbox', { name: 'Vaše meno' }).fill('Zuzana Kováčová');
      await page.getByRole('button', { name: 'Začať s prázdnou databázou' }).click();
      await expect(clients(page)).toBeVisible();
      expect(await first.close()).toBe(0);
      expect(slotsOf(profile).map(({ kind }) => kind)).toEqual(['recoveryCode']);

      const again = await launch();
      await expect(again.page.getByRole('heading', { name: 'Databáza čaká na záchranný kód' })).toBeVisible();
      await openWithCode(again.page, code);
      await expect(clients(again.page)).toBeVisible();
      await again.page.getByRole('link', { name: 'Nastavenia' }).click();
      await expect(again.page.getByText('nie je kľúčenka, ktorej by sa dalo veriť')).toBeVisible();
      expect(await again.close()).toBe(0);
    });
  });
}
