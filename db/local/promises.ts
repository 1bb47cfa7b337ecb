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
    index('promise_by_due').on(table.state, table.dueOn),
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
    index('department_request_by_answer').on(table.answeredAt, table.answerBy),
    index('department_request_by_promise').on(table.promise),
  ],
);

export const promiseDoc = sqliteTable('promise_doc', documentColumns());
export const departmentRequestDoc = sqliteTable('department_request_doc', documentColumns());
