/**
 * Every attack is refused by the program as it is, and succeeds when its one guard was taken out of the built program:
 * so each of these tests can fail, and says by what.
 */
import { ATTACKS, type Attack, canHear, canSee } from './attacks.ts';
import { type Change, changeProgram } from './changed-program.ts';
import { type Desktop, desktopKind, expect, type LaunchOptions, test } from './desktop.ts';
import { openForeignSite } from './foreign-site.ts';

type Launch = (options?: LaunchOptions) => Promise<Desktop>;

test('the program as it is refuses every attack', async ({ launch }) => {
  const site = await openForeignSite();
  const desktop = await launch();
  for (const { name, attempt } of ATTACKS.filter(({ given }) => !given)) {
    await test.step(name, async () => expect(await attempt(desktop, site)).toBe(false));
  }
  expect(site.asked).toEqual([]);
  site.close();
});

for (const attack of ATTACKS) {
  const { name, given, without } = attack;
  if (given) {
    test(`${name}: refused by this guard alone`, async ({ launch }) => {
      expect(await attempt(attack, given, launch)).toBe(false);
    });
  }
  test(`${name}: without its guard it succeeds`, async ({ launch }) => {
    expect(await attempt(attack, [...(given ?? []), ...without], launch)).toBe(true);
  });
}

test('the device of the open capture screen, and no other, only while it is open', async ({ launch }) => {
  const { page } = await launch();
  await page.evaluate(() => window.desktop?.capture('microphone'));
  expect(await page.evaluate(canHear)).toBe(true);
  expect(await page.evaluate(canSee)).toBe(false);
  await page.evaluate(() => window.desktop?.capture('camera'));
  expect(await page.evaluate(canSee)).toBe(true);
  expect(await page.evaluate(canHear)).toBe(false);
  await page.evaluate(() => window.desktop?.capture(null));
  expect(await page.evaluate(canSee)).toBe(false);
});

test('developer tools open in a program run from its sources, and in no installed one', async ({
  launch,
}) => {
  const opens = async ({ evaluateMain }: Desktop) => {
    await evaluateMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.openDevTools({ mode: 'detach' }),
    );
    return evaluateMain(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.isDevToolsOpened(),
    );
  };
  const fromSources = await launch();
  await expect.poll(() => opens(fromSources)).toBe(true);
  await fromSources.close();
  const installed = await launch({
    beforeReady: ({ app }) => void Object.defineProperty(app, 'isPackaged', { get: () => true }),
  });
  expect(await opens(installed)).toBe(false);
});

test('the page has no Node, and a bridge that it cannot change', async ({ launch }) => {
  const { page } = await launch();
  const seen = await page.evaluate(() => {
    const given = window.desktop as unknown as Record<string, unknown>;
    const before = given['print'];
    const tries = [
      () => (given['print'] = () => 'mine'),
      () => delete given['print'],
      () => Object.defineProperty(window, 'desktop', { value: {} }),
      () => ((window as unknown as Record<string, unknown>)['desktop'] = {}),
    ];
    for (const attempt of tries) {
      try {
        attempt();
      } catch {
        // Refused loudly or silently: what counts is what is there afterwards.
      }
    }
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'];
    return {
      isSame: (window.desktop as unknown) === given && given['print'] === before,
      isFrozen: Object.isFrozen(given),
      node: names.filter((name) => name in window),
    };
  });
  expect(seen).toEqual({ isSame: true, isFrozen: true, node: [] });
});

// Electron itself would run it: that it must not be is shown by the stand-in, which has no such page at all.
if (desktopKind === 'stand-in') {
  for (const [set, otherwise] of [
    ['sandbox: true', 'sandbox: false'],
    ['contextIsolation: true', 'contextIsolation: false'],
    ['nodeIntegration: false', 'nodeIntegration: true'],
  ] as const) {
    test(`a window with ${otherwise} is none`, async ({ launch }) => {
      const window = 'main/src-main/shell-desktop/main-window.js';
      const program = changeProgram([{ file: window, replace: [set, otherwise] }]);
      const desktop = await launch({
        main: program.main,
        expectWindow: false,
        beforeReady: ({ dialog }) => {
          dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
        },
      });
      expect(await desktop.ended).toBe(1);
      expect(desktop.complaint()).toContain('NotInStandIn');
      program.remove();
    });
  }
}

async function attempt(attack: Attack, changes: readonly Change[], launch: Launch): Promise<boolean> {
  const site = await openForeignSite();
  const program = changes.length > 0 ? changeProgram(changes) : null;
  try {
    return await attack.attempt(await launch({ main: program?.main }), site);
  } finally {
    program?.remove();
    site.close();
  }
}
