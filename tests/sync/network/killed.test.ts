/** Devices and the server as processes that are killed in the middle of anything, over a bad network. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { type Chance, chanceFrom } from '#db/demo/chance.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { startServer } from '../../helpers/start-server.ts';
import { rest } from './schedule.ts';
import { type Device, forget, NO_LIMITS, openWorld, reopen, wordsKept, type World } from './world.ts';

const SEED = Number(process.env['NETWORK_SEED'] ?? Date.now() % 2 ** 31);
const KILLS = Number(process.env['NETWORK_KILLS'] ?? 6);

function run(script: string, args: readonly string[]): ChildProcess {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, file, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

interface Running {
  child: ChildProcess;
  /** Resolves when its base is open. */
  open: Promise<void>;
}

/** What the process says is noted as acknowledged; a line that the kill cut off was not heard. */
function startDevice(device: Device, seed: number, no: number): Running {
  const child = run('./device-process.ts', [
    device.folder,
    device.key.toString('hex'),
    String(seed),
    String(no),
  ]);
  let text = '';
  const opened = Promise.withResolvers<void>();
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    const lines = (text + part).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      const heard = JSON.parse(line) as { is: string; word: string; action: string | null };
      if (heard.is === 'open') opened.resolve();
      if (heard.is === 'done' && heard.action !== null) device.words.set(heard.word, heard.action);
      if (heard.is === 'takingBack') forget(device, heard.action);
    }
  });
  return { child, open: opened.promise };
}

async function startServerProcess(world: World, databaseUrl: string): Promise<ChildProcess> {
  const child = run('./server-process.ts', [databaseUrl, makeFolder()]);
  const [line] = (await once(child.stdout?.setEncoding('utf8') ?? child, 'data')) as [string];
  world.network.retarget(Number(new URL(line.trim()).port));
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

test('kill -9 of devices and of the server: all comes to rest by itself and nothing is lost', {
  timeout: 300_000,
}, async () => {
  const chance: Chance = chanceFrom(SEED);
  const server = await startServer(NO_LIMITS);
  const pool = new pg.Pool({ connectionString: server.database.url, max: 2 });
  const world = await openWorld(server, chance, makeFolder(), 3);
  onTestFinished(async () => {
    await world.close();
    await pool.end();
  });
  for (const { engine } of world.devices) engine.close();
  await server.stop();
  let serving = await startServerProcess(world, server.database.url);
  world.network.weather(0.2, 5);
  let seed = 0;
  const running = world.devices.map((device, no) => startDevice(device, (seed += 1), no));
  await Promise.all(running.map(({ open }) => open));
  for (let kills = 0; kills < KILLS; kills += 1) {
    await wait(chance.between(50, 900));
    const at = chance.between(0, world.devices.length);
    const device = world.devices[at];
    if (device) {
      await kill(running[at]?.child as ChildProcess);
      running[at] = startDevice(device, (seed += 1), at);
      await running[at]?.open;
    } else {
      await kill(serving);
      serving = await startServerProcess(world, server.database.url);
    }
  }
  world.network.weather(0, 0);
  for (const { child } of running) await kill(child);
  // What was killed last comes back once more, and nobody touches a key.
  for (const device of world.devices) reopen(device);
  expect(await rest(world, pool), `seed ${SEED}`).toEqual([]);
  for (const { client, engine } of world.devices) {
    expect(await client.sync.verify({})).toMatchObject({ equal: true, fetched: 0, trouble: null });
    expect((await client.verify.run({})).problems, engine.folder).toEqual([]);
  }
  const kept = await wordsKept(pool, world.devices);
  const lost = world.devices.flatMap(({ words }) => [...words.keys()].filter((word) => !kept.has(word)));
  expect(lost, `seed ${SEED}`).toEqual([]);
  await kill(serving);
});
