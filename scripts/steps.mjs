/** The steps of `npm test` and `npm run check`. Each prints as it runs and returns what passed and what failed. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { findChromium } from './find-chromium.mjs';
import { desktopNote } from './find-electron.mjs';
import { root } from './ensure-node.mjs';
import { countJourneys, countVitest } from './test-counts.mjs';

/** @typedef {{ name: string, passed: number, failed: number, note?: string, failures?: string[] }} StepResult */

const reports = path.join(root, '.cache', 'reports');

/** Entry files of the tools, run by this very Node and no shell. */
const tools = {
  types: ['typescript/bin/tsc', '-b', '--pretty', 'false'],
  lint: ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
  format: ['@biomejs/biome/bin/biome', 'format'],
  vitest: ['vitest/vitest.mjs', 'run'],
  journeys: ['@playwright/test/cli.js', 'test'],
};

/**
 * @param {keyof typeof tools} tool
 * @param {string[]} [args]
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {number} exit code
 */
export function runTool(tool, args = [], env = {}) {
  const [entry, ...rest] = tools[tool];
  const file = path.join(root, 'node_modules', .../** @type {string} */ (entry).split('/'));
  const { NO_COLOR: _, ...inherited } = process.env;
  const result = spawnSync(process.execPath, [file, ...rest, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...inherited, ...env },
  });
  return result.status ?? 1;
}

/** Types, lint and format; each counts as one. */
export function checkSources() {
  const checks = [
    /** @type {const} */ (['types', 'one TypeScript project per runtime', []]),
    /** @type {const} */ (['lint', 'correctness, promises, cycles, import rules', []]),
    /** @type {const} */ (['format', 'spaces, quotes, width', []]),
  ];
  return checks.map(([tool, what, args]) => {
    heading(`${tool}: ${what}`);
    return resultOf(tool, runTool(tool, [...args]));
  });
}

/**
 * Rules, units, properties and the engine.
 * @param {string[]} filters
 * @returns {StepResult}
 */
export function runVitest(filters) {
  heading('tests: rules, units, properties, engine');
  const report = freshReport('vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = runTool('vitest', ['--passWithNoTests', ...reporters, ...filters]);
  return { name: 'tests', ...countVitest(report, code) };
}

/** @returns {Promise<StepResult>} */
export async function runBuild() {
  heading('build: the window and the programs');
  const { buildRenderer } = await import('./build-renderer.mjs');
  const { builtFile } = await import('./build-engine.mjs');
  try {
    await buildRenderer({ always: true });
    builtFile('src-main/main.ts');
    return resultOf('build', 0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return resultOf('build', 1);
  }
}

/**
 * Journeys in a real Chromium, and in the desktop window. Without a Chromium they count as failed: a skipped journey
 * proves nothing.
 * @param {string[]} filters
 * @returns {StepResult}
 */
export function runJourneys(filters) {
  heading('journeys: the window in Chromium and on the desktop');
  const note = desktopNote();
  process.stdout.write(`${note}\n`);
  const chromium = findChromium();
  if (!chromium) {
    const missing = 'no Chromium here: install it, or name one in CHROMIUM_PATH';
    process.stderr.write(`${missing}\n`);
    return { name: 'journeys', passed: 0, failed: 1, note: missing };
  }
  const report = freshReport('journeys.json');
  const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const code = runTool('journeys', ['--reporter=list,json', ...filters], env);
  return { name: 'journeys', note, ...countJourneys(report, code) };
}

/**
 * Files of journeys whose path contains one of the filters.
 * @param {string[]} filters
 */
export function findJourneys(filters) {
  const folder = path.join(root, 'tests', 'e2e');
  if (!fs.existsSync(folder)) return [];
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const journeys = files
    .map((file) => `tests/e2e/${file.replaceAll(path.sep, '/')}`)
    .filter((file) => /\.(spec|test)\.ts$/.test(file));
  return filters.length === 0
    ? journeys
    : journeys.filter((file) => filters.some((part) => file.includes(part)));
}

/** Of what failed so many are named before the counts. */
const NAMED = 25;

/**
 * What failed, one line per step, then the sum alone on the last line.
 * @param {StepResult[]} results
 * @returns {number} exit code
 */
export function printSummary(results) {
  heading('summary');
  const failures = results.flatMap((result) => result.failures ?? []);
  for (const failure of failures.slice(0, NAMED)) process.stdout.write(`✗ ${failure}\n`);
  if (failures.length > NAMED) process.stdout.write(`✗ and ${failures.length - NAMED} more\n`);
  for (const { name, passed, failed, note } of results) {
    const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(5)} failed`;
    process.stdout.write(`${name.padEnd(10)}${counts}${note ? `   ${note}` : ''}\n`);
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  if (passed + failed === 0) process.stdout.write('No test matches.\n');
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

/**
 * @param {string} name
 * @param {number} code
 * @returns {StepResult}
 */
function resultOf(name, code) {
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/** @param {string} name */
function freshReport(name) {
  fs.mkdirSync(reports, { recursive: true });
  const file = path.join(reports, name);
  fs.rmSync(file, { force: true });
  return file;
}

/** @param {string} text */
function heading(text) {
  process.stdout.write(`\n── ${text}\n`);
}
