/**
 * Invariants 1 to 6 and 10 of the exchange over invented schedules: three to five devices, clocks days apart, messages
 * lost, repeated and late, crashes, copied and restored profiles, a server restored from its backup. SYNC_SEED repeats a
 * run; `npm run torture model [RUNS]` makes many more.
 */
import process from 'node:process';
import fc from 'fast-check';
import { test } from 'vitest';
import { ALL_RULES } from './rules.ts';
import { holdsTogether } from './schedule.ts';

test('whatever happens, nothing is lost, all ends the same, and all queues drain', () => {
  const seed = Number(process.env['SYNC_SEED'] ?? Date.now() % 2 ** 31);
  fc.assert(holdsTogether(ALL_RULES), { numRuns: 1_500, seed });
});
