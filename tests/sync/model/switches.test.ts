/** The model sees: with any one of the rules taken out it finds, within a second or two, what then breaks. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALL_RULES, type Rules } from './rules.ts';
import { holdsTogether } from './schedule.ts';

const SEED = 20_240_108;

describe('the model fails without', () => {
  test.each<[keyof Rules, RegExp]>([
    ['dedup', /took effect twice/],
    ['forkCheck', /is lost/],
    ['clockClamp', /stamped ahead of all clocks/],
    ['restamp', /the stamp of \S+ went back/],
    ['conflictRecord', /is lost/],
    ['ackRetention', /is lost/],
    ['cursorAfterApply', /the cursor \d+ has passed/],
    ['copyCheck', /is lost/],
  ])('%s', (rule, problem) => {
    const without = holdsTogether({ ...ALL_RULES, [rule]: false });
    const { failed, errorInstance } = fc.check(without, { seed: SEED, numRuns: 1_000, endOnFailure: true });
    expect(failed).toBe(true);
    expect(String(errorInstance)).toMatch(problem);
  });
});
