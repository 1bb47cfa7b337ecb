/**
 * `npm run torture network [SCHEDULES]`: real engines and a real server over a bad network, 5,000 schedules or as many
 * as asked, and 200 kills; TORTURE_SEED repeats a run.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const seed = process.env['TORTURE_SEED'] ?? String(Date.now() % 2 ** 31);
process.stdout.write(`seed ${seed}\n`);
const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/sync/network'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    NETWORK_SEED: seed,
    NETWORK_SCHEDULES: process.argv[3] ?? '5000',
    NETWORK_KILLS: '200',
  },
});
process.exitCode = status ?? 1;
