/**
 * Invariants 1 to 6 and 10 of the exchange over invented schedules: three to five devices, clocks days apart, messages
 * lost, repeated and late, crashes, copied and restored profiles, a server restored from its backup. SYNC_SEED repeats a
 * run; `npm run torture model [RUNS]` makes many more.
 */
import process from 'node:process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALL_RULES } from './rules.ts';
import { holdsTogether, runSchedule, schedule } from './schedule.ts';

test('whatever happens, nothing is lost, all ends the same, and all queues drain', () => {
  const seed = Number(process.env['SYNC_SEED'] ?? Date.now() % 2 ** 31);
  fc.assert(holdsTogether(ALL_RULES), { numRuns: 1_500, seed });
});

test('the schedules meet everything that the exchange can answer', () => {
  const met = new Map<string, number>();
  for (const made of fc.sample(schedule, { numRuns: 200, seed: 20_240_108 })) {
    for (const [said, times] of runSchedule(ALL_RULES, made)) met.set(said, (met.get(said) ?? 0) + times);
  }
  for (const status of ['applied', 'merged', 'conflict', 'superseded', 'rejected', 'duplicate']) {
    expect.soft(met.get(status) ?? 0, status).toBeGreaterThan(10);
  }
  for (const error of ['epoch_changed', 'device_fork'])
    expect.soft(met.get(error) ?? 0, error).toBeGreaterThan(10);
});
