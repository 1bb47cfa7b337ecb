import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from './columns.ts';

export const conflict = sqliteTable(
  'conflict',
  {
    ...recordColumns,
    about: text('about'),
    kind: text('kind').notNull(),
    entity: text('entity').notNull(),
    record: text('record').notNull(),
    unit: text('unit').notNull(),
    before: text('before'),
    kept: text('kept'),
    keptChange: text('kept_change').notNull(),
    keptBy: text('kept_by').notNull(),
    keptAt: integer('kept_at').notNull(),
    lost: text('lost'),
    lostChange: text('lost_change').notNull(),
    lostBy: text('lost_by').notNull(),
    lostAt: integer('lost_at').notNull(),
    choice: text('choice'),
    resolvedBy: text('resolved_by'),
    resolvedAt: integer('resolved_at'),
  },
  (table) => [
    index('conflict_by_record').on(table.record),
    index('conflict_open').on(table.lostAt).where(sql`resolved_at IS NULL AND deleted_at IS NULL`),
  ],
);
