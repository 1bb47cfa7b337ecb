/** The device's hybrid logical clock; its last stamp is that of the newest action, stored with it. */
import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { advance, type Hlc, hlcFromHex, hlcToHex, nextHlc } from '#shared/sync/hlc.ts';
import { statement } from './statement.ts';
import { readSync } from './sync-store.ts';

export interface DeviceClock {
  /** 16 hexadecimal digits that name this device. */
  readonly device: string;
  /** The base goes on as another device: a restored or cloned profile. Inside the open transaction. */
  rename(device: string): void;
  /** Milliseconds from this device's clock to the server's, measured at each exchange; part of every stamp. */
  offset: number;
  /** Takes `count` stamps in a row and returns the first; the open transaction stores the last with its action. */
  take(wallMs: number, count: number): Hlc;
  /** A stamp as 16 bytes. */
  bytes(stamp: Hlc): Buffer;
  /** Forgets stamps of a transaction that was rolled back. */
  reload(): void;
}

export function openClock(writer: Database): DeviceClock {
  const stored = statement<{ value: string }>(writer, `SELECT value FROM setting WHERE key = 'device'`).get();
  let owner = stored ? (JSON.parse(stored.value) as string) : randomBytes(8).toString('hex');
  if (!stored)
    statement(writer, `INSERT INTO setting (key, value) VALUES ('device', ?)`).run(JSON.stringify(owner));
  const load = (): Hlc => {
    const newest = statement<{ hlc: string }>(
      writer,
      'SELECT hex(hlc) AS hlc FROM action ORDER BY no DESC LIMIT 1',
    ).get();
    return newest ? hlcFromHex(newest.hlc) : { ms: 0, counter: 0 };
  };
  let last = load();
  return {
    get device() {
      return owner;
    },
    rename(device) {
      owner = device;
      statement(writer, `UPDATE setting SET value = ? WHERE key = 'device'`).run(JSON.stringify(device));
    },
    offset: readSync(writer, 'clockOffset') ?? 0,
    take(wallMs, count) {
      const first = nextHlc(last, wallMs + this.offset);
      last = advance(first, count - 1);
      return first;
    },
    bytes: (stamp) => Buffer.from(hlcToHex(stamp, owner), 'hex'),
    reload() {
      last = load();
    },
  };
}
