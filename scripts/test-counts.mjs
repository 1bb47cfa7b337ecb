/** Counts of the test runners' reports. Whatever did not pass counts as failed: a skip or a crash proves nothing. */
import fs from 'node:fs';

/** @typedef {{ passed: number, failed: number, note?: string }} Counts */

/**
 * @param {string} file vitest's JSON report
 * @param {number} code its exit code
 * @returns {Counts}
 */
export function countVitest(file, code) {
  const report = read(file);
  if (!report) return noReport(code);
  const passed = report.numPassedTests;
  // A file that could not be loaded has no tests to count.
  const unloaded = report.testResults.filter(
    (/** @type {any} */ suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  return settle(passed, report.numTotalTests - passed + unloaded.length, code);
}

/**
 * @param {string} file Playwright's JSON report
 * @param {number} code its exit code
 * @returns {Counts}
 */
export function countJourneys(file, code) {
  const report = read(file);
  if (!report) return noReport(code);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return settle(expected, unexpected + flaky + skipped, code);
}

/**
 * An exit code that complains while every test passed means an error outside of any test.
 * @param {number} passed
 * @param {number} failed
 * @param {number} code
 * @returns {Counts}
 */
function settle(passed, failed, code) {
  if (code === 0 || failed > 0) return { passed, failed };
  return { passed, failed: 1, note: 'an error outside of the tests, see above' };
}

/**
 * @param {number} code
 * @returns {Counts}
 */
function noReport(code) {
  return { passed: 0, failed: 1, note: `the runner ended with ${code} and left no report` };
}

/** @param {string} file */
function read(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}
