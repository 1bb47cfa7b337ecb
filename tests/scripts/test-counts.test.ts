import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countJourneys, countVitest } from '../../scripts/test-counts.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'vizitka-counts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const suite = (status: string, tests: number) => ({
  name: path.join(process.cwd(), 'tests', 'some.test.ts'),
  status,
  assertionResults: Array.from({ length: tests }, () => ({ status: 'passed' })),
});

describe('unit tests', () => {
  test('all passed', () => {
    const file = report({ numPassedTests: 3, numTotalTests: 3, testResults: [suite('passed', 3)] });
    expect(countVitest(file, 0)).toEqual({ passed: 3, failed: 0 });
  });

  test('a failed and a skipped one both count as failed', () => {
    const file = report({ numPassedTests: 3, numTotalTests: 5, testResults: [suite('failed', 5)] });
    expect(countVitest(file, 1)).toMatchObject({ passed: 3, failed: 2 });
  });

  test('a file that does not load counts as one', () => {
    const file = report({ numPassedTests: 3, numTotalTests: 3, testResults: [suite('failed', 0)] });
    expect(countVitest(file, 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  test('what failed is named with its reason, what was cut off by a crash too', () => {
    const name = path.join(process.cwd(), 'tests', 'src-main', 'sync', 'push.test.ts');
    const assertionResults = [
      { fullName: 'a push is written', status: 'passed' },
      {
        fullName: 'a push is answered',
        status: 'failed',
        failureMessages: ['\u001b[31mAssertionError: 1 is not 2\u001b[39m\n    at push.test.ts:4'],
      },
      { fullName: 'a push comes twice', status: 'pending' },
    ];
    const unloaded = { ...suite('failed', 0), name, message: 'SyntaxError: no such export' };
    const file = report({
      numPassedTests: 1,
      numTotalTests: 3,
      testResults: [{ status: 'failed', name, assertionResults }, unloaded],
    });
    expect(countVitest(file, 1).failures).toEqual([
      'tests/src-main/sync/push.test.ts › a push is answered: AssertionError: 1 is not 2',
      'tests/src-main/sync/push.test.ts › a push comes twice: did not come to an end (pending)',
      'tests/src-main/sync/push.test.ts: SyntaxError: no such export',
    ]);
  });

  test('an error outside of any test counts', () => {
    const file = report({ numPassedTests: 3, numTotalTests: 3, testResults: [suite('passed', 3)] });
    expect(countVitest(file, 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  test('a runner that leaves no report counts', () => {
    expect(countVitest(path.join(folder, 'none.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('journeys', () => {
  test('unexpected, flaky and skipped ones count as failed', () => {
    const file = report({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 } });
    expect(countJourneys(file, 1)).toMatchObject({ passed: 4, failed: 3 });
  });

  test('what failed is named with its reason', () => {
    const spec = (title: string, status: string, errors: object[]) => ({
      title,
      file: 'sync/apart.spec.ts',
      line: 10,
      tests: [{ status, results: [{ errors }] }],
    });
    const file = report({
      stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 1 },
      suites: [
        {
          specs: [spec('works', 'expected', [])],
          suites: [
            {
              specs: [
                spec('is late', 'unexpected', [{ message: 'Error: timed out\nwaiting' }]),
                spec('is left out', 'skipped', []),
              ],
            },
          ],
        },
      ],
    });
    expect(countJourneys(file, 1).failures).toEqual([
      'tests/e2e/sync/apart.spec.ts:10 › is late: Error: timed out',
      'tests/e2e/sync/apart.spec.ts:10 › is left out: skipped',
    ]);
  });

  test('a browser that does not start counts', () => {
    const file = report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } });
    expect(countJourneys(file, 1)).toMatchObject({ passed: 0, failed: 1 });
  });
});
