import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { documentColumns, recordColumns } from './columns.ts';

const OVERCOME = sql`outcome = 'overcome' AND answer IS NOT NULL AND deleted_at IS NULL`;

export const objection = sqliteTable(
  'objection',
  {
    ...recordColumns,
    client: text('client').notNull(),
    contact: text('contact'),
    interaction: text('interaction'),
    raisedAt: integer('raised_at').notNull(),
    text: text('text').notNull(),
    kind: text('kind'),
    product: text('product'),
    competitor: text('competitor'),
    answer: text('answer'),
    outcome: text('outcome').notNull(),
    followUp: text('follow_up'),
    followUpOn: text('follow_up_on'),
  },
  (table) => [
    index('objection_by_client').on(table.client),
    index('objection_by_interaction').on(table.interaction),
    index('objection_by_time').on(table.raisedAt, table.id),
    // The answers that worked: the newest, and those about a product or a competitor.
    index('objection_overcome').on(table.raisedAt).where(OVERCOME),
    index('objection_overcome_by_product').on(table.product, table.raisedAt).where(OVERCOME),
    index('objection_overcome_by_competitor').on(table.competitor, table.raisedAt).where(OVERCOME),
  ],
);

export const objectionEvent = sqliteTable(
  'objection_event',
  {
    ...recordColumns,
    client: text('client').notNull(),
    objection: text('objection').notNull(),
    outcome: text('outcome').notNull(),
    answer: text('answer'),
    happenedAt: integer('happened_at').notNull(),
    author: text('author').notNull(),
  },
  (table) => [index('objection_event_by_objection').on(table.objection)],
);

export const objectionDoc = sqliteTable('objection_doc', documentColumns());
