/** Columns that every synchronised table has. Ids are UUIDs as text; instants are UTC milliseconds. */
import { integer, text } from 'drizzle-orm/sqlite-core';

export const recordColumns = {
  id: text('id').primaryKey(),
  createdAt: integer('created_at').notNull(),
  createdBy: text('created_by'),
  deletedAt: integer('deleted_at'),
};

/** One row per found record: the folded text that the full-text tables index. Never synchronised. */
export const documentColumns = () => ({
  doc: integer('doc').primaryKey(),
  id: text('id').notNull().unique(),
  name: text('name').notNull(),
  detail: text('detail').notNull(),
  code: text('code').notNull(),
});
