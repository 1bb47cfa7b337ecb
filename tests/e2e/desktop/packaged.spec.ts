/**
 * The packed program runs from what was packed alone: app.asar laid out in a folder outside the checkout, with its
 * own native part, its own migrations and no other package in reach. (Reading files inside an archive is Electron's.)
 */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { extractAll, extractFile } from '@electron/asar';
import { pack, type Packing, type Processor } from '../../packaging/pack.ts';
import { beginInSlovak } from '../first-start.ts';
import { expect, test } from './desktop.ts';
import { watchWindow } from './watch-window.ts';

let packing: Packing;
test.beforeAll(async () => {
  const system = process.platform === 'win32' ? 'win32' : 'linux';
  packing = await pack({ [system]: [process.arch as Processor] });
});
test.afterAll(() => packing.remove());

// A stub that could be packed for macOS is not there.
if (process.platform !== 'darwin') {
  test('a window, one client written, a quit, and the licences of the parts', async ({ launch }) => {
    const archive = packing.packed[0]?.archive ?? '';
    const program = path.join(path.dirname(archive), 'app');
    extractAll(archive, program);
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString()) as { main: string };

    const start = {
      main: path.join(program, manifest.main),
      env: { ELECTRON_HOST_PACKAGED: '1', ELECTRON_HOST_RESOURCES: path.dirname(archive) },
    };
    const desktop = await launch(start);
    const { page } = desktop;
    const watch = watchWindow(page);
    await beginInSlovak(page, 'Začať s prázdnou databázou');

    await test.step('one client', async () => {
      await page.goto(new URL('/clients/new', page.url()).href);
      await page.getByRole('textbox', { name: 'Názov' }).fill('Kováčstvo Drozd');
      await page.getByRole('button', { name: 'Pridať klienta' }).click();
      await expect(page.getByRole('heading', { name: 'Kováčstvo Drozd' })).toBeVisible();
    });
    await test.step('the licences', async () => {
      await page.goto(new URL('/settings', page.url()).href);
      await page.getByRole('button', { name: 'Ukázať licencie' }).click();
      await page.getByRole('searchbox', { name: 'Hľadať časť alebo licenciu' }).fill('ciphers');
      const parts = page.getByRole('list', { name: 'Licencie častí' });
      await parts.getByText(/^SQLite3 Multiple Ciphers \d/).click();
      await expect(parts.getByText('(c) 2006-2026 Ulrich Telle')).toBeVisible();
    });
    await test.step('the database is the packed one', async () => {
      if (process.platform !== 'linux') return;
      const loaded = fs.readFileSync(`/proc/${await desktop.enginePid()}/maps`, 'utf8').split('\n');
      const native = loaded.filter((line) => line.includes('better-sqlite3'));
      expect(native.length).toBeGreaterThan(0);
      expect(native.filter((line) => !line.includes(program))).toEqual([]);
    });
    expect(watch.errors).toEqual([]);
    expect(watch.foreign).toEqual([]);
    expect(await desktop.close()).toBe(0);

    const again = await launch(start);
    await expect(again.page.getByText('Kováčstvo Drozd').first()).toBeVisible();
  });
}
