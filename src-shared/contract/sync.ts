/** The exchange with the team's server: signing in, its state, what waits, what was set aside, devices and members. */
import { z } from 'zod';
import { CLIENT_SCOPES, REJECT_REASONS, ROLES, wireDevice, wireMember } from '#shared/sync/wire.ts';
import { command, id, query } from './base.ts';

/** What keeps the exchange from going on; each has a sentence and a next step. None of them stops work. */
export const SYNC_TROUBLES = [
  /** No network, or the server does not answer. */
  'offline',
  /** Something answers that is not our server: a sign-in page of a hotel or hall. */
  'notOurServer',
  /** The certificate is not trusted, or the connection was cut while it was made. */
  'insecure',
  'serverTrouble',
  'rateLimited',
  'upgradeRequired',
  /** The device was signed out by an administrator, or its tokens are no longer valid. */
  'revoked',
  /** Somebody else decided that this device goes: the firm's data were removed from it. */
  'ended',
  /** More clients would leave than a change of access explains: nothing is removed before the person agrees. */
  'manyLeaving',
  'diskFull',
  'unknown',
] as const;
export type SyncTrouble = (typeof SYNC_TROUBLES)[number];

export const SYNC_PHASES = ['idle', 'exchanging', 'firstSync', 'verifying'] as const;

/** Reasons of REFUSED of these procedures. */
export const SYNC_REFUSALS = [
  'demoNeverJoins',
  'alreadySignedIn',
  'notSignedIn',
  'wrongPassword',
  'invitationInvalid',
  /** Plain HTTP to another computer. */
  'needsHttps',
  'passwordShort',
  'notOurServer',
  'offline',
  'insecure',
  'upgradeRequired',
  'rateLimited',
  'notAllowed',
  /** Something is unsent and no recovery file has been written since. */
  'unsent',
  'noRecoveryCode',
  'serverTrouble',
] as const;
export type SyncRefusal = (typeof SYNC_REFUSALS)[number];

/** A base that is not empty meets the server's: what is the same, what may be, what is only here. */
export const joinPlan = z.object({
  server: z.object({ clients: z.int(), contacts: z.int() }),
  clients: z.object({ same: z.int(), differing: z.int(), doubtful: z.int(), mine: z.int() }),
  contacts: z.object({ same: z.int(), differing: z.int(), doubtful: z.int(), mine: z.int() }),
  /** The first doubtful pairs, to be looked at. */
  doubtful: z.array(
    z.object({ entity: z.enum(['client', 'contact']), mine: z.string(), theirs: z.string() }),
  ),
});
export type JoinPlan = z.infer<typeof joinPlan>;

export const syncState = z.object({
  /** Null while no server is set up. */
  connection: z
    .object({
      server: z.string(),
      workspace: z.object({ name: z.string(), clientScope: z.enum(CLIENT_SCOPES) }),
      member: wireMember,
      device: id,
      /** 16 hexadecimal digits. */
      hlcDevice: z.string(),
      signedInAt: z.int(),
    })
    .nullable(),
  phase: z.enum(SYNC_PHASES),
  /** Null when the last exchange went through. */
  trouble: z
    .object({ reason: z.enum(SYNC_TROUBLES), since: z.int(), nextTryAt: z.int().nullable(), count: z.int() })
    .nullable(),
  /** The switch "stay offline on this bad network". */
  staysOffline: z.boolean(),
  unsent: z.int(),
  oldestUnsentAt: z.int().nullable(),
  /** Attachments whose bytes are only on this disk, and how many bytes those are. */
  unsentFiles: z.object({ count: z.int(), bytes: z.int() }),
  /** What waits, per kind of record. */
  waiting: z.array(z.object({ entity: z.string(), count: z.int() })),
  lastExchangeAt: z.int().nullable(),
  lastVerifiedAt: z.int().nullable(),
  /** Milliseconds by which this device's clock is ahead of the server's; null when not known. */
  clockAheadMs: z.int().nullable(),
  firstSync: z
    .object({
      slice: z.string(),
      received: z.int(),
      total: z.int().nullable(),
      /** Own clients are here: the rest comes while one works. */
      usable: z.boolean(),
    })
    .nullable(),
  /** Waits for the person's word before the base is joined with the server's. */
  joining: z.object({ plan: joinPlan.nullable(), progress: z.number().min(0).max(1).nullable() }).nullable(),
  openConflicts: z.int(),
  rejected: z.int(),
});
export type SyncState = z.infer<typeof syncState>;

