/**
 * `exchange-until-killed.ts FOLDER KEY STEP [join]`: writes a client and exchanges, or goes on with the joining that
 * waits, until it ends itself with SIGKILL at the step (killing-fetch.ts).
 */
import process from 'node:process';
import { killingFetch } from './killing-fetch.ts';
import { newClient } from './team-work.ts';
import { openTestEngine } from './test-engine.ts';

const [, , folder = '', key = '', at = '0', join] = process.argv;
const engine = openTestEngine({
  folder,
  key: Buffer.from(key, 'hex'),
  sync: { fetch: killingFetch(Number(at)) },
});
const { sync } = engine.client;
if (join === undefined) newClient(engine, `Krok ${at}`);
else if ((await sync.state({})).joining) {
  await sync.now({});
  await sync.join({});
}
const { trouble } = await sync.now({});
engine.close();
process.exit(trouble === null ? 0 : 1);
