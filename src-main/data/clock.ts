/** The device's hybrid logical clock; its last stamp is stored in the transaction that used it. */
import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { advance, type Hlc, hlcFromHex, hlcToHex, nextHlc } from '#shared/sync/hlc.ts';
import { statement } from './statement.ts';

export interface DeviceClock {
  /** 16 hexadecimal digits that name this device. */
  readonly device: string;
  /** Takes `count` stamps in a row inside the open transaction and returns the first. */
  take(wallMs: number, count: number): Hlc;
  /** A stamp as 16 bytes. */
  bytes(stamp: Hlc): Buffer;
  /** Forgets stamps of a transaction that was rolled back. */
  reload(): void;
}

const SAVE =
  'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';

export function openClock(writer: Database): DeviceClock {
  const read = (key: string): unknown => {
    const row = statement<{ value: string }>(writer, 'SELECT value FROM setting WHERE key = ?').get(key);
    return row && JSON.parse(row.value);
  };
  const save = (key: string, value: unknown) => statement(writer, SAVE).run(key, JSON.stringify(value));
  let device = read('device') as string | undefined;
  if (!device) {
    device = randomBytes(8).toString('hex');
    save('device', device);
  }
  const owner = device;
  const load = (): Hlc => {
    const stored = read('hlc') as string | undefined;
    return stored ? hlcFromHex(stored) : { ms: 0, counter: 0 };
  };
  let last = load();
  return {
    device: owner,
    take(wallMs, count) {
      const first = nextHlc(last, wallMs);
      last = advance(first, count - 1);
      save('hlc', hlcToHex(last, owner));
      return first;
    },
    bytes: (stamp) => Buffer.from(hlcToHex(stamp, owner), 'hex'),
    reload() {
      last = load();
    },
  };
}