/** {id: title} of the records that the values name, as far as they are in this base. */
const names = z.record(z.string(), z.string());

export const sync = {
  state: query('sync', 'status', 'conflict', 'blob').input(z.object({})).output(syncState),
  /**
   * With an invitation: a new member, who chooses a password. Without: one more device of a member. A base that is not
   * empty then waits in `joining` with a plan. Throws REFUSED.
   */
  signIn: command()
    .input(
      z.object({
        server: z.string().trim().min(1).max(300),
        email: z.string().trim().min(3).max(254),
        password: z.string().min(1).max(200),
        invitation: z.string().trim().max(200).nullable(),
        device: z.string().trim().min(1).max(100),
      }),
    )
    .output(z.object({ joining: z.boolean() })),
  /** Joins as planned: same ones take the server's ids, doubtful ones stay two. */
  join: command().input(z.object({})).output(z.object({})),
  /** Leaves the base as it was before the sign-in. */
  cancelJoin: command().input(z.object({})).output(z.object({})),
  /** Exchanges at once, whatever the back-off says; resolves when it has ended. */
  now: command()
    .input(z.object({}))
    .output(z.object({ sent: z.int(), received: z.int(), trouble: z.enum(SYNC_TROUBLES).nullable() })),
  /**
   * Sends and fetches bytes of attachments, which otherwise happens by itself after an exchange; resolves when it has
   * ended. `sent` and `fetched` are whole attachments.
   */
  moveAttachments: command()
    .input(z.object({}))
    .output(z.object({ sent: z.int(), fetched: z.int(), trouble: z.enum(SYNC_TROUBLES).nullable() })),
  stayOffline: command()
    .input(z.object({ on: z.boolean() }))
    .output(z.object({})),
  /** Compares digests with the server and fetches what differs. */
  verify: command()
    .input(z.object({}))
    .output(z.object({ equal: z.boolean(), fetched: z.int(), trouble: z.enum(SYNC_TROUBLES).nullable() })),
  /** The answer to `manyLeaving`: take them away, or stay as it is. */
  allowLeaving: command().input(z.object({})).output(z.object({})),
  /**
   * Refused with `unsent` while something is unsent and `recoveryFile` is not given. Scripts give a folder; a window
   * gives `download` and fetches the file as it fetches a backup. Read back before anything is forgotten.
   */
  signOut: command()
    .input(z.object({ recoveryFile: z.string().nullable() }))
    .output(z.object({ unsent: z.int(), file: z.string().nullable() })),
  exchanges: query('sync')
    .input(z.object({ limit: z.int().min(1).max(500).default(50) }))
    .output(
      z.array(
        z.object({
          at: z.int(),
          ms: z.int(),
          sent: z.int(),
          received: z.int(),
          rejected: z.int(),
          conflicts: z.int(),
          trouble: z.enum(SYNC_TROUBLES).nullable(),
        }),
      ),
    ),
  /** What the server set aside, newest first, one row per txn. */
  rejected: query('sync')
    .input(z.object({}))
    .output(
      z.array(
        z.object({
          txn: id,
          reason: z.enum(REJECT_REASONS),
          writtenAt: z.int(),
          rejectedAt: z.int(),
          changes: z.array(
            z.object({
              change: id,
              entity: z.string(),
              record: z.string(),
              client: z.string().nullable(),
              /** Empty when neither the record nor the change tells it: what has left took its name along. */
              title: z.string(),
              /** Whether the record is in this base. */
              here: z.boolean(),
              kind: z.string(),
              units: z.record(z.string(), z.record(z.string(), z.unknown())).nullable(),
              names,
            }),
          ),
        }),
      ),
    ),
  /** Writes the values again as a new action, to be sent anew. */
  retryRejected: command()
    .input(z.object({ txn: id }))
    .output(z.object({ action: z.string().nullable() })),
  discardRejected: command()
    .input(z.object({ txn: id }))
    .output(z.object({})),
  /** Values that this device no longer keeps, asked from the server; REFUSED `offline` says that they cannot be had now. */
  olderHistory: query()
    .input(z.object({ entity: z.string(), id }))
    .output(
      z.array(
        z.object({
          unit: z.string(),
          change: z.string(),
          value: z.unknown(),
          at: z.int(),
          actor: z.string(),
          actorName: z.string().nullable(),
        }),
      ),
    ),
  devices: query()
    .input(z.object({}))
    .output(z.array(wireDevice.extend({ own: z.boolean() }))),
  revokeDevice: command()
    .input(z.object({ device: id }))
    .output(z.object({})),
  members: query().input(z.object({})).output(z.array(wireMember)),
  /** Administrators. */
  invite: command()
    .input(
      z.object({
        email: z.string().trim().min(3).max(254),
        role: z.enum(ROLES),
        team: z.string().trim().max(80).nullable(),
        territories: z.array(z.string().trim().min(1).max(80)).max(100),
      }),
    )
    .output(z.object({ invitation: z.string(), expiresAt: z.int(), server: z.string() })),
  changeMember: command()
    .input(
      z.object({
        member: id,
        role: z.enum(ROLES).optional(),
        team: z.string().trim().max(80).nullable().optional(),
        territories: z.array(z.string().trim().min(1).max(80)).max(100).optional(),
        removed: z.boolean().optional(),
      }),
    )
    .output(z.object({})),
  changeWorkspace: command()
    .input(
      z.object({
        name: z.string().trim().min(1).max(150).optional(),
        clientScope: z.enum(CLIENT_SCOPES).optional(),
      }),
    )
    .output(z.object({})),
};

