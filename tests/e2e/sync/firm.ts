/** A firm for journeys: a real server, and windows of its members, each on a profile of its own. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { hostServer, type TestServer } from '../../helpers/hosted-server.ts';
import { expect, test as base, type Watch, watchPage } from '../journey.ts';
import { callProcedure, type Server, startServer } from '../vizitka-process.ts';

export { expect };

export const ADMIN = 'zuzana.kovacova@drevo.example';
export const REP = 'peter.horvath@drevo.example';
export const PASSWORD = 'dosť dlhé heslo';

/** One member's computer. */
export interface Desk {
  name: string;
  profile: string;
  page: Page;
  go(address: string): Promise<void>;
}

interface Firm {
  server: TestServer;
  /** A window past the first start; `prepare` fills the base before. */
  open(name: string, prepare?: (profile: string) => Promise<unknown>): Promise<Desk>;
}

export const test = base.extend<{ firm: Firm }>({
  firm: async ({ browser }, give) => {
    const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'vizitka-firm-')));
    const server = await hostServer({ workspace: 'Drevo a syn' });
    const shells: Server[] = [];
    const contexts: BrowserContext[] = [];
    const watch: Watch = { errors: [], foreign: [] };
    await give({
      server,
      open: async (name, prepare) => {
        const profile = path.join(folder, name);
        await callProcedure(profile, 'settings.setUp', { language: 'sk', country: 'SK', name });
        await prepare?.(profile);
        const shell = await startServer(profile);
        shells.push(shell);
        const { context, page } = await openWindow(browser, watch);
        contexts.push(context);
        await page.goto(shell.address);
        await expect(page.getByRole('contentinfo')).toContainText('Uložené na tomto počítači');
        const go = (address: string) => page.goto(new URL(address, shell.address).href).then(() => undefined);
        return { name, profile, page, go };
      },
    });
    for (const context of contexts) await context.close();
    for (const shell of shells) await shell.stop();
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
    expect(watch, 'no window had an error or asked for anything outside').toEqual({
      errors: [],
      foreign: [],
    });
  },
});

async function openWindow(browser: Browser, watch: Watch) {
  const context = await browser.newContext({
    locale: 'sk-SK',
    timezoneId: 'Europe/Bratislava',
    viewport: { width: 1366, height: 768 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await watchPage(page, watch);
  return { context, page };
}

/** Signs in with what stands in an invitation, by the form. */
export async function signIn(
  { page, go, name }: Desk,
  invitation: string,
  server: string,
  email: string,
): Promise<void> {
  await go('/sync');
  await page.getByRole('textbox', { name: 'Pozvánka' }).fill(invitation);
  await page.getByRole('textbox', { name: 'Adresa servera' }).fill(server);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await choosePassword(page);
  await page.getByRole('textbox', { name: 'Názov tohto zariadenia' }).fill(`Počítač: ${name}`);
  await page.getByRole('button', { name: 'Pripojiť sa' }).click();
}

export async function choosePassword(page: Page): Promise<void> {
  await page.getByLabel('Nové heslo', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Heslo ešte raz', { exact: true }).fill(PASSWORD);
}

/** Exchanges at once and waits until nothing is left to be sent. */
export async function exchange(desk: Desk): Promise<void> {
  await desk.go('/sync');
  await pressAndWait(desk.page.getByRole('button', { name: 'Vymeniť teraz' }));
  await expect(desk.page.getByText('Všetko je vymenené.')).toBeVisible();
}

/** The button works from the press until what it asked for has ended; the note of it goes away by itself. */
export async function pressAndWait(button: Locator): Promise<void> {
  await button.click();
  await expect(button).toBeEnabled({ timeout: 30_000 });
}

export async function stayOffline({ page, go }: Desk, on: boolean): Promise<void> {
  await go('/sync');
  const toggle = page.getByRole('switch', { name: 'Zostať bez siete' });
  if ((await toggle.isChecked()) !== on) await toggle.click();
  await expect(toggle).toBeChecked({ checked: on });
  const line = page.getByRole('contentinfo');
  if (on) await expect(line).toContainText('zostáva bez siete');
  else await expect(line).not.toContainText('zostáva bez siete');
}

/** A base that is not empty shows what will become of it first; an empty one joins at once. */
export async function joinWhenAsked({ page }: Desk): Promise<void> {
  const join = page.getByRole('button', { name: 'Pripojiť', exact: true });
  const joined = page.getByRole('heading', { name: 'Odhlásenie' });
  await expect(join.or(joined)).toBeVisible();
  if (await join.isVisible()) await join.click();
  await expect(joined).toBeVisible({ timeout: 30_000 });
}

/** The administrator's desk and another member's, both joined; `prepare` fills the administrator's base. */
export async function openTwo(
  { open, server }: Firm,
  prepare: (profile: string) => Promise<unknown>,
): Promise<[Desk, Desk]> {
  const zuzana = await open('Zuzana Kováčová', prepare);
  await signIn(zuzana, server.adminInvitation, server.url, ADMIN);
  await joinWhenAsked(zuzana);
  await exchange(zuzana);
  const { invitation } = await callProcedure<{ invitation: string }>(zuzana.profile, 'sync.invite', {
    email: REP,
    role: 'rep',
    team: null,
    territories: [],
  });
  const peter = await open('Peter Horváth');
  await signIn(peter, invitation, server.url, REP);
  await joinWhenAsked(peter);
  await exchange(peter);
  return [zuzana, peter];
}
