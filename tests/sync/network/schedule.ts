/**
 * One schedule: edits on all devices while the network does its worst, then the network is well again, and everything
 * must come to rest by itself: nothing waits, all devices show the same, every word typed is accounted for.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Chance } from '#db/demo/chance.ts';
import { editAtRandom } from './edits.ts';
import { contentsOf, type Device, drained, forget, reopen, type World } from './world.ts';

const PATIENCE_MS = 20_000;

/** What a schedule found wrong; empty when all is well. `no` makes its words unlike those of the others. */
export async function runSchedule(world: World, pool: Pool, chance: Chance, no: number): Promise<string[]> {
  const { network, devices } = world;
  network.weather(chance.of([0.1, 0.3, 0.6]), chance.of([0, 0, 3, 15]));
  const steps = chance.between(4, 14);
  for (let step = 0; step < steps; step += 1) {
    const at = chance.between(0, devices.length - 1);
    const device = devices[at] as Device;
    const word = `w${no}x${step}x${at}`;
    const { action } = await editAtRandom(device.client, chance, word, (taken) => forget(device, taken));
    if (action !== null) device.words.set(word, action);
    if (chance.happens(0.15)) network.partition(true);
    if (chance.happens(0.3)) network.partition(false);
    if (chance.happens(0.05)) reopen(device);
    if (chance.happens(0.4)) await wait(chance.between(0, 30));
  }
  network.partition(false);
  network.weather(0, 0);
  return rest(world, pool);
}

/** Waits until nothing moves any more and compares. */
export async function rest(world: World, pool: Pool): Promise<string[]> {
  const { devices } = world;
  try {
    await drained(world, () => headOf(pool), PATIENCE_MS);
  } catch (error) {
    return [`did not drain: ${(error as Error).message}`];
  }
  const [first = new Set<string>(), ...others] = devices.map(({ engine }) => contentsOf(engine.base.reader));
  return others.flatMap((other, at) => {
    const differing = [...first, ...other].filter((line) => first.has(line) !== other.has(line));
    return differing
      .toSorted((a, b) => (a < b ? -1 : 1))
      .slice(0, 6)
      .map((line) => `device ${other.has(line) ? at + 1 : 0}: ${line}`);
  });
}

async function headOf(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ head: string }>('SELECT max(seq) AS head FROM sync.workspace');
  return Number(rows[0]?.head ?? 0);
}
