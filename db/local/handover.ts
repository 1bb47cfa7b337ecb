import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from './columns.ts';

export const handover = sqliteTable(
  'handover',
  {
    ...recordColumns,
    fromMember: text('from_member').notNull(),
    toMember: text('to_member').notNull(),
    clients: text('clients').notNull(),
    startsOn: text('starts_on').notNull(),
    endsOn: text('ends_on').notNull(),
    note: text('note'),
    endedAt: integer('ended_at'),
  },
  (table) => [index('handover_by_end').on(table.endsOn)],
);
