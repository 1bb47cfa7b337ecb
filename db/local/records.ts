/** The bookkeeping beside the domain's tables: what sync, undo, history and drafts stand on (docs/sync.md). */
import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One thing the user did; the step that undo takes back. `label` is JSON {key, params}. */
export const action = sqliteTable('action', {
  no: integer('no').primaryKey(),
  id: text('id').notNull().unique(),
  label: text('label').notNull(),
  actor: text('actor').notNull(),
  at: integer('at').notNull(),
  /** Stamp of the step; the newest one is where the clock of this device stands. */
  hlc: blob('hlc').notNull(),
  /** First and last change and history row written, so that they are found without an index over all of them. */
  firstChange: integer('first_change'),
  lastChange: integer('last_change'),
  firstHistory: integer('first_history'),
  lastHistory: integer('last_history'),
  undoneAt: integer('undone_at'),
});

/**
 * A change not yet acknowledged is the outbox. An unsent `create` has no `units`: its row is the payload. The id of
 * a `create` is the id of its record. `n` is given when the change is first sent, `seq` when it is acknowledged.
 */
export const change = sqliteTable(
  'change',
  {
    ord: integer('ord').primaryKey(),
    id: text('id').notNull().unique(),
    entity: text('entity').notNull(),
    record: text('record').notNull(),
    root: text('root'),
    kind: text('kind').notNull(),
    units: text('units'),
    base: text('base'),
    hlc: blob('hlc').notNull(),
    txn: text('txn').notNull(),
    action: integer('action').notNull(),
    n: integer('n'),
    seq: integer('seq'),
    /** Of a deletion: the record's `seq` that the user saw. */
    seen: integer('seen'),
  },
  (table) => [
    index('change_by_record').on(table.record).where(sql`kind <> 'create'`),
    // The status line counts the outbox after every commit.
    index('change_unsent').on(table.ord).where(sql`seq IS NULL`),
    // And the screen of the exchange counts it by entity, while a hundred thousand of them are on their way.
    index('change_waiting').on(table.entity).where(sql`seq IS NULL`),
  ],
);

/** The confirmed state of a record: the server's seq and, per unit, the change and stamp that set it. */
export const recordMeta = sqliteTable(
  'record_meta',
  {
    entity: text('entity').notNull(),
    record: text('record').notNull(),
    seq: integer('seq').notNull(),
    units: text('units').notNull(),
  },
  (table) => [primaryKey({ columns: [table.entity, table.record] })],
);

/** Every value committed or overwritten here, for 90 days. */
export const history = sqliteTable(
  'history',
  {
    id: integer('id').primaryKey(),
    entity: text('entity').notNull(),
    record: text('record').notNull(),
    unit: text('unit').notNull(),
    change: text('change').notNull(),
    before: text('before'),
    value: text('value'),
    hlc: blob('hlc').notNull(),
    actor: text('actor').notNull(),
    action: integer('action').notNull(),
  },
  (table) => [index('history_by_record').on(table.record)],
);

/** What was typed and not yet committed, by form. Never synchronised. */
export const draft = sqliteTable('draft', {
  key: text('key').primaryKey(),
  entity: text('entity').notNull(),
  record: text('record').notNull(),
  client: text('client'),
  values: text('values').notNull(),
  updatedAt: integer('updated_at').notNull(),
});
