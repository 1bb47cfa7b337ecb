/** Bytes of attachments that lie in the server's folder, whole. */
import { bigint, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, sync, workspaceId } from './schema.ts';

export const blob = sync.table(
  'blob',
  {
    workspaceId: workspaceId(),
    /** SHA-256 of the bytes, lower-case hexadecimal: name of the file. */
    hash: text('hash').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    storedAt: instant('stored_at').notNull(),
    /** Since when no attachment names it; it goes some time later. */
    unnamedAt: instant('unnamed_at'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.hash] })],
);
