/** `npm run torture model [RUNS]`: 100,000 schedules of the model, or as many as asked; TORTURE_SEED repeats a run. */
import process from 'node:process';
import fc from 'fast-check';
import { ALL_RULES } from '../sync/model/rules.ts';
import { holdsTogether } from '../sync/model/schedule.ts';

const numRuns = Number(process.argv[3] ?? 100_000);
const seed = Number(process.env['TORTURE_SEED'] ?? Date.now() % 2 ** 31);
process.stdout.write(`seed ${seed}\n`);
const result = fc.check(holdsTogether(ALL_RULES), { numRuns, seed });
process.stdout.write(`${result.failed ? fc.defaultReportMessage(result) : `${numRuns} schedules hold`}\n`);
process.exitCode = result.failed ? 1 : 0;
