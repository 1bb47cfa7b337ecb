/** What the window complained of, and which addresses but its own it asked for. */
import type { Page } from '@playwright/test';
import type { Watch } from '../journey.ts';

export function watchWindow(page: Page): Watch {
  const watch: Watch = { errors: [], foreign: [] };
  page.on('pageerror', (error) => watch.errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') watch.errors.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    const isOwn = protocol === 'data:' || protocol === 'blob:' || host === new URL(page.url()).host;
    if (!isOwn) watch.foreign.push(request.url());
  });
  return watch;
}
