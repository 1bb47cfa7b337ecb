/** A newer version in the settings, from a feed on this computer. Only an installed program can replace itself. */
import fs from 'node:fs';
import path from 'node:path';
import { serveFeed, type TestFeed } from '../../helpers/update-feed.ts';
import { expectAccessible } from '../accessible.ts';
import { prepareBase } from '../prepare-base.ts';
import { callProcedure } from '../vizitka-process.ts';
import { openNotes } from './base-in-window.ts';
import { type Desktop, desktopKind, expect, test } from './desktop.ts';

test('off until an administrator has set a server up', async ({ launch, profile }) => {
  await prepareBase(profile);
  const desktop = await launch({ beforeReady: readConfigFromTest, env: { TEST_UPDATES: `${profile}-none` } });
  const section = await openUpdates(desktop);
  await expect(section).toContainText('Aktualizácie sú vypnuté');
  await expect(section.getByRole('button')).toHaveCount(0);
});

test('a file of the administrator that cannot be used is said', async ({ launch, profile }) => {
  await prepareBase(profile);
  const config = `${profile}-updates.json`;
  fs.writeFileSync(config, JSON.stringify({ url: 'http://updates.example/', publicKey: 'AAAA' }));
  const desktop = await launch({ beforeReady: readConfigFromTest, env: { TEST_UPDATES: config } });
  const section = await openUpdates(desktop);
  await expect(section.getByRole('alert')).toContainText('Aktualizácie sú zle nastavené');
});

if (desktopKind === 'stand-in') {
  test('a newer version: found, fetched, and in the place of the old one after a calm quit', async ({
    launch,
    profile,
  }) => {
    const client = await prepareBase(profile);
    const feed = await serveFeed(`${profile}-feed`);
    const installed = install(profile, feed);
    const desktop = await launch({ beforeReady: readConfigFromTest, env: installed.env });
    const section = await openUpdates(desktop);
    await expect(section).toContainText('Bez vás nič nesťahuje');
    expect(feed.asked).toEqual([]);

    feed.offer('0.4.2');
    await section.getByRole('button', { name: 'Skontrolovať teraz' }).click();
    await expect(section).toContainText('Máte najnovšiu verziu.');
    feed.offer('0.5.0', `#!/bin/sh\necho started > '${installed.ran}'\n`);
    await section.getByRole('button', { name: 'Skontrolovať teraz' }).click();
    await expect(section).toContainText(/Je tu nová verzia 0\.5\.0 \(\d+\sB\)\./);
    await expectAccessible(desktop.page);
    await desktop.page.getByRole('link', { name: 'Klienti' }).click();
    const band = desktop.page.getByRole('status').filter({ hasText: 'Je tu nová verzia 0.5.0.' });
    await band.getByRole('button', { name: 'Zobraziť' }).click();
    await expect(band).toBeHidden();
    await section.getByRole('button', { name: 'Stiahnuť' }).click();
    await expect(section).toContainText('Verzia 0.5.0 je stiahnutá a overená.');
    await expectAccessible(desktop.page);
    expect(fs.readFileSync(installed.program, 'utf8')).toBe('the old one');

    await expect(section.getByRole('button', { name: 'Nainštalovať a spustiť znova' })).toBeVisible();

    // Its word may come while something is being typed.
    const field = await openNotes(desktop.page, client);
    await field.fill('Zavolať po žatve, pýtať sa na Ľubicu');
    await desktop.page.evaluate(() => void window.desktop?.installUpdate());
    expect(await desktop.ended).toBe(0);
    await expect.poll(() => fs.existsSync(installed.ran), 'the new program was started').toBe(true);
    feed.close();
    expect((await callProcedure<{ uncleanExit: boolean }>(profile, 'status.get')).uncleanExit).toBe(false);
    const again = await launch();
    await expect(await openNotes(again.page, client)).toHaveValue('Zavolať po žatve, pýtať sa na Ľubicu');
  });

  test('a version that cannot be put in place: the program as it was starts again', async ({
    launch,
    profile,
  }) => {
    await prepareBase(profile);
    const feed = await serveFeed(`${profile}-feed`);
    feed.offer('0.5.0');
    const installed = install(profile, feed);
    const again = `${profile}-started-again`;
    const desktop = await launch({ beforeReady: readConfigFromTest, env: installed.env });
    await desktop.evaluateMain(({ app }, marker) => {
      app.relaunch = () => process.getBuiltinModule('node:fs').writeFileSync(marker, '');
    }, again);
    const section = await openUpdates(desktop);
    await section.getByRole('button', { name: 'Skontrolovať teraz' }).click();
    await section.getByRole('button', { name: 'Stiahnuť' }).click();
    fs.rmSync(installed.program);
    await section.getByRole('button', { name: 'Nainštalovať a spustiť znova' }).click();
    expect(await desktop.ended).toBe(0);
    expect(fs.existsSync(again)).toBe(true);
    feed.close();
  });
}

/** Nothing but the place of the administrator's file is another one: the program takes no word on that. */
function readConfigFromTest(): void {
  const fs = process.getBuiltinModule('node:fs');
  const { statSync, readFileSync } = fs;
  const place = (file: unknown) =>
    typeof file === 'string' && /Vizitka.updates\.json$|\/etc\/vizitka\/updates\.json$/.test(file)
      ? (process.env['TEST_UPDATES'] ?? '')
      : file;
  Object.assign(fs, {
    statSync: (file: string, ...rest: []) => statSync(place(file) as string, ...rest),
    readFileSync: (file: string, ...rest: []) => readFileSync(place(file) as string, ...rest),
  });
}

/** As an AppImage lies on the disk. */
function install(profile: string, { url, publicKey }: TestFeed) {
  const folder = `${profile}-installed`;
  const program = path.join(folder, 'Vizitka.AppImage');
  const config = path.join(folder, 'updates.json');
  fs.mkdirSync(folder);
  fs.writeFileSync(program, 'the old one', { mode: 0o755 });
  fs.writeFileSync(config, JSON.stringify({ url, publicKey }));
  fs.writeFileSync(path.join(folder, 'app-update.yml'), 'updaterCacheDirName: vizitka-updater\n');
  return {
    program,
    ran: path.join(folder, 'ran'),
    env: {
      TEST_UPDATES: config,
      APPIMAGE: program,
      XDG_CACHE_HOME: path.join(folder, 'cache'),
      ELECTRON_HOST_PACKAGED: '1',
      ELECTRON_HOST_VERSION: '0.4.2',
      ELECTRON_HOST_RESOURCES: folder,
    },
  };
}

async function openUpdates({ page }: Desktop) {
  await page.goto(new URL('/settings', page.url()).href);
  const section = page.getByRole('region', { name: 'Aktualizácie' });
  await section.scrollIntoViewIfNeeded();
  return section;
}
