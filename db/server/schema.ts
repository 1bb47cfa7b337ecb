/**
 * Everything of the exchange lives in the schema `sync`, and every key in it begins with the workspace, so that a
 * cluster can spread workspaces and one transaction stays on one shard (docs/sync.md).
 */
import { bigint, pgSchema, uuid } from 'drizzle-orm/pg-core';

export const sync = pgSchema('sync');

export const workspaceId = () => uuid('workspace_id').notNull();
/** A place in the workspace's order of changes. */
export const seqColumn = (name = 'seq') => bigint(name, { mode: 'number' }).notNull();
/** UTC milliseconds. */
export const instant = (name: string) => bigint(name, { mode: 'number' });
