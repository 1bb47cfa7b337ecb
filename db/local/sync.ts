/** What the exchange with the server stands on, beside `change` and `record_meta` (docs/sync.md). Never synchronised. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The confirmed value under a pending edit: what the server has while the screen shows ours. `value` is JSON. */
export const shadow = sqliteTable(
  'shadow',
  {
    entity: text('entity').notNull(),
    record: text('record').notNull(),
    unit: text('unit').notNull(),
    value: text('value'),
    change: text('change').notNull(),
    hlc: text('hlc').notNull(),
    actor: text('actor').notNull(),
  },
  (table) => [primaryKey({ columns: [table.entity, table.record, table.unit] })],
);

/** What this version does not know, kept for the next one: a whole record, or the unknown fields of one. JSON. */
export const parkedRemote = sqliteTable(
  'parked_remote',
  {
    entity: text('entity').notNull(),
    record: text('record').notNull(),
    seq: integer('seq').notNull(),
    item: text('item').notNull(),
  },
  (table) => [primaryKey({ columns: [table.entity, table.record] })],
);

/** Changes that the server set aside, with the reason: nothing that was typed is thrown away. `units` is JSON. */
export const rejected = sqliteTable(
  'rejected',
  {
    change: text('change').primaryKey(),
    txn: text('txn').notNull(),
    entity: text('entity').notNull(),
    record: text('record').notNull(),
    root: text('root'),
    kind: text('kind').notNull(),
    units: text('units'),
    reason: text('reason').notNull(),
    /** UTC milliseconds of the edit and of the refusal. */
    writtenAt: integer('written_at').notNull(),
    rejectedAt: integer('rejected_at').notNull(),
  },
  (table) => [index('rejected_by_txn').on(table.txn)],
);

/** How far the first copy has come, by slice: the last row received, null at its beginning. */
export const snapshotProgress = sqliteTable('snapshot_progress', {
  slice: text('slice').primaryKey(),
  afterEntity: text('after_entity'),
  afterId: text('after_id'),
  received: integer('received').notNull(),
  total: integer('total'),
  doneAt: integer('done_at'),
});

/** What a copy taken anew has brought so far: at its end all else that was confirmed is removed. */
export const snapshotSeen = sqliteTable('snapshot_seen', { record: text('record').primaryKey() });

/** Cursor, epoch, tokens, address of the server and other single values, as JSON by key. */
export const syncState = sqliteTable('sync_state', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});

/** What was exchanged and how it ended, newest last; the last thousand are kept. No personal data. */
export const exchange = sqliteTable('exchange', {
  id: integer('id').primaryKey(),
  at: integer('at').notNull(),
  ms: integer('ms').notNull(),
  sent: integer('sent').notNull(),
  received: integer('received').notNull(),
  rejected: integer('rejected').notNull(),
  conflicts: integer('conflicts').notNull(),
  /** Null when it went through, else the trouble. */
  trouble: text('trouble'),
});
