/** What the window asks of the system: menu, paper, other programs, telephone numbers. */
import fs from 'node:fs';
import path from 'node:path';
import type * as ElectronModule from 'electron';
import { extractText, getDocumentProxy } from 'unpdf';
import { prepareBase } from '../prepare-base.ts';
import { type Desktop, type Electron, expect, test } from './desktop.ts';

test('the menu speaks the language of the window', async ({ launch, profile }) => {
  await prepareBase(profile);
  const desktop = await launch();
  const { page } = desktop;
  await expect.poll(() => menuOf(desktop)).toEqual(['Súbor', 'Upraviť', 'Prejsť', 'Zobraziť', 'Pomocník']);
  await page.goto(new URL('/settings', page.url()).href);
  await page.getByRole('radiogroup', { name: 'Jazyk' }).getByText('English').click();
  await expect.poll(() => menuOf(desktop)).toEqual(['File', 'Edit', 'Go', 'View', 'Help']);
  await desktop.close();
  // Also before the window has said anything.
  const again = await launch();
  expect(await menuOf(again)).toEqual(['File', 'Edit', 'Go', 'View', 'Help']);
});

test('commands of the menu reach the window', async ({ launch, profile }) => {
  await prepareBase(profile);
  const desktop = await launch();
  await expect(desktop.page.getByRole('navigation', { name: 'Hlavné menu' })).toBeVisible();
  await chooseInMenu(desktop, 'contacts');
  await expect(desktop.page.getByRole('grid', { name: 'Kontaktné osoby' })).toBeVisible();
  await chooseInMenu(desktop, 'search');
  await expect(desktop.page.getByRole('combobox', { name: 'Hľadanie' })).toBeFocused();
});

test('the sign beside the clock shows the window, begins a record, and speaks its language', async ({
  launch,
  profile,
}) => {
  await prepareBase(profile);
  const desktop = await launch({ beforeReady: rememberTray });
  const { page } = desktop;
  const isSeen = () =>
    desktop.evaluateMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  const hide = () => desktop.evaluateMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const labels = () =>
    desktop.evaluateMain(() => (globalThis as unknown as WithTray).tray.menu.items.map(({ label }) => label));
  await expect(page.getByRole('navigation', { name: 'Hlavné menu' })).toBeVisible();
  expect(await labels()).toEqual(['Otvoriť Vizitku', 'Nový záznam…', '', 'Ukončiť Vizitku']);

  await hide();
  await desktop.evaluateMain(() => void (globalThis as unknown as WithTray).tray.sign.emit('click'));
  await expect.poll(isSeen).toBe(true);
  await hide();
  await desktop.evaluateMain(() => (globalThis as unknown as WithTray).tray.menu.items[1]?.click());
  await expect.poll(isSeen).toBe(true);
  await expect(page.getByRole('dialog', { name: 'Nový záznam' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.goto(new URL('/settings', page.url()).href);
  await page.getByRole('radiogroup', { name: 'Jazyk' }).getByText('English').click();
  await expect.poll(labels).toEqual(['Open Vizitka', 'New Entry…', '', 'Quit Vizitka']);
  await desktop.evaluateMain(
    () => void setImmediate(() => (globalThis as unknown as WithTray).tray.menu.items[3]?.click()),
  );
  expect(await desktop.ended).toBe(0);
});

test('a list goes to the print dialog of the system', async ({ launch, profile }) => {
  await prepareBase(profile);
  const desktop = await launch();
  const { page } = desktop;
  await expect(page.getByRole('grid', { name: 'Klienti' })).toBeVisible();
  await desktop.evaluateMain(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('no window');
    contents.print = (options, done) => {
      (globalThis as { printed?: unknown }).printed = options;
      done?.(true, '');
    };
  });
  const printed = () => desktop.evaluateMain(() => (globalThis as { printed?: unknown }).printed ?? null);
  await chooseInMenu(desktop, 'print');
  await expect(page.getByRole('dialog', { name: 'Tlač' })).toBeVisible();
  expect(await printed()).toBeNull();
  await chooseInMenu(desktop, 'print');
  await expect.poll(printed).toEqual({ printBackground: true });
});

test('what the window shows becomes a PDF with its text', async ({ launch, profile }) => {
  const client = await prepareBase(profile);
  const desktop = await launch();
  const { page } = desktop;
  await page.goto(new URL(`/clients/${client}`, page.url()).href);
  await expect(page.getByRole('heading', { level: 1, name: 'Lipová píla, s. r. o.' })).toBeVisible();
  const file = path.join(path.dirname(profile), 'Karta klienta.pdf');
  await desktop.evaluateMain(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  expect(await page.evaluate(() => window.desktop?.savePdf('Lipová píla'))).toBe('saved');
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(fs.readFileSync(file))), {
    mergePages: true,
  });
  expect(text.normalize('NFC')).toContain('Lipová píla, s. r. o.');
  expect(fs.readdirSync(path.dirname(file)).filter((name) => name.endsWith('.part'))).toEqual([]);

  await desktop.evaluateMain(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
  });
  expect(await page.evaluate(() => window.desktop?.savePdf('Lipová píla'))).toBe('cancelled');
});

