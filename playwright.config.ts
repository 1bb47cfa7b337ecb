import { defineConfig } from '@playwright/test';

const chromium = process.env['CHROMIUM_PATH'];
/** Chromium refuses its sandbox to root, as in a container. */
const asRoot = process.getuid?.() === 0;

/** The journeys, in the system's Chromium; scripts/test.mjs finds it and hands over its path. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Bounds for what has gone wrong, not for how fast it is: a computer that does much else takes long.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    locale: 'sk-SK',
    timezoneId: 'Europe/Bratislava',
    viewport: { width: 1366, height: 768 },
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: asRoot ? ['--no-sandbox'] : [],
    },
  },
});
