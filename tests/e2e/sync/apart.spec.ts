/** What a member sees when things do not go well: no server, a colleague's change under his hands, a device signed out. */
import fs from 'node:fs';
import { Client } from 'pg';
import { expectAccessible } from '../accessible.ts';
import { keepCode } from '../first-start.ts';
import { prepareBase } from '../prepare-base.ts';
import { callProcedure } from '../vizitka-process.ts';
import { exchange, expect, openTwo, PASSWORD, test } from './firm.ts';

test('a form under the hand keeps what is typed and names the colleague who changed it; without a server all goes on', async ({
  firm,
}) => {
  test.setTimeout(600_000);
  let client = '';
  const [zuzana, peter] = await openTwo(firm, async (profile) => {
    client = await prepareBase(profile);
  });

  await test.step('a colleague has changed it meanwhile', async () => {
    await peter.go(`/clients/${client}`);
    await peter.page.getByRole('tab', { name: 'Údaje' }).click();
    const ico = peter.page.getByRole('tabpanel').getByRole('textbox', { name: 'IČO', exact: true });
    // Not valid yet, so it waits as a draft.
    await ico.fill('1234');
    await callProcedure(zuzana.profile, 'clients.edit', { id: client, values: { ico: '50005448' } });
    await callProcedure(zuzana.profile, 'sync.now');
    await callProcedure(peter.profile, 'sync.now');
    await expect(
      peter.page.getByText('Medzitým to zmenil niekto iný (Zuzana Kováčová). Uložením prepíšete: 50005448'),
    ).toBeVisible();
    await expect(ico).toHaveValue('1234');
    await ico.press('Escape');
    await expect(ico).toHaveValue('50005448');
  });

  const older = peter.page.getByRole('button', { name: 'Staršie hodnoty zo servera' });
  await test.step('what was written before this device came is asked from the server', async () => {
    await peter.go(`/clients/${client}`);
    await peter.page.getByRole('tab', { name: 'Zmeny údajov' }).click();
    await older.click();
    const values = peter.page.getByRole('list', { name: 'Staršie hodnoty zo servera' });
    await expect(values).toContainText('Názov: Lipová píla, s. r. o.');
    await expect(values).toContainText('Zuzana Kováčová');
    await expect(values.getByRole('button', { name: 'Obnoviť Stav: záujemca' })).toBeVisible();
    await expectAccessible(peter.page);
  });

  await test.step('pressed while an exchange runs: the next one answers it', async () => {
    const { page } = peter;
    await peter.go('/sync');
    const database = new Client({ connectionString: firm.server.database.url });
    await database.connect();
    await database.query('BEGIN; LOCK TABLE sync.workspace');
    const running = callProcedure(peter.profile, 'sync.now');
    await expect(page.getByText('Práve sa vymieňajú údaje.')).toBeVisible();
    const now = page.getByRole('button', { name: 'Vymeniť teraz' });
    await now.click();
    await expect(now).toBeDisabled();
    await database.query('COMMIT');
    await database.end();
    await running;
    await expect(now).toBeEnabled();
    await expect(page.getByText('Všetko je vymenené.')).toBeVisible();
  });

  await test.step('the server is away: said calmly, and work goes on', async () => {
    await firm.server.stop();
    const { page } = peter;
    await callProcedure(peter.profile, 'clients.edit', { id: client, values: { segment: 'nábytok' } });
    await peter.go('/sync');
    await page.getByRole('button', { name: 'Vymeniť teraz' }).click();
    await expect(page.getByText('Server teraz nie je dostupný. Pracujte ďalej').first()).toBeVisible();
    await expect(page.getByText(/Ďalší pokus/)).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('bez siete');
    await expect(page.getByRole('contentinfo')).toContainText('neodoslané 1');
    await expect(page.getByText('1 zmena klienta')).toBeVisible();
    await expectAccessible(page);
    await peter.go(`/clients/${client}`);
    await page.getByRole('tab', { name: 'Zmeny údajov' }).click();
    await older.click();
    await expect(page.getByText('Server teraz nie je dostupný. Skontrolujte sieť')).toBeVisible();
  });
});

test('a device that an administrator signs out says so, and goes on after a new sign-in', async ({
  firm,
}) => {
  test.setTimeout(600_000);
  const [zuzana, peter] = await openTwo(firm, prepareBase);
  await zuzana.go('/sync');
  await zuzana.page.getByRole('button', { name: 'Odhlásiť zariadenie Počítač: Peter Horváth…' }).click();
  await expectAccessible(zuzana.page, { within: '[role=dialog]' });
  await zuzana.page.getByRole('button', { name: 'Odhlásiť zariadenie', exact: true }).click();
  await expect(zuzana.page.getByText('Zariadenie je odhlásené')).toBeVisible();

  const { page } = peter;
  await peter.go('/sync');
  await page.getByRole('button', { name: 'Vymeniť teraz' }).click();
  await expect(page.getByText('Toto zariadenie je odhlásené.').first()).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('zariadenie je odhlásené');
  await expect(page.getByRole('contentinfo')).toContainText('0 klientov');
  await page.getByLabel('Heslo', { exact: true }).fill('nesprávne heslo');
  await page.getByRole('button', { name: 'Pripojiť sa' }).click();
  await expect(page.getByText('E-mail alebo heslo nesedí.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Heslo', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Pripojiť sa' }).click();
  await expect(page.getByRole('heading', { name: 'Prihlásiť sa znova' })).toHaveCount(0);
  await exchange(peter);
  await expect(page.getByRole('contentinfo')).toContainText('1 klient');
});

test('signing out with unsent work gives the recovery file first, and only with a recovery code', async ({
  firm,
}) => {
  test.setTimeout(600_000);
  const [, peter] = await openTwo(firm, prepareBase);
  const { page } = peter;
  await callProcedure(peter.profile, 'sync.stayOffline', { on: true });
  await callProcedure(peter.profile, 'clients.create', {
    id: '0198c0de-0000-7000-8000-0000000000c2',
    values: { name: 'Dubová píla, a. s.', status: 'prospect' },
  });
  await peter.go('/sync');
  await page.getByRole('button', { name: 'Odhlásiť sa…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 zmena ešte nie je odoslaná.');
  await expect(dialog).toContainText('Bez záchranného kódu by sa záchranný súbor nedal otvoriť.');
  await expect(dialog.getByRole('button', { name: /záchranný súbor a odhlásiť/ })).toHaveCount(0);
  await expectAccessible(page, { within: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'Odložiť záchranný kód' }).click();
  await page.getByRole('button', { name: 'Odložiť záchranný kód' }).click();
  await keepCode(page);

  await peter.go('/sync');
  await page.getByRole('button', { name: 'Odhlásiť sa…' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Uložiť záchranný súbor a odhlásiť sa' }).click();
  const file = await (await download).path();
  expect(fs.readFileSync(file).length).toBeGreaterThan(1000);
  await expect(page.getByRole('heading', { name: 'Pripojiť sa k firme' })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('2 klienti');
});
