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
import { writeContactList } from './contact-list.ts';
import { type BenchEngine, DEFAULTS, exportContacts, importFile, startEngine } from './engine.ts';
import { median, printFigures, quantile, say, tell, timed } from './figures.ts';
import { insertRows, openFloorBase, stringifyRows, workbookOfRows } from './floors.ts';
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
let engine: BenchEngine = await startEngine(profile);
const { key } = openDataKey(profile);
const file = join(profile, 'vizitka.db');
const floor = openFloorBase(join(folder, 'floor'), key);

const importAction = await benchImport();
await benchSearch();
await benchEdit();
await benchExports();
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

async function benchEdit(): Promise<void> {
  const { rows } = await engine.client.contacts.list({ filter: {}, limit: 200 });
  const update = floor.prepare('UPDATE contact SET notes = ? WHERE id = ?');
  const ids = floor.prepare('SELECT id FROM contact LIMIT 200').pluck().all() as string[];
  const edits: number[] = [];
  const updates: number[] = [];
  for (const [at, { id }] of rows.entries()) {
    edits.push(
      await timed(() => engine.client.contacts.edit({ id, values: { notes: `volať po obede ${at}` } })),
    );
    updates.push(await timed(() => update.run(`volať po obede ${at}`, ids[at])));
  }
  say('one committed edit', 'ms', median(edits), median(updates), { times: 3 });
  say('one committed edit, p95', 'ms', quantile(edits, 0.95), quantile(updates, 0.95));
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

/** From opening the profile to the first window of the client list, full and empty by turns. */
async function benchStart(): Promise<void> {
  const empty = join(folder, 'empty');
  const full: number[] = [];
  const bare: number[] = [];
  await openAndList(empty);
  for (let round = 0; round < 9; round += 1) {
    full.push(await timed(() => openAndList(profile)));
    bare.push(await timed(() => openAndList(empty)));
  }
  say('start to the first list', 'ms', median(full), median(bare), { times: 1.3 });
}

async function openAndList(at: string): Promise<void> {
  const host = openHost({ profile: at, shell: 'browser', defaults: DEFAULTS });
  const client = createRouterClient(router, { context: host.context('window') }) as EngineClient;
  await client.clients.list({ filter: {}, limit: 100 });
  host.close();
}

async function benchMemory(): Promise<void> {
  const texts = typedTexts(people, firms, 40).slice(0, 200);
  const script = fileURLToPath(new URL('./measure-memory.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    script,
    join(folder, 'memory'),
    list,
    JSON.stringify(texts),
  ]);
  const { opened, imported, after, peak } = JSON.parse(stdout) as Record<string, number>;
  say('memory of the engine, just opened', 'MB', opened ?? Number.NaN, null);
  say('memory after the import', 'MB', imported ?? Number.NaN, null);
  say('memory after the import, 200 searches and the lists', 'MB', after ?? Number.NaN, null, { most: 250 });
  say('memory at its peak, during the import', 'MB', peak ?? Number.NaN, null);
}
