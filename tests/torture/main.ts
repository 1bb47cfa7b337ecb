/** `npm run torture [KILLS]`: 200 kills, or as many as asked; TORTURE_SEED repeats a run. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { torture } from './rounds.ts';

const rounds = Number(process.argv[2] ?? 200);
const seed = Number(process.env['TORTURE_SEED'] ?? Date.now() % 2 ** 31);
const folder = mkdtempSync(join(os.tmpdir(), 'vizitka-torture-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.stdout.write(`seed ${seed}\n`);
const result = await torture({ folder, rounds, seed, tell: (line) => process.stdout.write(`${line}\n`) });
process.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
process.exitCode = result.problems.length > 0 ? 1 : 0;