test('what happened is said outside the window only while nobody looks at it', async ({ launch }) => {
  const desktop = await launch();
  await desktop.evaluateMain(({ Notification }) => {
    const told = ((globalThis as { told?: string[] }).told = []) as string[];
    Notification.prototype.show = function show(this: Electron.Notification) {
      told.push(`${this.title} ${this.body}`);
    };
  });
  const told = () => desktop.evaluateMain(() => (globalThis as { told?: string[] }).told);
  const notify = (count: number) =>
    desktop.page.evaluate((rows) => window.desktop?.notify('importDone', rows), count);
  await notify(1);
  await desktop.evaluateMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await notify(3);
  await notify(5);
  expect(await told()).toEqual([
    'Načítanie je dokončené Načítané 3 riadky.',
    'Načítanie je dokončené Načítaných 5 riadkov.',
  ]);
});

test('a file for another program lies in a private folder until the quit, and programs are refused', async ({
  launch,
}) => {
  const desktop = await launch();
  await desktop.evaluateMain(({ shell }) => {
    shell.openPath = (file) => {
      (globalThis as { openedFile?: string }).openedFile = file;
      return Promise.resolve('');
    };
  });
  const open = (name: string) =>
    desktop.page.evaluate(
      (called) => window.desktop?.openFile(called, new TextEncoder().encode('Mária;Kováčová')),
      name,
    );
  expect(await open('zoznam.exe')).toBe('refused');
  expect(await open('zoznam.csv.bat')).toBe('refused');
  expect(await open('../../zoznam.csv')).toBe('opened');
  const file = await desktop.evaluateMain(() => (globalThis as { openedFile?: string }).openedFile ?? '');
  const folder = await desktop.evaluateMain(({ app }) => app.getPath('userData'));
  expect(path.relative(folder, file).startsWith('..')).toBe(false);
  expect(fs.readFileSync(file, 'utf8')).toBe('Mária;Kováčová');
  if (process.platform !== 'win32') {
    expect(fs.statSync(file).mode & 0o077).toBe(0);
    expect(fs.statSync(path.dirname(file)).mode & 0o077).toBe(0);
  }
  await desktop.close();
  expect(fs.existsSync(file)).toBe(false);
});

test('a telephone number goes to the system, another address to nobody', async ({ launch }) => {
  const desktop = await launch();
  const told = desktop.evaluateMain(
    ({ shell }) =>
      new Promise<string>((resolve) => {
        shell.openExternal = (address) => Promise.resolve(resolve(address));
      }),
  );
  await desktop.page.evaluate(() => {
    for (const to of ['file:///etc/passwd', 'vizitka-other:x', 'tel:+421905123456']) {
      const link = document.createElement('a');
      link.href = to;
      document.body.append(link);
      link.click();
      link.remove();
    }
  });
  expect(await told).toBe('tel:+421905123456');
});

interface WithTray {
  tray: { sign: ElectronModule.Tray; menu: ElectronModule.Menu };
}

/** Electron gives nobody its trays. */
const rememberTray = ({ Tray }: Electron) => {
  const set = Tray.prototype.setContextMenu;
  Tray.prototype.setContextMenu = function setContextMenu(this: ElectronModule.Tray, menu) {
    if (menu) (globalThis as unknown as WithTray).tray = { sign: this, menu };
    set.call(this, menu);
  };
};

const menuOf = (desktop: Desktop) =>
  desktop.evaluateMain(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));

const chooseInMenu = (desktop: Desktop, command: string) =>
  desktop.evaluateMain(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command);
