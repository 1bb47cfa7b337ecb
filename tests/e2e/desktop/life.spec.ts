/** From start to quit: one window for a profile, nothing lost at the end, everything where it was. */
import { randomUUID } from 'node:crypto';
import { chooseFile, longList, openWizard } from '../import-file.ts';
import { prepareBase } from '../prepare-base.ts';
import { callProcedure, runVizitka, startServer } from '../vizitka-process.ts';
import { filesWith, missingOf, openNotes } from './base-in-window.ts';
import { type Desktop, type Electron, expect, test } from './desktop.ts';
import { startWriting } from './writer.ts';

/** Answers every box with its first button, and writes what it said to standard error. */
const tellBoxes = ({ dialog }: Electron) => {
  dialog.showMessageBox = (...asked: unknown[]) => {
    process.stderr.write(`box: ${JSON.stringify(asked.at(-1))}\n`);
    return Promise.resolve({ response: 0, checkboxChecked: false });
  };
};

test('a second start of the same profile ends, and brings the window of the first to the front', async ({
  launch,
}) => {
  const first = await launch();
  await first.evaluateMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const second = await launch({ expectWindow: false });
  expect(await second.ended).toBe(0);
  await expect.poll(() => isSeen(first)).toBe(true);
  expect(await first.close()).toBe(0);
  const third = await launch();
  await expect(third.page.getByRole('heading', { name: 'Vitajte vo Vizitke' })).toBeVisible();
});

test('closing the window ends the program; started with the system it waits unseen', async ({ launch }) => {
  const first = await launch();
  await first.evaluateMain(({ BrowserWindow }) => {
    setImmediate(() => BrowserWindow.getAllWindows()[0]?.close());
  });
  expect(await first.ended).toBe(0);

  const hidden = await launch({ args: ['--hidden'] });
  await expect(hidden.page.getByRole('heading', { name: 'Vitajte vo Vizitke' })).toBeVisible();
  expect(await isSeen(hidden)).toBe(false);
  const second = await launch({ expectWindow: false });
  expect(await second.ended).toBe(0);
  await expect.poll(() => isSeen(hidden)).toBe(true);
});

test('a page that crashed is there again, on the same base', async ({ launch, profile }) => {
  await prepareBase(profile);
  const desktop = await launch();
  await expect(desktop.page.getByText('Lipová píla, s. r. o.').first()).toBeVisible();
  await desktop.evaluateMain(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  // The test's own line to the page has ended with it; the main process still sees what it shows.
  const shown = () =>
    desktop
      .evaluateMain(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
      )
      .catch(() => '');
  await expect.poll(shown).toContain('Lipová píla, s. r. o.');
  expect(await desktop.close()).toBe(0);
});

test('an import that is under way is asked about before the quit', async ({ launch, profile }) => {
  await prepareBase(profile);
  const desktop = await launch();
  const { page } = desktop;
  await openWizard(page);
  await chooseFile(page, longList());
  await page.getByRole('button', { name: 'Ďalej' }).click();
  const asked = desktop.evaluateMain(
    ({ dialog }) =>
      new Promise<boolean>((resolve) => {
        dialog.showMessageBox = () => {
          resolve(true);
          return Promise.resolve({ response: 1, checkboxChecked: false });
        };
      }),
  );
  await page.getByRole('button', { name: /^Načítať .*riad/ }).click({ timeout: 40_000 });
  await page.getByRole('progressbar').waitFor();
  await desktop.evaluateMain(({ app }) => app.quit());
  expect(await asked).toBe(true);
  await expect(page.getByRole('heading', { name: 'Načítané' })).toBeVisible({ timeout: 40_000 });
  expect(await desktop.close()).toBe(0);
});

test('a profile that is open in the browser is refused with a sentence', async ({ launch, profile }) => {
  await prepareBase(profile);
  const server = await startServer(profile);
  const desktop = await launch({ expectWindow: false, beforeReady: tellBoxes });
  expect(await desktop.ended).toBe(1);
  expect(desktop.complaint()).toContain(`Profil ${profile} práve používa`);
  await server.stop();
  const again = await launch();
  await expect(again.page.getByRole('navigation', { name: 'Hlavné menu' })).toBeVisible();
});

test('quitting while writes are under way loses nothing that was acknowledged', async ({
  launch,
  profile,
}) => {
  await prepareBase(profile);
  const desktop = await launch();
  await expect(desktop.page.getByRole('navigation', { name: 'Hlavné menu' })).toBeVisible();
  const { acknowledged } = await startWriting(desktop.page);
  await expect.poll(() => acknowledged.length).toBeGreaterThan(25);
  expect(await desktop.close()).toBe(0);

  expect(await missingOf(profile, acknowledged)).toEqual([]);
  expect(await runVizitka(profile, ['verify'])).toMatchObject({ code: 0, err: '' });
  const status = await callProcedure<{ uncleanExit: boolean }>(profile, 'status.get');
  expect(status.uncleanExit).toBe(false);
});

test('what is being typed at the moment of quitting is there at the next start', async ({
  launch,
  profile,
}) => {
  const client = await prepareBase(profile);
  const desktop = await launch();
  const field = await openNotes(desktop.page, client);
  await field.fill('Zavolať po žatve, pýtať sa na Ľubicu');
  expect(await desktop.close()).toBe(0);
  const again = await launch();
  await expect(await openNotes(again.page, client)).toHaveValue('Zavolať po žatve, pýtať sa na Ľubicu');
});

test('a system that shuts down is asked to wait, and nothing typed is lost', async ({ launch, profile }) => {
  const client = await prepareBase(profile);
  const desktop = await launch();
  const field = await openNotes(desktop.page, client);
  await field.fill('Vybitá batéria v hale C');
  const waits = await desktop.evaluateMain(({ powerMonitor }) => {
    const event = { asked: false, preventDefault: () => void (event.asked = true) };
    powerMonitor.emit('shutdown', event);
    return event.asked;
  });
  expect(waits).toBe(true);
  expect(await desktop.ended).toBe(0);
  const again = await launch();
  await expect(await openNotes(again.page, client)).toHaveValue('Vybitá batéria v hale C');
});

test('the window stands where it stood', async ({ launch }) => {
  const place = { x: 120, y: 80, width: 1100, height: 700 };
  const first = await launch();
  await first.evaluateMain(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), place);
  await first.close();

  const second = await launch();
  expect(await stateOf(second)).toEqual({ bounds: place, isMaximized: false });
  await second.evaluateMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.maximize());
  await second.close();

  const third = await launch();
  await expect.poll(async () => (await stateOf(third)).isMaximized).toBe(true);
});

test('its own folder holds nothing of the base', async ({ launch, profile }) => {
  const client = await prepareBase(profile);
  const desktop = await launch();
  const secret = `Tajný ${randomUUID()}`;
  await (await openNotes(desktop.page, client)).fill(secret);
  await desktop.page.keyboard.press('Tab');
  await expect
    .poll(async () => JSON.stringify(await callProcedure(profile, 'clients.desk', { id: client })))
    .toContain(secret);
  await desktop.close();
  expect(filesWith(`${profile}-window`, secret)).toEqual([]);
  expect(filesWith(`${profile}-window`, 'Lipová píla')).toEqual([]);
});

const isSeen = (desktop: Desktop) =>
  desktop.evaluateMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false);

const stateOf = (desktop: Desktop) =>
  desktop.evaluateMain(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { bounds: window?.getNormalBounds(), isMaximized: window?.isMaximized() };
  });
