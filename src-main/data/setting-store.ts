/** Preferences, the device's id and other small things of this device, as JSON by key. Never synchronised. */
import type { Database } from 'better-sqlite3';
import type { DataEvents } from './events.ts';
import { statement } from './statement.ts';

export interface SettingStore {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

export function openSettings(writer: Database, events: DataEvents): SettingStore {
  return {
    get(key) {
      const row = statement<{ value: string }>(writer, 'SELECT value FROM setting WHERE key = ?').get(key);
      return row ? (JSON.parse(row.value) as unknown) : undefined;
    },
    set(key, value) {
      statement(
        writer,
        'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      ).run(key, JSON.stringify(value));
      events.emit({ topics: ['setting'], ids: null });
    },
  };
}
