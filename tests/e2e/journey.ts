/** What every journey has: a profile of its own, a running Vizitka, and a watch over what the window says and asks. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { type Server, startServer, type StartOptions } from './vizitka-process.ts';

export { expect };

export interface Watch {
  /** Errors of the console and of the page. */
  errors: string[];
  /** Addresses outside the window's own origin; each was refused. */
  foreign: string[];
}

interface Journey {
  /** A fresh folder, gone after the test. */
  profile: string;
  /** Starts Vizitka on the profile, or on another; ended after the test. */
  start(options?: StartOptions & { profile?: string }): Promise<Server>;
  watch: Watch;
}

export const test = base.extend<Journey>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern here even when nothing is taken
  profile: async ({}, give) => {
    const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'vizitka-journey-')));
    await give(path.join(folder, 'base'));
    fs.rmSync(folder, { recursive: true, force: true });
  },
  start: async ({ profile }, give) => {
    const started: Server[] = [];
    await give(async ({ profile: other = profile, ...options } = {}) => {
      const server = await startServer(other, options);
      started.push(server);
      return server;
    });
    for (const server of started) await server.stop();
  },
  watch: async ({ page }, give) => {
    const watch: Watch = { errors: [], foreign: [] };
    await watchPage(page, watch);
    await give(watch);
    expect(watch.foreign, 'nothing outside the own origin was asked for').toEqual([]);
    expect(watch.errors, 'the window had no error').toEqual([]);
  },
});

/** The network is off for the window but for the address it came from. */
export async function watchPage(page: Page, watch: Watch): Promise<void> {
  page.on('pageerror', (error) => watch.errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') watch.errors.push(message.text());
  });
  page.on('websocket', (socket) => {
    if (!isOwn(socket.url())) watch.foreign.push(socket.url());
  });
  await page.context().route('**/*', async (route) => {
    const asked = route.request().url();
    if (isOwn(asked)) return route.continue();
    watch.foreign.push(asked);
    return route.abort('internetdisconnected');
  });
}

function isOwn(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'data:' || protocol === 'blob:' || hostname === '127.0.0.1';
}
