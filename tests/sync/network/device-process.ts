/** One device as a process: edits at random and exchanges by itself, until it is killed. */
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { chanceFrom } from '#db/demo/chance.ts';
import { editAtRandom } from './edits.ts';
import { openDevice } from './world.ts';

const [folder = '', key = '', seed = '0', no = '0'] = process.argv.slice(2);
const { engine, client } = openDevice(folder, Buffer.from(key, 'hex'));
const chance = chanceFrom(Number(seed));
engine.sync.start();
const say = (said: object) => process.stdout.write(`${JSON.stringify(said)}\n`);
say({ is: 'open' });
for (let step = 0; ; step += 1) {
  const word = `w${seed}x${step}x${no}`;
  const { action } = await editAtRandom(client, chance, word, (taken) =>
    say({ is: 'takingBack', action: taken }),
  );
  say({ is: 'done', word, action });
  await wait(chance.between(0, 40));
}
