/** `npm start`: Electron with the built program where that can be had; elsewhere one line, and the browser. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtFile } from '../../scripts/build-engine.mjs';
import { expect, test } from './journey.ts';

const script = path.resolve(import.meta.dirname, '../../scripts/start.mjs');

function start(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, LANG: 'sk_SK.UTF-8', LC_ALL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  return { said, ended: once(child, 'close').then(([code]) => code as number), stop: () => child.kill() };
}

// Elsewhere there is always a screen, and Electron's binary is what its own journeys run on.
if (process.platform === 'linux') {
  test('without a screen it says so in one line and serves the browser', async ({ page, profile }) => {
    const { said, ended, stop } = start(['--profile', profile], { DISPLAY: '', WAYLAND_DISPLAY: '' });
    await expect.poll(() => said.out, { timeout: 30_000 }).toContain('http://127.0.0.1:');
    expect(said.err.split('\n')[0]).toBe(
      'Na okno v Electrone tu nie je obrazovka; Vizitka sa otvorí v prehliadači.',
    );
    await page.goto(/http:\S+/.exec(said.out)?.[0] ?? '');
    await expect(page.getByRole('heading', { name: 'Vitajte vo Vizitke' })).toBeVisible();
    stop();
    expect(await ended).toBe(0);
  });
}

// Chromium's sandbox does not run as root, so there no window is tried.
if (process.platform === 'linux' && process.getuid?.() !== 0) {
  test('with a screen Electron gets the built program and the words; its exit code is passed on', async ({
    profile,
  }) => {
    const folder = `${profile}-electron`;
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'electron'), '#!/bin/sh\nprintf "%s\\n" "$@"\nexit 7\n', {
      mode: 0o755,
    });
    const env = { DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: folder };
    const { said, ended } = start(['--profile', profile], env);
    expect(await ended).toBe(7);
    expect(said.out.trim().split('\n')).toEqual([
      fileURLToPath(builtFile('src-main/main.ts')),
      '--profile',
      profile,
    ]);
  });
}
