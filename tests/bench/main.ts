/**
 * The figures of `npm run bench`: 100,000 people at 20,000 firms through the real contract and the real engine, each
 * figure beside a floor measured in the same run. Progress goes to standard error, the figures as JSON to standard
 * output. Nothing here fails on a slow machine: a budget that is missed says so.
 */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createRouterClient } from '@orpc/server';
import { openReadable } from '#main/data/connection.ts';
import { openHost } from '#main/engine/host.ts';
import type { EngineClient } from '#main/engine/reach.ts';
import { router } from '#main/engine/router.ts';
import { openDataKey } from '#main/security/data-key.ts';
import { benchBackup } from './backup.ts';
import { writeContactList } from './contact-list.ts';
import { type BenchEngine, DEFAULTS, exportContacts, importFile, startEngine } from './engine.ts';
import { median, printFigures, quantile, say, tell, timed } from './figures.ts';
import { bareEdits, insertRows, openFloorBase, stringifyRows, workbookOfRows } from './floors.ts';
import { measureMemory } from './memory.ts';
import { timeTyping, typedTexts } from './typing.ts';

const SIZE = {
  people: Number(process.env['BENCH_PEOPLE'] ?? 100_000),
  firms: Number(process.env['BENCH_FIRMS'] ?? 20_000),
};
const folder = mkdtempSync(join(os.tmpdir(), 'vizitka-bench-'));
const profile = join(folder, 'profile');
const list = join(folder, 'list.csv');
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

tell(`${SIZE.people} people at ${SIZE.firms} firms in ${folder}`);
const { people, firms } = writeContactList(list, SIZE, 1);
const engine: BenchEngine = await startEngine(profile);
const { key } = openDataKey(profile);
const file = join(profile, 'vizitka.db');
const floor = openFloorBase(join(folder, 'floor'), key);

const importAction = await benchImport();
await benchSearch();
await benchEdit();
await benchExports();
await benchBackup(engine.client, file, key, folder);
await benchUndoAndWaiting(importAction);
await engine.thread.close();
floor.close();
await benchStart();
await benchMemory();
printFigures();
process.exit(0);

async function benchImport(): Promise<string> {
  let action = '';
  const took = await timed(async () => {
    const result = await importFile(engine.client, list);
    tell(`  imported ${JSON.stringify(result.created)}, ${result.problems} lines of report`);
    action = result.action ?? '';
  });
  const least = await timed(() => insertRows(floor, list));
  say('import of a CSV', 's', took / 1000, least / 1000, { times: 4 });
  return action;
}

async function benchSearch(): Promise<void> {
  const db = openReadable(file, key);
  const texts = typedTexts(people, firms, 200);
  const { asked, raw } = await timeTyping(engine.client, db, texts);
  db.close();
  tell(`  ${texts.length} keystrokes`);
  say('search while typing, p50', 'ms', median(asked), median(raw));
  say('search while typing, p95', 'ms', quantile(asked, 0.95), quantile(raw, 0.95), { times: 2, most: 16 });
  say('search while typing, longest', 'ms', Math.max(...asked), Math.max(...raw));
}

/** A field that no index holds, and one that search finds; the bare update of the latter keeps the same index. */
async function benchEdit(): Promise<void> {
  const { rows } = await engine.client.contacts.list({ filter: {}, limit: 200 });
  const bare = bareEdits(floor);
  for (const [name, edit, update] of [
    [
      'one committed edit',
      (at: number) => ({ preferredChannel: at % 2 === 0 ? 'phone' : 'email' }) as const,
      bare.plain,
    ],
    [
      'one committed edit of what search finds',
      (at: number) => ({ notes: `volať po obede ${at}` }),
      bare.found,
    ],
  ] as const) {
    const edits: number[] = [];
    const updates: number[] = [];
    for (const [at, { id }] of rows.entries()) {
      edits.push(await timed(() => engine.client.contacts.edit({ id, values: edit(at) })));
      updates.push(await timed(() => update(at)));
    }
    say(name, 'ms', median(edits), median(updates), { times: 3 });
    say(`${name}, p95`, 'ms', quantile(edits, 0.95), quantile(updates, 0.95));
  }
}

async function benchExports(): Promise<void> {
  for (const [name, format, least, times] of [
    ['export to CSV', 'csv', stringifyRows, 1.5],
    ['export to XLSX', 'xlsx', workbookOfRows, 1.3],
  ] as const) {
    const mine: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      mine.push(await timed(() => exportContacts(engine.client, format)));
      bare.push(await timed(() => least(file, key)));
    }
    say(name, 's', median(mine) / 1000, median(bare) / 1000, { times });
  }
}

/** Takes the import back, then imports again while somebody else edits a client all the time. */
async function benchUndoAndWaiting(action: string): Promise<void> {
  const id = randomUUID();
  say('undo of the import', 's', (await timed(() => engine.client.undo.apply({ action }))) / 1000, null);
  await engine.client.clients.create({ id, values: { name: 'Skúšobný klient', status: 'active' } });
  const waits: number[] = [];
  let isDone = false;
  const importing = importFile(engine.client, list).finally(() => (isDone = true));
  for (let no = 0; !isDone; no += 1)
    waits.push(await timed(() => engine.client.clients.edit({ id, values: { segment: `segment ${no}` } })));
  await importing;
  tell(`  ${waits.length} edits while the import ran`);
  say('edit during an import, p50', 'ms', median(waits), null);
  say('edit during an import, longest wait', 'ms', Math.max(...waits), null);
}

/** Full and empty by turns: in a running process, and as a whole new process that lists clients and ends. */
async function benchStart(): Promise<void> {
  const empty = join(folder, 'empty');
  for (const [name, unit, start, rounds, budget] of [
    ['opening the base to the first list', 'ms', openAndList, 15, {}],
    ['start of a new process to the first list', 'ms', startAndList, 7, { times: 1.3 }],
  ] as const) {
    const full: number[] = [];
    const bare: number[] = [];
    await start(empty);
    await start(profile);
    for (let round = 0; round < rounds; round += 1) {
      full.push(await start(profile));
      bare.push(await start(empty));
    }
    say(name, unit, median(full), median(bare), budget);
  }
}

async function openAndList(at: string): Promise<number> {
  const from = performance.now();
  const host = openHost({ profile: at, shell: 'browser', defaults: DEFAULTS });
  const client = createRouterClient(router, { context: host.context('window') }) as EngineClient;
  await client.clients.list({ filter: {}, limit: 100 });
  const took = performance.now() - from;
  host.close();
  return took;
}

function startAndList(at: string): Promise<number> {
  const entry = fileURLToPath(new URL('../../bin/vizitka.mjs', import.meta.url));
  return timed(() =>
    promisify(execFile)(process.execPath, [
      entry,
      '--profile',
      at,
      'call',
      'clients.list',
      '{"filter":{},"limit":100}',
    ]),
  );
}

async function benchMemory(): Promise<void> {
  const texts = typedTexts(people, firms, 40).slice(0, 200);
  const { opened, imported, worked, peak } = await measureMemory(join(folder, 'memory'), list, texts);
  say('memory of the engine, just opened', 'MB', opened, null);
  say('memory after the import', 'MB', imported, null);
  say('memory after the import, 200 searches, the lists and an export', 'MB', worked, null, { most: 250 });
  say('memory at its peak', 'MB', peak, null);
}
