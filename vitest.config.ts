import { defineConfig } from 'vitest/config';

/** Everything that runs without a browser; the journeys in tests/e2e belong to Playwright. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/fixtures/**', 'tests/bench/**', 'tests/torture/**'],
    environment: 'node',
    // One PostgreSQL for all files that ask for a database; none is started when nobody asks.
    globalSetup: ['tests/helpers/plain-sources.ts', 'tests/helpers/postgres-run.ts'],
    pool: 'forks',
    // By itself it leaves one core alone: on two cores half of them, while much of a test waits for processes.
    maxWorkers: '100%',
    // Threads take it over from the fork that starts them.
    execArgv: ['--import', new URL('tests/helpers/load-plain.mjs', import.meta.url).href],
    // better-sqlite3 and worker threads: a fork per file keeps one crash from hiding the rest.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    allowOnly: false,
    passWithNoTests: false,
  },
});
