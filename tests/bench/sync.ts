/**
 * The figures of `npm run bench sync`: real engines and a real server with a PostgreSQL of its own, over loopback. Sizes
 * by BENCH_RECORDS (100,000), growth from a tenth of it; BENCH_DEVICES (500) and BENCH_SECONDS (30) of the crowd.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readSync } from '#main/data/sync-store.ts';
import { type EngineAlone, openEngineAlone } from '../helpers/engine-alone.ts';
import { writeContactList } from './contact-list.ts';
import { importFile } from './engine.ts';
import { median, printFigures, quantile, say, tell, timed } from './figures.ts';
import { openFloorBase } from './floors.ts';
import { crowd } from './sync-crowd.ts';
import { copyPlainly } from './sync-floors.ts';

const RECORDS = Number(process.env['BENCH_RECORDS'] ?? 100_000);
const CHANGES = Number(process.env['BENCH_CHANGES'] ?? 10_000);
const DEVICES = Number(process.env['BENCH_DEVICES'] ?? 500);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 30);
const PASSWORD = 'correct horse battery';
/** A list of so many people makes about 2.1 times as many records: persons, places, and firms. */
const RECORDS_PER_PERSON = 2.2;

/** Bytes of pushes, as they go over the wire. */
let pushed = 0;
const folder = mkdtempSync(join(os.tmpdir(), 'vizitka-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

interface Bench {
  child: ChildProcess;
  url: string;
  databaseUrl: string;
  first: EngineAlone;
  place: string;
}

const small = await benchSize(Math.round(RECORDS / 10), false);
const large = await benchSize(RECORDS, true);
say('first sync per record, growth over ten times the records', '%', (100 * large) / small, null, {
  most: 150,
});
printFigures();
process.exit(0);

/** Milliseconds of the first sync by record. */
async function benchSize(records: number, isWhole: boolean): Promise<number> {
  tell(`${records} records`);
  const bench = await openBench(records);
  const per = await benchFirstSync(bench, records);
  if (isWhole) {
    await benchPush(bench);
    await benchLive(bench);
    await benchCrowd(bench);
  }
  bench.first.engine.close();
  bench.child.send('stop');
  await once(bench.child, 'exit');
  return per;
}

async function openBench(records: number): Promise<Bench> {
  const place = join(folder, String(records));
  mkdirSync(place);
  const child = fork(fileURLToPath(new URL('./sync-server.ts', import.meta.url)));
  const [started] = (await once(child, 'message')) as [
    { url: string; adminInvitation: string; databaseUrl: string },
  ];
  const first = openBase(join(place, 'first'));
  const list = join(place, 'list.csv');
  const people = Math.round(records / RECORDS_PER_PERSON);
  writeContactList(list, { people, firms: Math.ceil(people / 5) }, 1);
  await importFile(first.client, list);
  const { url, adminInvitation: invitation, databaseUrl } = started;
  await signIn(first, url, 'admin@bench.sk', invitation);
  const { unsent } = await first.client.sync.state({});
  const took = await timed(() => exchange(first));
  say(`first push of a base of ${unsent} records`, '/s', unsent / (took / 1000), null);
  return { child, url, databaseUrl, first, place };
}

function countingFetch(url: string, init: RequestInit): Promise<Response> {
  if (url.endsWith('/push') && init.body instanceof Uint8Array) pushed += init.body.length;
  return fetch(url, init);
}

function openBase(place: string): EngineAlone {
  mkdirSync(place);
  return openEngineAlone(place, randomBytes(32), { fetch: countingFetch });
}

async function signIn(
  { client }: EngineAlone,
  server: string,
  email: string,
  invitation: string,
): Promise<void> {
  const { joining } = await client.sync.signIn({
    server,
    email,
    password: PASSWORD,
    invitation,
    device: 'bench',
  });
  if (!joining) return;
  for (;;) {
    await client.sync.now({});
    if ((await client.sync.state({})).joining?.plan) break;
  }
  await client.sync.join({});
}

async function exchange({ client }: EngineAlone): Promise<void> {
  const { trouble } = await client.sync.now({});
  if (trouble) throw new Error(`the exchange ended with ${trouble}`);
}

async function benchFirstSync({ url, databaseUrl, first, place }: Bench, records: number): Promise<number> {
  const { invitation } = await first.client.sync.invite({
    email: 'second@bench.sk',
    role: 'admin',
    team: null,
    territories: [],
  });
  const second = openBase(join(place, 'second'));
  await signIn(second, url, 'second@bench.sk', invitation);
  const took = await timed(() => exchange(second));
  const floor = openFloorBase(join(place, 'floor'), randomBytes(32));
  let copied = 0;
  const least = await timed(async () => {
    copied = await copyPlainly(databaseUrl, floor);
  });
  floor.close();
  second.engine.close();
  say(`first sync of ${copied} records`, 's', took / 1000, least / 1000, { times: 3 });
  say(`first sync of ${records} records, speed`, '/s', copied / (took / 1000), null);
  return took / copied;
}

async function benchPush({ first }: Bench): Promise<void> {
  await first.client.sync.stayOffline({ on: true });
  const { rows } = await first.client.contacts.list({ filter: {}, limit: 500 });
  for (let done = 0; done < CHANGES; ) {
    const { rows: page } = await first.client.contacts.list({ filter: {}, offset: done, limit: 500 });
    for (const { id } of page.length > 0 ? page : rows) {
      await first.client.contacts.edit({
        id,
        values: { preferredChannel: done % 2 === 0 ? 'phone' : 'email', source: `zdroj ${done}` },
      });
      done += 1;
    }
  }
  const { unsent } = await first.client.sync.state({});
  await first.client.sync.stayOffline({ on: false });
  const took = await timed(() => exchange(first));
  say(`push of ${unsent} offline changes`, '/s', unsent / (took / 1000), null, { least: 2_000 });
  await benchBytes(first);
}

/** What goes over the wire for one changed field, alone and among two hundred. */
async function benchBytes(first: EngineAlone): Promise<void> {
  const { rows } = await first.client.contacts.list({ filter: {}, limit: 200 });
  for (const many of [1, 200]) {
    for (const { id } of rows.slice(0, many))
      await first.client.contacts.edit({ id, values: { source: `bajty ${many}` } });
    pushed = 0;
    await exchange(first);
    say(`bytes sent for a changed field, ${many} at once`, 'B', pushed / many, null);
  }
}

/** From the edit on one device to the event that makes the other's screen ask again; without the second of waiting. */
async function benchLive({ first, url, place }: Bench): Promise<void> {
  const { invitation } = await first.client.sync.invite({
    email: 'third@bench.sk',
    role: 'admin',
    team: null,
    territories: [],
  });
  const third = openBase(join(place, 'third'));
  await signIn(third, url, 'third@bench.sk', invitation);
  await exchange(third);
  for (const { engine } of [first, third]) engine.sync.start();
  const { rows } = await first.client.contacts.list({ filter: {}, limit: 30 });
  const took: number[] = [];
  for (const [at, { id }] of rows.entries()) {
    const seen = new Promise<void>((resolve) => {
      const stop = third.engine.base.events.listen(({ ids }) => {
        if (!ids?.includes(id)) return;
        stop();
        resolve();
      });
    });
    const from = performance.now();
    await first.client.contacts.edit({ id, values: { source: `naživo ${at}` } });
    await seen;
    took.push(performance.now() - from);
    // Single edits, as a hand makes them: those of one second go together.
    await setTimeout(1_100);
  }
  third.engine.close();
  say('an edit on one device to the screen of another, p50', 'ms', median(took), null, { most: 150 });
  say('an edit on one device to the screen of another, p95', 'ms', quantile(took, 0.95), null);
}

interface Usage {
  cpu: NodeJS.CpuUsage;
  memory: number;
}

async function benchCrowd({ child, url, first }: Bench): Promise<void> {
  const { reader } = first.engine.base;
  const token = readSync(reader, 'tokens')?.accessToken ?? '';
  const { rows } = await first.client.clients.list({ filter: {}, limit: 500 });
  const usage = async (): Promise<Usage> => {
    child.send('usage');
    const [answer] = (await once(child, 'message')) as [Usage];
    return answer;
  };
  const before = await usage();
  const from = performance.now();
  const took = await crowd(url, {
    devices: DEVICES,
    seconds: SECONDS,
    token,
    member: first.engine.base.member(),
    clients: rows.map(({ id }) => id),
  });
  const after = await usage();
  const wall = (performance.now() - from) * 1_000;
  const cpu = after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system;
  const name = `${DEVICES} devices, one change each per 10 s`;
  tell(`  ${took.length} pushes`);
  say(`${name}: push, p50`, 'ms', median(took), null);
  say(`${name}: push, p95`, 'ms', quantile(took, 0.95), null);
  say(`${name}: processor of the server without PostgreSQL`, '%', (100 * cpu) / wall, null);
  say(`${name}: memory of the server without PostgreSQL`, 'MB', after.memory / 1e6, null);
}
