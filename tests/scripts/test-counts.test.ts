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
  status,
  assertionResults: Array.from({ length: tests }, () => ({})),
});

describe('unit tests', () => {
  test('all passed', () => {
    const file = report({ numPassedTests: 3, numTotalTests: 3, testResults: [suite('passed', 3)] });
    expect(countVitest(file, 0)).toEqual({ passed: 3, failed: 0 });
  });

  test('a failed and a skipped one both count as failed', () => {
    const file = report({ numPassedTests: 3, numTotalTests: 5, testResults: [suite('failed', 5)] });
    expect(countVitest(file, 1)).toEqual({ passed: 3, failed: 2 });
  });

  test('a file that does not load counts as one', () => {
    const file = report({ numPassedTests: 3, numTotalTests: 3, testResults: [suite('failed', 0)] });
    expect(countVitest(file, 1)).toEqual({ passed: 3, failed: 1 });
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
    expect(countJourneys(file, 1)).toEqual({ passed: 4, failed: 3 });
  });

  test('a browser that does not start counts', () => {
    const file = report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } });
    expect(countJourneys(file, 1)).toMatchObject({ passed: 0, failed: 1 });
  });
});
