/**
 * Who sees what. A root is seen by whoever holds one of its keys: `workspace`, `member:<id>`, `team:<name>`,
 * `territory:<name>`, `admin`.
 */
import { index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { seqColumn, sync, workspaceId } from './schema.ts';

/** `reasons`: how many things give this key, for a person the number of his places at clients that have it. */
export const visibility = sync.table(
  'visibility',
  {
    workspaceId: workspaceId(),
    rootId: uuid('root_id').notNull(),
    scope: text('scope').notNull(),
    reasons: integer('reasons').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.rootId, table.scope] })],
);

/** At `seq` the root lost this key. */
export const leave = sync.table(
  'leave',
  {
    workspaceId: workspaceId(),
    seq: seqColumn(),
    rootId: uuid('root_id').notNull(),
    scope: text('scope').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.seq, table.rootId, table.scope] }),
    index('leave_by_root').on(table.workspaceId, table.rootId),
  ],
);
