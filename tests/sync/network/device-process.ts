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
process.stdout.write('{"is":"open"}\n');
for (let step = 0; ; step += 1) {
  const word = `w${seed}x${step}x${no}`;
  const done = await editAtRandom(client, chance, word);
  process.stdout.write(`${JSON.stringify({ is: 'done', word, ...done })}\n`);
  await wait(chance.between(0, 40));
}
