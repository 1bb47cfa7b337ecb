import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from './columns.ts';

export const member = sqliteTable('member', {
  ...recordColumns,
  name: text('name').notNull(),
});

/** Preferences of this device, its id and its clock, as JSON by key. Never synchronised. */
export const setting = sqliteTable('setting', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});