const side = z.object({
  /** {field: value}; null stands for deletion, or before: no longer known. */
  value: z.record(z.string(), z.unknown()).nullable(),
  by: id,
  byName: z.string().nullable(),
  at: z.int(),
  /** Written by the local member. */
  mine: z.boolean(),
});

export const conflictRow = z.object({
  id,
  kind: z.enum(['value', 'text', 'deleted']),
  entity: z.string(),
  record: z.string(),
  /** Of the record; empty for one that has left, and for one that nobody has named. */
  title: z.string(),
  /** Whether the record is in this base and not removed. */
  here: z.boolean(),
  client: z.object({ id, name: z.string() }).nullable(),
  unit: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  kept: side,
  lost: side,
  /** The record has changed since: what stands there now. */
  now: z.record(z.string(), z.unknown()).nullable(),
  names,
  choice: z.enum(['kept', 'restored', 'both']).nullable(),
  resolvedAt: z.int().nullable(),
  resolvedByName: z.string().nullable(),
});
export type ConflictRow = z.infer<typeof conflictRow>;

/** The conflict desk. */
export const conflicts = {
  /** Open ones by default, newest first; `record` for the badge on a record's fields. */
  list: query(
    'conflict',
    'client',
    'contact',
    'position',
    'contract',
    'objection',
    'meeting',
    'promise',
    'checklistItem',
    'member',
  )
    .input(
      z.object({
        resolved: z.boolean().default(false),
        record: z.string().nullable().default(null),
        limit: z.int().min(1).max(500).default(200),
      }),
    )
    .output(z.object({ rows: z.array(conflictRow), total: z.int() })),
  /** One tap for one or for a group: leave what stands, or put the lost value back. One action, one undo. */
  resolve: command()
    .input(z.object({ ids: z.array(id).min(1).max(200), choice: z.enum(['kept', 'restored']) }))
    .output(z.object({ action: z.string().nullable() })),
};
