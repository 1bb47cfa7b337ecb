/**
 * The figures of `npm run bench brief`: a brief over the port that a window asks by, of a client with 2,000 entries and
 * of any of 100,000 clients (BENCH_CLIENTS), each beside the rows that it is made of, read by the bare database.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chanceFrom } from '#db/demo/chance.ts';
import { openReadable, openWritable } from '#main/data/connection.ts';
import { openDataKey } from '#main/security/data-key.ts';
import { fillForBriefs, readPlainly } from './brief-base.ts';
import { startEngine } from './engine.ts';
import { median, printFigures, quantile, say, tell, timed } from './figures.ts';

const CLIENTS = Number(process.env['BENCH_CLIENTS'] ?? 100_000);
const ENTRIES = 2_000;
const ROUNDS = 200;

const folder = mkdtempSync(join(os.tmpdir(), 'vizitka-bench-'));
const profile = join(folder, 'profile');
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

await (await startEngine(profile)).thread.close();
const { key } = openDataKey(profile);
const file = join(profile, 'vizitka.db');
const writer = openWritable(file, key);
const filling = performance.now();
const { rich, clients } = fillForBriefs(writer, CLIENTS, ENTRIES, Date.now());
writer.close();
tell(`${CLIENTS} clients in ${Math.round((performance.now() - filling) / 1000)} s`);

const { client, thread } = await startEngine(profile);
const reader = openReadable(file, key);
const readRows = readPlainly(reader);
const chance = chanceFrom(7);
await bench(`brief of a client with ${ENTRIES} entries`, () => rich);
await bench(`brief of any of ${CLIENTS} clients`, () => chance.of(clients));
reader.close();
await thread.close();
printFigures();
process.exit(0);

/** Each asked right after the other, so that both meet the same machine; the very first also opens what is cold. */
async function bench(name: string, next: () => string): Promise<void> {
  const asked: number[] = [];
  const raw: number[] = [];
  say(`${name}, the first`, 'ms', await timed(() => client.brief.ofClient({ client: next() })), null);
  for (let round = 0; round < ROUNDS; round += 1) {
    const id = next();
    asked.push(await timed(() => client.brief.ofClient({ client: id })));
    raw.push(await timed(() => readRows(id)));
  }
  say(`${name}, p50`, 'ms', median(asked), median(raw));
  say(`${name}, p95`, 'ms', quantile(asked, 0.95), quantile(raw, 0.95), { most: 300 });
}
