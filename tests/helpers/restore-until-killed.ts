/** A restore in a process of its own that kills itself, as a dead battery would, before its n-th step on the disk. */
import fs from 'node:fs';
import process from 'node:process';
import { restoreInto } from './restored-base.ts';

const [folder = '', file = '', key = '', last = ''] = process.argv.slice(2);
let steps = 0;

const STEPS = [
  'renameSync',
  'rmSync',
  'mkdirSync',
  'fsyncSync',
  'copyFileSync',
  'writeFileSync',
  'chmodSync',
] as const;
for (const name of STEPS) {
  const real = fs[name] as (...args: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...args: unknown[]) => {
      steps += 1;
      if (steps === Number(last)) process.kill(process.pid, 'SIGKILL');
      return real(...args);
    },
  });
}
restoreInto(folder, Buffer.from(key, 'hex'), { is: 'backup', file });
