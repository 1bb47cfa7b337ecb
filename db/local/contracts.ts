import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { documentColumns, recordColumns } from './columns.ts';

export const contract = sqliteTable(
  'contract',
  {
    ...recordColumns,
    client: text('client').notNull(),
    number: text('number'),
    title: text('title').notNull(),
    type: text('type'),
    status: text('status').notNull(),
    startsOn: text('starts_on'),
    endsOn: text('ends_on'),
    noticeMonths: integer('notice_months'),
    renews: integer('renews'),
    notes: text('notes'),
    sortTitle: text('sort_title').notNull(),
    noticeDeadline: text('notice_deadline'),
  },
  (table) => [
    index('contract_by_client').on(table.client),
    index('contract_by_deadline').on(table.noticeDeadline),
    index('contract_by_title').on(table.sortTitle),
  ],
);

export const checklistTemplate = sqliteTable('checklist_template', {
  ...recordColumns,
  name: text('name').notNull(),
  subject: text('subject').notNull(),
  contractType: text('contract_type'),
  meetingType: text('meeting_type'),
  items: text('items').notNull(),
});

export const checklist = sqliteTable(
  'checklist',
  {
    ...recordColumns,
    client: text('client').notNull(),
    contract: text('contract'),
    meeting: text('meeting'),
    name: text('name').notNull(),
  },
  (table) => [
    index('checklist_by_client').on(table.client),
    index('checklist_by_contract').on(table.contract),
    index('checklist_by_meeting').on(table.meeting).where(sql`meeting IS NOT NULL`),
  ],
);

export const checklistItem = sqliteTable(
  'checklist_item',
  {
    ...recordColumns,
    client: text('client').notNull(),
    checklist: text('checklist').notNull(),
    text: text('text').notNull(),
    rank: text('rank').notNull(),
    doneAt: integer('done_at'),
    doneBy: text('done_by'),
    note: text('note'),
  },
  (table) => [index('checklist_item_by_checklist').on(table.checklist, table.rank)],
);

export const contractDoc = sqliteTable('contract_doc', documentColumns());
