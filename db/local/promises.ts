import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { documentColumns, recordColumns } from './columns.ts';

export const promise = sqliteTable(
  'promise',
  {
    ...recordColumns,
    client: text('client').notNull(),
    side: text('side').notNull(),
    text: text('text').notNull(),
    contact: text('contact'),
    member: text('member'),
    department: text('department'),
    promisedAt: integer('promised_at').notNull(),
    dueOn: text('due_on'),
    state: text('state').notNull(),
    closedAt: integer('closed_at'),
    snoozedUntil: text('snoozed_until'),
    snoozeReason: text('snooze_reason'),
    interaction: text('interaction'),
    meeting: text('meeting'),
    note: text('note'),
  },
  (table) => [
    index('promise_by_client').on(table.client, table.state),
    // Lists in their order; what follows the id is only there to be read without the row.
    index('promise_by_attention')
      .on(
        sql`CASE WHEN due_on IS NULL THEN '9999-12-31' WHEN snoozed_until > due_on THEN snoozed_until ELSE due_on END`,
        table.dueOn,
        table.id,
        table.side,
        table.member,
        table.state,
        table.deletedAt,
      )
      .where(sql`state = 'open' AND deleted_at IS NULL`),
    index('promise_by_promised_at')
      .on(table.promisedAt, table.id, table.side, table.state, table.member, table.deletedAt)
      .where(sql`deleted_at IS NULL`),
    index('promise_by_interaction').on(table.interaction),
  ],
);

export const departmentRequest = sqliteTable(
  'department_request',
  {
    ...recordColumns,
    client: text('client').notNull(),
    promise: text('promise'),
    department: text('department').notNull(),
    text: text('text').notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: integer('asked_at').notNull(),
    answerBy: text('answer_by'),
    answer: text('answer'),
    answeredAt: integer('answered_at'),
  },
  (table) => [
    index('department_request_by_client').on(table.client),
    index('department_request_open')
      .on(
        sql`CASE WHEN answer_by IS NULL THEN '9999-12-31' ELSE answer_by END`,
        table.id,
        table.askedBy,
        table.department,
        table.answerBy,
        table.answeredAt,
        table.deletedAt,
      )
      .where(sql`answered_at IS NULL AND deleted_at IS NULL`),
    index('department_request_answered')
      .on(table.answeredAt, table.id, table.askedBy, table.department, table.deletedAt)
      .where(sql`answered_at IS NOT NULL AND deleted_at IS NULL`),
    index('department_request_by_promise').on(table.promise),
  ],
);

export const promiseDoc = sqliteTable('promise_doc', documentColumns());
export const departmentRequestDoc = sqliteTable('department_request_doc', documentColumns());
