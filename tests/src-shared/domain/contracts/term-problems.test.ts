import { expect, test } from 'vitest';
import { termProblems } from '#shared/domain/contracts/term-problems.ts';

test('only an end before the start is a problem, and it belongs to the end', () => {
  expect(termProblems({ startsOn: '2026-05-02', endsOn: '2026-05-01' })).toEqual([
    { field: 'endsOn', problem: 'endsBeforeStart' },
  ]);
  expect(termProblems({ startsOn: '2026-05-02', endsOn: '2026-05-02' })).toEqual([]);
  expect(termProblems({ startsOn: null, endsOn: '2026-05-02' })).toEqual([]);
  expect(termProblems({ startsOn: '2026-05-02' })).toEqual([]);
});
