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
import { printFigures, sayBeside, tell } from './figures.ts';

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
const brief = (name: string, next: () => string) =>
  sayBeside(
    name,
    { rounds: ROUNDS, next, most: 300 },
    (id) => client.brief.ofClient({ client: id }),
    readRows,
  );
await brief(`brief of a client with ${ENTRIES} entries`, () => rich);
await brief(`brief of any of ${CLIENTS} clients`, () => chance.of(clients));
reader.close();
await thread.close();
printFigures();
process.exit(0);
