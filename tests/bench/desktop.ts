/**
 * `npm run bench desktop`: from the start of the desktop program to a window that can be used, the memory of all its
 * processes, and what a call costs on its way to the engine. Each beside a floor of the same run: an empty program in
 * the same stand-in, and the same procedure called without any way at all. What the stand-in adds is in both.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createRouterClient } from '@orpc/server';
import { type HostOptions, openHost } from '#main/engine/host.ts';
import type { EngineClient } from '#main/engine/reach.ts';
import { router } from '#main/engine/router.ts';
import { startEngineThread } from '#main/engine/thread.ts';
import { builtFile } from '../../scripts/build-engine.mjs';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { desktopKind } from '../e2e/desktop/desktop.ts';
import { writeContactList } from './contact-list.ts';
import { type OpenedProgram, openEmptyProgram, openVizitka } from './desktop-program.ts';
import { DEFAULTS, importFile, startEngine } from './engine.ts';
import { median, printFigures, say, tell } from './figures.ts';
import { ANSWERS, timeOverMainPort, timeOverPort, timeOverWindow } from './port-calls.ts';

const SIZE = {
  people: Number(process.env['BENCH_PEOPLE'] ?? 100_000),
  firms: Number(process.env['BENCH_FIRMS'] ?? 20_000),
};
const STARTS = 5;
process.env['CHROMIUM_PATH'] ??= findChromium();
const folder = mkdtempSync(join(os.tmpdir(), 'vizitka-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

tell(`on ${desktopKind === 'electron' ? 'Electron' : 'the stand-in'}, ${SIZE.people} people in ${folder}`);
const profile = await makeBase();
await benchStart();
await benchCalls();
printFigures();
process.exit(0);

async function makeBase(): Promise<string> {
  const list = join(folder, 'list.csv');
  const base = join(folder, 'profile');
  writeContactList(list, SIZE, 1);
  const { client, thread } = await startEngine(base);
  await client.settings.setUp({ language: 'sk', country: 'SK', name: 'Jana Testová' });
  await importFile(client, list);
  await thread.close();
  return base;
}

/** By turns, so that what else the machine does falls on both. */
async function benchStart(): Promise<void> {
  const full: OpenedProgram[] = [];
  const empty: OpenedProgram[] = [];
  for (let round = 0; round <= STARTS; round += 1) {
    const [mine, bare] = [await openVizitka(profile), await openEmptyProgram(join(folder, 'empty'))];
    // The first round only warms the disk.
    if (round === 0) continue;
    full.push(mine);
    empty.push(bare);
  }
  const of = (programs: OpenedProgram[], what: (program: OpenedProgram) => number) =>
    median(programs.map(what));
  const compare = (name: string, unit: 'ms' | 'MB', what: (program: OpenedProgram) => number) =>
    say(name, unit, of(full, what), of(empty, what));
  compare('start to a window with the list of clients', 'ms', ({ tookMs }) => tookMs);
  compare('memory of all processes, list shown', 'MB', ({ memory }) => memory.all);
  compare('memory of the window and what Chromium needs', 'MB', ({ memory }) => memory.chromium);
  compare('memory of the main process', 'MB', ({ memory }) => memory.main);
  say(
    'memory of the engine',
    'MB',
    of(full, ({ memory }) => memory.engine),
    null,
  );
}

/** One client in the base: the procedure itself costs next to nothing, what is left is the way. */
async function benchCalls(): Promise<void> {
  const base = join(folder, 'small');
  mkdirSync(join(folder, 'apart'));
  const options: HostOptions = { profile: base, shell: 'browser', defaults: DEFAULTS };
  const host = openHost(options);
  const client = createRouterClient(router, { context: host.context('window') }) as EngineClient;
  await client.settings.setUp({ language: 'sk', country: 'SK', name: 'Jana Testová' });
  const direct: number[] = [];
  for (let call = 0; call < ANSWERS; call += 1) {
    const from = performance.now();
    await client.status.get({});
    direct.push((performance.now() - from) * 1000);
  }
  host.close();
  const floor = median(direct);

  const thread = await startEngineThread(options, new URL(builtFile('src-main/engine/worker.ts')));
  say('a call over the port of a thread', 'µs', median(await timeOverPort(thread.connect('window'))), floor);
  await thread.close();

  const program = await openVizitka(base, { keepOpen: true });
  const apart = {
    ...options,
    profile: join(folder, 'apart', 'base'),
    shell: 'desktop',
    keyStore: freshKeyStore(),
  };
  const overProcess = await program.desktop.evaluateMain(timeOverMainPort, {
    script: builtFile('src-main/engine/utility.ts'),
    options: apart,
    answers: ANSWERS,
  });
  say('a call from the main process over a port of the engine', 'µs', median(overProcess), floor);
  const overWindow = await timeOverWindow(program.desktop.page);
  say('a call from the window over its port', 'µs', median(overWindow), floor);
  await program.desktop.close();
}

/** As a system with a key store answers for a new base. */
function freshKeyStore(): HostOptions['keyStore'] {
  const wrappingKey = randomBytes(32).toString('base64');
  const sealed = randomBytes(48).toString('base64');
  return {
    backend: 'gnome_libsecret',
    usable: true,
    opened: {},
    refused: [],
    fresh: { wrappingKey, sealed },
  };
}
