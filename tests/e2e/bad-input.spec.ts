/** What is no list, no number and no room: a sentence each time, and nothing lost. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { chooseFile, openWizard } from './import-file.ts';
import { expect, test } from './journey.ts';
import { prepareBase } from './prepare-base.ts';
import { makeSmallDisk } from './small-disk.ts';
import { callProcedure, runVizitka } from './vizitka-process.ts';

const slovak = path.resolve(import.meta.dirname, '../fixtures/encodings/sk_cp1250_semicolon.csv');

test('files that are no list are refused with a sentence', async ({ page, profile, start, watch }) => {
  await prepareBase(profile);
  const server = await start();
  await page.goto(server.address);
  await openWizard(page);

  const rubbish = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    randomBytes(50_000),
  ]);
  await chooseFile(page, { name: 'zoznam.csv', mimeType: 'text/csv', buffer: rubbish });
  await expectRefused(page, 'Toto nie je tabuľka ani vizitky, ale obrázok PNG.');
  await chooseFile(page, { name: 'zoznam.csv', mimeType: 'text/csv', buffer: Buffer.alloc(5000, 0) });
  await expectRefused(page, 'Toto nie je tabuľka ani vizitky, ale iný druh súboru.');
  await chooseFile(page, { name: 'prazdny.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
  await expectRefused(page, 'Súbor je prázdny. Nič sa nezapísalo; vyberte iný.');

  // A wrong encoding is seen, said and mended with one press.
  await chooseFile(page, slovak);
  await expect(page.getByRole('heading', { name: 'Čo v súbore je' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Kódovanie textu' }).fill('utf-8');
  await page.getByRole('option', { name: 'utf-8', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Písmená sú pokazené, kódovanie asi nesedí.');
  await page.getByRole('button', { name: 'Použiť windows-1250' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Kódovanie textu' })).toHaveValue('windows-1250');
  await expect(page.getByRole('contentinfo')).toContainText(/\D1 klient0 /);
  expect(watch.errors).toEqual([]);
});

test('an IČO with a wrong check digit stays a draft, with its sentence', async ({
  page,
  profile,
  start,
  watch,
}) => {
  const client = await prepareBase(profile);
  const server = await start();
  await page.goto(server.address);
  await page.goto(new URL(`/clients/${client}`, server.address).href);
  await page.getByRole('tab', { name: 'Údaje' }).click();
  const ico = page.getByRole('textbox', { name: 'IČO', exact: true });
  await ico.fill('12345678');
  await ico.press('Tab');
  const sentence = page.getByText('Kontrolná číslica IČO nesedí. Skontrolujte, či v ňom nie je preklep.');
  await expect(sentence).toBeVisible();
  await expect.poll(() => draftsOf(profile)).toContain('12345678');

  await page.reload();
  await page.getByRole('tab', { name: 'Údaje' }).click();
  await expect(ico).toHaveValue('12345678');
  await expect(sentence).toBeVisible();
  expect(await icoOf(profile, client)).toBeNull();

  await ico.fill('36562939');
  await ico.press('Enter');
  await expect(sentence).toBeHidden();
  await expect.poll(() => icoOf(profile, client)).toBe('36562939');
  expect(watch.errors).toEqual([]);
});

test('on a full disk it says that nothing is saved, and what was typed stays', async ({
  page,
  start,
  watch,
}) => {
  const disk = makeSmallDisk();
  try {
    const profile = path.join(disk.folder, 'base');
    const client = await prepareBase(profile);
    const server = await start({ profile });
    await page.goto(server.address);
    await page.goto(new URL(`/clients/${client}`, server.address).href);
    await page.getByRole('tab', { name: 'Údaje' }).click();
    const name = page.getByRole('textbox', { name: 'Názov', exact: true });
    await expect(name).toHaveValue('Lipová píla, s. r. o.');

    disk.fill(server.pid);
    await name.fill('Dubová píla, a. s.');
    await name.press('Enter');
    const sentence = page.getByText('Neuložené: disk je plný. Čo ste napísali, zostáva na obrazovke', {
      exact: false,
    });
    await expect(sentence.first()).toBeVisible();
    await expect(name).toHaveValue('Dubová píla, a. s.');
    await expect(page.getByRole('heading', { level: 1, name: 'Lipová píla, s. r. o.' })).toBeVisible();

    disk.free(server.pid);
    await name.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Dubová píla, a. s.' })).toBeVisible();
    expect(await runVizitka(profile, ['verify'])).toMatchObject({ code: 0, err: '' });
    await page.close();
    await server.stop();
    expect(watch.errors).toEqual([]);
  } finally {
    disk.remove();
  }
});

async function expectRefused(page: Page, sentence: string): Promise<void> {
  await expect(page.getByRole('alert')).toContainText(sentence);
  await expect(page.getByRole('heading', { name: 'Vyberte súbor' })).toBeVisible();
}

async function draftsOf(profile: string): Promise<string> {
  return JSON.stringify(await callProcedure(profile, 'drafts.list'));
}

async function icoOf(profile: string, client: string): Promise<string | null> {
  const desk = await callProcedure<{ client: { ico: string | null } }>(profile, 'clients.desk', {
    id: client,
  });
  return desk.client.ico;
}
