/** What is true now, how it came to be, and what could not be accepted. */
import { sql } from 'drizzle-orm';
import { index, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, seqColumn, sync, workspaceId } from './schema.ts';

/**
 * The record that one field of an entity names, as a column: row security lets no index answer a question about the
 * inside of `data`, for what takes JSON apart may tell of it in its errors.
 */
const named = (column: string, field: string, ...entities: string[]) =>
  uuid(column).generatedAlwaysAs(
    sql.raw(
      `CASE WHEN entity ${entities.length > 1 ? `IN ('${entities.join("', '")}')` : `= '${entities[0]}'`} THEN (data ->> '${field}')::uuid END`,
    ),
  );

/** The present state. `data` is {field: value} without nulls, `units` {unit: {change, hlc, actor}}. */
export const record = sync.table(
  'record',
  {
    workspaceId: workspaceId(),
    entity: text('entity').notNull(),
    id: uuid('id').notNull(),
    /** The record that permission stands on; null: everybody in the workspace. */
    rootId: uuid('root_id'),
    seq: seqColumn(),
    data: jsonb('data').notNull(),
    units: jsonb('units').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: uuid('created_by'),
    deletedAt: instant('deleted_at'),
    owner: named('owner', 'owner', 'client'),
    contact: named('contact', 'contact', 'position'),
    subject: named('subject', 'record', 'conflict'),
    mergedInto: named('merged_into', 'mergedInto', 'client', 'contact'),
    /** Of an attachment: the content that it names. */
    hash: text('hash').generatedAlwaysAs(sql.raw(`CASE WHEN entity = 'attachment' THEN data ->> 'hash' END`)),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.entity, table.id] }),
    index('record_by_seq').on(table.workspaceId, table.seq),
    index('record_by_root').on(table.workspaceId, table.rootId),
    index('record_by_owner').on(table.workspaceId, table.owner).where(sql`owner IS NOT NULL`),
    index('record_by_contact').on(table.workspaceId, table.contact).where(sql`contact IS NOT NULL`),
    index('record_by_merged_into')
      .on(table.workspaceId, table.mergedInto)
      .where(sql`merged_into IS NOT NULL`),
    index('record_by_hash').on(table.workspaceId, table.hash).where(sql`hash IS NOT NULL`),
    index('record_by_subject').on(table.workspaceId, table.subject).where(sql`subject IS NOT NULL`),
  ],
);

/** Every change that was ever taken, once: an id found here is a duplicate. Without values; those are in `history`. */
export const changeLog = sync.table(
  'change_log',
  {
    workspaceId: workspaceId(),
    changeId: uuid('change_id').notNull(),
    deviceId: uuid('device_id').notNull(),
    n: seqColumn('n'),
    seq: seqColumn(),
    status: text('status').notNull(),
    reason: text('reason'),
    entity: text('entity').notNull(),
    recordId: uuid('record_id').notNull(),
    rootId: uuid('root_id'),
    kind: text('kind').notNull(),
    hlc: text('hlc').notNull(),
    at: instant('at').notNull(),
    txn: uuid('txn').notNull(),
    action: uuid('action').notNull(),
    actor: uuid('actor').notNull(),
    /** Hash of what it says: two copies of a profile may send different things under one id. */
    content: text('content').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.changeId] }),
    index('change_log_by_record').on(table.workspaceId, table.recordId),
    index('change_log_by_root').on(table.workspaceId, table.rootId, table.seq),
  ],
);

/** Values that no longer stand in `record`, or never did because they lost. `value` is {field: value} or null. */
export const history = sync.table(
  'history',
  {
    workspaceId: workspaceId(),
    entity: text('entity').notNull(),
    id: uuid('id').notNull(),
    unit: text('unit').notNull(),
    change: uuid('change').notNull(),
    value: jsonb('value'),
    hlc: text('hlc').notNull(),
    seq: seqColumn(),
    actor: uuid('actor').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.entity, table.id, table.unit, table.change] })],
);

/** Custody: what was pushed and not accepted, whole. As text, for it may hold what jsonb refuses. */
export const rejectedChange = sync.table(
  'rejected_change',
  {
    workspaceId: workspaceId(),
    changeId: uuid('change_id').notNull(),
    deviceId: uuid('device_id').notNull(),
    memberId: uuid('member_id').notNull(),
    entity: text('entity').notNull(),
    recordId: uuid('record_id').notNull(),
    reason: text('reason').notNull(),
    rejectedAt: instant('rejected_at').notNull(),
    /** JSON; null after an erasure. */
    change: text('change'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.changeId] }),
    index('rejected_change_by_record').on(table.workspaceId, table.recordId),
  ],
);

/** Whose personal data is gone for good; replayed after a restore. */
export const erasure = sync.table(
  'erasure',
  {
    workspaceId: workspaceId(),
    entity: text('entity').notNull(),
    id: uuid('id').notNull(),
    seq: seqColumn(),
    at: instant('at').notNull(),
    by: uuid('by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.entity, table.id] }),
    index('erasure_by_seq').on(table.workspaceId, table.seq),
  ],
);
