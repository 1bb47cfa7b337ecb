/** What was overwritten here, by whoever wrote it. */
import type { Database } from 'better-sqlite3';
import { statement } from './statement.ts';

export interface Overwritten {
  entity: string;
  record: string;
  unit: string;
  /** The change that wrote `value`. */
  change: string;
  before: unknown;
  value: unknown;
  /** 16 bytes. */
  hlc: Buffer;
  actor: string;
  /** Number of the action; 0 for what came from the server. */
  action: number;
}

export function remember(db: Database, { before, value, ...row }: Overwritten): void {
  statement(
    db,
    `INSERT INTO history (entity, record, unit, change, before, value, hlc, actor, action)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    row.entity,
    row.record,
    row.unit,
    row.change,
    JSON.stringify(before),
    JSON.stringify(value),
    row.hlc,
    row.actor,
    row.action,
  );
}
