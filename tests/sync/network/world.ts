/** A server, a bad network in front of it, and devices behind that: whole ones, each with a base of its own. */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Chance } from '#db/demo/chance.ts';
import { canonicalJson } from '#shared/sync/canonical-json.ts';
import { entities } from '#shared/entities/index.ts';
import type { Engine } from '#main/engine/engine.ts';
import { openEngineAlone } from '../../helpers/engine-alone.ts';
import type { TestServer } from '../../helpers/hosted-server.ts';
import { type BadNetwork, openBadNetwork } from './bad-network.ts';
import type { Client } from './edits.ts';

/** Quick, so that many schedules fit into a minute; the order of things is that of every day. Milliseconds. */
export const PACE = { afterChange: 5, every: 400, firstRetry: 5, lastRetry: 40, network: 50 };
export const PASSWORD = 'correct horse battery';
/** Nothing here is about how often somebody may ask. */
export const NO_LIMITS = {
  limits: {
    device: { burst: 1e9, perMinute: 1e9 },
    member: { burst: 1e9, perMinute: 1e9 },
    address: { burst: 1e9, perMinute: 1e9 },
  },
};

export interface Device {
  readonly folder: string;
  readonly key: Buffer;
  engine: Engine;
  client: Client;
  /** Words that the base has acknowledged, with the action that wrote each. */
  readonly words: Map<string, string | null>;
}

/** What is taken back before it was sent leaves no trace, as it should. */
export function forget({ words }: Device, takenBack: string | null): void {
  for (const [word, by] of words) if (by === takenBack) words.delete(word);
}

export interface World {
  readonly network: BadNetwork;
  readonly devices: Device[];
  close(): Promise<void>;
}

export function openDevice(folder: string, key: Buffer): Pick<Device, 'engine' | 'client'> {
  const { engine, client } = openEngineAlone(folder, key, { pace: PACE });
  return { engine, client };
}

export async function openWorld(
  server: TestServer,
  chance: Chance,
  folder: string,
  count: number,
): Promise<World> {
  const network = await openBadNetwork(Number(new URL(server.url).port), chance);
  const devices: Device[] = [];
  let invitation: string | null = server.adminInvitation;
  for (let no = 0; no < count; no += 1) {
    const place = join(folder, `device-${no}`);
    mkdirSync(place, { recursive: true });
    const key = randomBytes(32);
    const device: Device = { folder: place, key, ...openDevice(place, key), words: new Map() };
    const email = `device${no}@test.sk`;
    if (devices[0])
      ({ invitation } = await devices[0].client.sync.invite({
        email,
        role: 'admin',
        team: null,
        territories: [],
      }));
    await device.client.sync.signIn({
      server: network.address,
      email,
      password: PASSWORD,
      invitation,
      device: `device ${no}`,
    });
    await device.client.sync.now({});
    device.engine.sync.start();
    devices.push(device);
  }
  return {
    network,
    devices,
    async close() {
      for (const { engine } of devices) engine.close();
      await network.close();
    },
  };
}

/** The device's process is gone and comes back: nothing is told goodbye. */
export function reopen(device: Device): void {
  device.engine.close();
  Object.assign(device, openDevice(device.folder, device.key));
  device.engine.sync.start();
}

/** Resolves when every device has sent everything and taken everything, by itself; rejects with who has not. */
export async function drained(
  { devices }: World,
  head: () => Promise<number>,
  patienceMs: number,
): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const server = await head();
    const late = devices.filter(
      ({ engine: { base } }) => unsentOf(base.reader) > 0 || cursorOf(base.reader) < server,
    );
    if (late.length === 0 && server === (await head())) return;
    if (performance.now() > until)
      throw new Error(late.map(({ engine }) => describe(engine)).join('\n') || 'never at rest');
    await Promise.race(late.map(({ engine: { base } }) => nextEvent(base.events)));
  }
}

type Reader = Engine['base']['reader'];

function unsentOf(reader: Reader): number {
  return reader.prepare('SELECT count(*) FROM change WHERE seq IS NULL').pluck().get() as number;
}

function cursorOf(reader: Reader): number {
  const value = reader.prepare(`SELECT value FROM sync_state WHERE key = 'cursor'`).pluck().get();
  return typeof value === 'string' ? Number(value) : 0;
}

function describe({ base, folder }: Engine): string {
  const state = base.reader
    .prepare(`SELECT key, value FROM sync_state WHERE key NOT IN ('tokens', 'connection', 'knownFields')`)
    .all();
  return `${folder}: ${unsentOf(base.reader)} unsent, ${JSON.stringify(state)}`;
}

/** Or a moment in which nothing happened, after which it is looked at again. */
function nextEvent(events: Engine['base']['events']): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const stop = events.listen(done);
    const timer = setTimeout(done, 20);
  });
}

/** Everything that a device shows, a line for each value. */
export function contentsOf(reader: Reader): Set<string> {
  const lines = new Set<string>();
  for (const { table } of Object.values(entities))
    for (const row of reader.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).all())
      for (const [column, value] of Object.entries(row))
        lines.add(`${table} ${String(row['id'])} ${column} ${comparable(value)}`);
  return lines;
}

/** The parts of a stored unit have no order. */
function comparable(value: unknown): string {
  return typeof value === 'string' && /^[[{]/.test(value)
    ? canonicalJson(JSON.parse(value))
    : JSON.stringify(value);
}

/** Every word that any of the tables holds in which a typed value may have come to rest. */
export async function wordsKept(pool: Pool, devices: readonly Device[]): Promise<Set<string>> {
  const texts: string[] = [];
  for (const column of ['record.data', 'history.value', 'rejected_change.change']) {
    const [table, name] = column.split('.');
    const { rows } = await pool.query<{ text: string }>(
      `SELECT ${name}::text AS text FROM sync.${table} WHERE ${name} IS NOT NULL`,
    );
    texts.push(...rows.map(({ text }) => text));
  }
  // What was typed over before it was sent, and what was taken back, is in the history of its device.
  for (const { engine } of devices)
    for (const column of ['history.before', 'history.value', 'rejected.units'])
      texts.push(
        ...(engine.base.reader
          .prepare(`SELECT ${column} FROM ${column.split('.')[0]} WHERE ${column} IS NOT NULL`)
          .pluck()
          .all() as string[]),
      );
  return new Set(texts.join(' ').match(/w\d+x\d+x\d+/g) ?? []);
}
