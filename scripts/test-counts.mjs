/** Counts of the test runners' reports. Whatever did not pass counts as failed: a skip or a crash proves nothing. */
import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './ensure-node.mjs';

/**
 * @typedef {{ passed: number, failed: number, note?: string, failures?: string[] }} Counts
 * `failures` names what did not pass, a line each, for whoever sees only the end of the output.
 */

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
  const failures = report.testResults.flatMap((/** @type {any} */ suite) => [
    ...suite.assertionResults
      .filter((/** @type {any} */ test) => test.status !== 'passed')
      .map((/** @type {any} */ test) =>
        nameFailure(
          `${shortPath(suite.name)} › ${test.fullName}`,
          test.failureMessages?.[0] ?? `did not come to an end (${test.status})`,
        ),
      ),
    ...(unloaded.includes(suite) ? [nameFailure(shortPath(suite.name), suite.message)] : []),
  ]);
  return settle(passed, report.numTotalTests - passed + unloaded.length, code, failures);
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
  const failures = specsOf(report.suites ?? [])
    .filter((spec) => spec.tests.some((/** @type {any} */ test) => test.status !== 'expected'))
    .map((spec) => {
      const errors = spec.tests.flatMap((/** @type {any} */ test) =>
        test.results.flatMap((/** @type {any} */ result) => result.errors ?? []),
      );
      return nameFailure(
        `tests/e2e/${spec.file}:${spec.line} › ${spec.title}`,
        errors[0]?.message ?? 'skipped',
      );
    });
  return settle(expected, unexpected + flaky + skipped, code, failures);
}

/**
 * @param {any[]} suites
 * @returns {any[]}
 */
function specsOf(suites) {
  return suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites ?? [])]);
}

/**
 * One line: which test, and the first line of why.
 * @param {string} test
 * @param {string} [message]
 */
function nameFailure(test, message = '') {
  const [reason = ''] = stripVTControlCharacters(message).trim().split('\n');
  return `${test}: ${reason.slice(0, 200)}`;
}

/** @param {string} file */
function shortPath(file) {
  return path.relative(root, file).replaceAll(path.sep, '/');
}

/**
 * An exit code that complains while every test passed means an error outside of any test.
 * @param {number} passed
 * @param {number} failed
 * @param {number} code
 * @param {string[]} failures
 * @returns {Counts}
 */
function settle(passed, failed, code, failures) {
  if (failed > 0) return { passed, failed, failures };
  if (code === 0) return { passed, failed };
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
