import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { documentColumns, recordColumns } from './columns.ts';

export const interaction = sqliteTable(
  'interaction',
  {
    ...recordColumns,
    client: text('client').notNull(),
    kind: text('kind').notNull(),
    happenedAt: integer('happened_at').notNull(),
    zone: text('zone').notNull(),
    people: text('people'),
    summary: text('summary'),
    nextStep: text('next_step'),
    nextStepOn: text('next_step_on'),
    corrects: text('corrects'),
    author: text('author').notNull(),
  },
  (table) => [
    index('interaction_by_client').on(table.client, table.happenedAt),
    index('interaction_by_corrects').on(table.corrects),
  ],
);

export const interactionDoc = sqliteTable('interaction_doc', documentColumns());
