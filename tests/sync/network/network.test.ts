/**
 * The real engines and the real server over a bad network. NETWORK_SEED repeats a run, NETWORK_SCHEDULES makes it
 * longer; `npm run torture network` runs thousands.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { test } from 'vitest';
import { chanceFrom } from '#db/demo/chance.ts';
import { openServer } from '../../helpers/hosted-server.ts';
import { makeDatabase } from '../../helpers/test-database.ts';
import { runSchedule } from './schedule.ts';
import { NO_LIMITS, openWorld, wordsKept } from './world.ts';

const SEED = Number(process.env['NETWORK_SEED'] ?? Date.now() % 2 ** 31);
/** A world takes so many schedules before a fresh one, so that comparing stays quick. */
const SCHEDULES = 50;
const WORLDS = Math.ceil(Number(process.env['NETWORK_SCHEDULES'] ?? 200) / SCHEDULES);

test.concurrent.for(Array.from({ length: WORLDS }, (_, at) => at))(
  'whatever the network does, all comes to rest by itself and nothing is lost: world %i',
  { timeout: 600_000 },
  async (at, { expect, onTestFinished }) => {
    const chance = chanceFrom(SEED + at);
    // Helpers that clean up after the running test cannot tell which of several it is.
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vizitka-network-'));
    const server = await openServer({ url: await makeDatabase() }, folder, NO_LIMITS);
    const pool = new pg.Pool({ connectionString: server.database.url, max: 2 });
    const world = await openWorld(server, chance, folder, 3 + (at % 3));
    onTestFinished(async () => {
      await world.close();
      await pool.end();
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    });
    for (let no = 0; no < SCHEDULES; no += 1) {
      const problems = await runSchedule(world, pool, chance, no);
      expect(
        problems,
        `seed ${SEED}, world ${at}, schedule ${no}, faults ${JSON.stringify([...world.network.faults])}`,
      ).toEqual([]);
    }
    for (const { client } of world.devices)
      expect(await client.sync.verify({})).toMatchObject({ equal: true, fetched: 0, trouble: null });
    const kept = await wordsKept(pool, world.devices);
    const lost = world.devices.flatMap(({ words }) => [...words.keys()].filter((word) => !kept.has(word)));
    expect(lost, `seed ${SEED}, world ${at}`).toEqual([]);
    // A run without faults would prove nothing.
    expect(world.network.faults.size).toBeGreaterThan(4);
  },
);
