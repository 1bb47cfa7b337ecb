/** A process that gives a base a new key and is killed at the step it was told: `FOLDER STEP`. */
import process from 'node:process';
import { openEngine } from '#main/engine/engine.ts';
import { planRekey, rekeyBase } from '#main/engine/rekey.ts';
import { newDataKey, openDataKey } from '#main/security/data-key.ts';

const [folder = '', step = '', code = ''] = process.argv.slice(2);
const { key } = openDataKey(folder);
// Opened and closed first, as the house does it: the log must be empty.
openEngine({ folder }, key).close();
const newKey = newDataKey();
const options = {
  folder,
  key,
  code: code || null,
  keyStore: null,
  now: Date.now(),
  onStep(reached: string) {
    if (reached === step) process.kill(process.pid, 'SIGKILL');
  },
};
rekeyBase(planRekey(newKey, options), newKey, options);
