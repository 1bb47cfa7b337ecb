/** A firm, its people, their devices, and what an administrator may read about who did what. */
import { index, integer, jsonb, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, seqColumn, sync, workspaceId } from './schema.ts';

/** One row per firm. `seq` is its counter: a push takes this row first, and so the order of commits is that of `seq`. */
export const workspace = sync.table(
  'workspace',
  {
    workspaceId: workspaceId(),
    name: text('name').notNull(),
    /** Who sees a client: workspace, territory, team, owner. */
    clientScope: text('client_scope').notNull(),
    seq: seqColumn(),
    /** Changes when the server was restored. */
    epoch: text('epoch').notNull(),
    /** The counter when the epoch began. */
    epochSeq: seqColumn('epoch_seq').default(0),
    /** Up to here everything stands in a backup that was read back. */
    durableSeq: seqColumn('durable_seq'),
    /** Counts changes of `client_scope`: what members see then changes without their records changing. */
    access: integer('access').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId] })],
);

/** Who may sign in. The synchronised record `member` of the same id holds the name that colleagues see. */
export const member = sync.table(
  'member',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    /** Lower case. */
    email: text('email').notNull(),
    role: text('role').notNull(),
    team: text('team'),
    territories: text('territories').array().notNull(),
    /** Counts changes of role, team and territories. */
    access: integer('access').notNull(),
    createdAt: instant('created_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('member_by_email').on(table.workspaceId, table.email),
  ],
);

export const device = sync.table(
  'device',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    memberId: uuid('member_id').notNull(),
    name: text('name').notNull(),
    platform: text('platform').notNull(),
    /** 16 hexadecimal digits: its part of the stamps. */
    hlcDevice: text('hlc_device').notNull(),
    /** Number of the last change that was taken from it. */
    lastN: seqColumn('last_n'),
    signedInAt: instant('signed_in_at').notNull(),
    lastSeenAt: instant('last_seen_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('device_by_member').on(table.workspaceId, table.memberId),
  ],
);

/** Sign-ins, members, devices, exports. Nothing a person typed stands in `details`. */
export const auditLog = sync.table(
  'audit_log',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    at: instant('at').notNull(),
    kind: text('kind').notNull(),
    member: uuid('member'),
    device: uuid('device'),
    /** What it was done to: a member, a device, an invitation. */
    subject: uuid('subject'),
    details: jsonb('details'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('audit_log_by_time').on(table.workspaceId, table.at),
  ],
);
