import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { documentColumns, recordColumns } from './columns.ts';

export const attachment = sqliteTable(
  'attachment',
  {
    ...recordColumns,
    client: text('client').notNull(),
    interaction: text('interaction'),
    meeting: text('meeting'),
    contract: text('contract'),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer('size').notNull(),
    hash: text('hash').notNull(),
    duration: integer('duration'),
    takenAt: integer('taken_at').notNull(),
    caption: text('caption'),
  },
  (table) => [
    index('attachment_by_client').on(table.client),
    index('attachment_by_interaction').on(table.interaction),
    index('attachment_by_meeting').on(table.meeting),
    index('attachment_by_contract').on(table.contract),
    index('attachment_by_hash').on(table.hash),
  ],
);

export const attachmentDoc = sqliteTable('attachment_doc', documentColumns());

/**
 * The bytes of attachments on this disk, by their SHA-256. `local` was made here and the server has none of it,
 * `uploading` it has a part, `stored` both have it, `remote` only the server, `missing` nobody that was asked.
 */
export const blob = sqliteTable(
  'blob',
  {
    hash: text('hash').primaryKey(),
    size: integer('size').notNull(),
    state: text('state').notNull(),
    /** Bytes that the server has confirmed, or that were fetched so far. */
    moved: integer('moved').notNull(),
    /** Somebody asked for bytes that are not here. */
    wanted: integer('wanted').notNull().default(0),
    at: integer('at').notNull(),
  },
  (table) => [index('blob_by_state').on(table.state, table.at)],
);

/**
 * Bytes that the window is sending, or has sent and not attached yet: a chosen file, a recording. Under the id of the
 * attachment that is to come of it; `hash` and what was found out about it are null until all of it is here.
 */
export const incoming = sqliteTable('incoming', {
  id: text('id').primaryKey(),
  client: text('client').notNull(),
  interaction: text('interaction'),
  meeting: text('meeting'),
  contract: text('contract'),
  name: text('name').notNull(),
  recording: integer('recording').notNull(),
  kind: text('kind'),
  mediaType: text('media_type'),
  size: integer('size'),
  hash: text('hash'),
  at: integer('at').notNull(),
});
