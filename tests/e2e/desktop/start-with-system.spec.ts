/** The one question about starting with the system, and the switch in the settings. */
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from '../accessible.ts';
import { prepareBase } from '../prepare-base.ts';
import { type Electron, expect, test } from './desktop.ts';

/** Only an installed program has something that the system could start. */
const installed = ({ app }: Electron) => {
  Object.defineProperty(app, 'isPackaged', { get: () => true });
};

test('is asked about once, after some use, and can be changed in the settings', async ({
  launch,
  profile,
}) => {
  // Elsewhere the system keeps it by itself, and it is left alone.
  if (process.platform !== 'linux') return;
  await prepareBase(profile);
  const config = `${profile}-config`;
  const entry = path.join(config, 'autostart', 'vizitka.desktop');
  const start = () => launch({ beforeReady: installed, env: { XDG_CONFIG_HOME: config } });
  const question = 'Má sa Vizitka spúšťať spolu s počítačom?';

  for (const starts of [1, 2]) {
    const early = await start();
    expect(
      await early.page.evaluate(() => window.desktop?.startWithSystem()),
      `start ${starts}`,
    ).toMatchObject({
      available: true,
      on: false,
      ask: false,
    });
    await early.close();
  }
  const third = await start();
  await third.page.clock.install();
  await third.page.reload();
  await expect(third.page.getByRole('navigation', { name: 'Hlavné menu' })).toBeVisible();
  await expect(third.page.getByText(question)).toBeHidden();
  await third.page.clock.fastForward('01:01');
  await expect(third.page.getByText(question)).toBeVisible();
  await expectAccessible(third.page);
  await third.page.getByRole('button', { name: 'Spúšťať', exact: true }).click();
  await expect.poll(() => fs.existsSync(entry)).toBe(true);
  expect(fs.readFileSync(entry, 'utf8')).toContain('--hidden');
  await third.close();

  const fourth = await start();
  await fourth.page.getByRole('link', { name: 'Nastavenia' }).click();
  const choice = fourth.page.getByRole('switch', { name: 'Spúšťať spolu s počítačom' });
  await expect(choice).toBeChecked();
  await choice.press('Space');
  await expect.poll(() => fs.existsSync(entry)).toBe(false);
  expect(await fourth.page.evaluate(() => window.desktop?.startWithSystem())).toMatchObject({ ask: false });
});
