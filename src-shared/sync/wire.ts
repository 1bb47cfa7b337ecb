/**
 * What a device and the server say to each other, as JSON over HTTPS (docs/sync.md). Devices push changes (what the
 * user did) and pull records (what is true now). Unknown keys are kept: a newer peer may say more.
 */
import { z } from 'zod';
import { CHANGE_KINDS } from './change.ts';

/** A request names the version it speaks; the server answers `upgrade_required` below its oldest. */
export const PROTOCOL = 1;

/** Of a password that somebody chooses; characters. */
export const PASSWORD_LENGTH = 10;
/** Found in every answer of a server, so that a captive portal's page is not taken for one. */
export const PRODUCT = 'vizitka';

/** Greatest number of changes in one push. */
export const PUSH_CHANGES = 200;
/** Greatest size of a request or answer, in bytes after decompression. */
export const MESSAGE_BYTES = 1024 * 1024;
/** Greatest number of items in one page of a pull or a snapshot; a page is cut only where `seq` changes. */
export const PAGE_ITEMS = 2_000;
/** Number of buckets of a digest. */
export const DIGEST_BUCKETS = 256;
/** A stamp further ahead of the server's clock than this is restamped, in milliseconds. */
export const STAMP_AHEAD_MS = 2 * 60_000;

const id = z.uuid();
const seq = z.int().min(0);
const value = z.record(z.string(), z.unknown());
/** A stamp: 32 hexadecimal digits (hlc.ts). */
const stamp = z.string().regex(/^[0-9a-f]{32}$/);

/** What one user did to one record. The device is that of the token. */
export const wireChange = z.looseObject({
  /** Of a `create`: the id of the record. */
  id,
  entity: z.string().max(60),
  record: id,
  /** The record that permission stands on; null for the workspace. */
  root: id.nullable(),
  kind: z.enum(CHANGE_KINDS),
  /** {unit: {field: value}}, always whole units; null for kinds without values. */
  units: z.record(z.string(), value).nullable(),
  /** {unit: id of the change whose value the user saw}; a unit that is missing was not seen at all. */
  base: z.record(z.string(), id).nullable(),
  /** Of a `delete`: the device's cursor at that moment, so that what had not reached it yet speaks against it. */
  seen: seq.nullable(),
  hlc: stamp,
  /** UTC milliseconds of the device's clock at the moment of the edit, plus its measured offset. */
  at: z.int().min(0),
  /** Contiguous number of the change on its device, from 1. */
  n: z.int().min(1),
  /** What is accepted together. */
  txn: id,
  /** The thing the user did; bulk work is many txns under one action. */
  action: id,
  /** Id of the member who wrote it. */
  actor: id,
});
export type WireChange = z.infer<typeof wireChange>;

/** The change that set a unit, its stamp and its author. */
export const unitState = z.looseObject({ change: id, hlc: stamp, actor: id });
export type UnitState = z.infer<typeof unitState>;

/** A record as the server has it. `data` holds {field: value}, missing fields are null. */
export const wireRecord = z.looseObject({
  entity: z.string(),
  id,
  root: id.nullable(),
  seq,
  data: value,
  /** Per unit; the deletion stands under `$deleted`. */
  units: z.record(z.string(), unitState),
  createdAt: z.int(),
  createdBy: id.nullable(),
  deletedAt: z.int().nullable(),
});
export type WireRecord = z.infer<typeof wireRecord>;

/** One item of a pull, in the order of `seq`. */
export const pullItem = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('record'), seq, record: wireRecord }),
  /** The member lost sight of everything under this root. */
  z.looseObject({ kind: z.literal('leave'), seq, root: id }),
  /** Personal data of this record is gone for good; the device removes every trace of it. */
  z.looseObject({ kind: z.literal('erase'), seq, entity: z.string(), id }),
]);
export type PullItem = z.infer<typeof pullItem>;

export const CHANGE_STATUSES = [
  'applied',
  'merged',
  'superseded',
  'conflict',
  'rejected',
  'duplicate',
  'erased',
] as const;
export type ChangeStatus = (typeof CHANGE_STATUSES)[number];

/** Why a change was set aside; the device has a sentence and a way out for each. */
export const REJECT_REASONS = [
  'notVisible',
  'notAllowed',
  'invalid',
  'unknownEntity',
  'unknownRecord',
  'sealed',
  'fixedField',
  'mergeCycle',
  'mergedIntoDeleted',
  'tooLarge',
  'void',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

export const changeResult = z.looseObject({
  id,
  status: z.enum(CHANGE_STATUSES),
  /** Where the change stands in the server's order; null when it was rejected. */
  seq: seq.nullable(),
  reason: z.enum(REJECT_REASONS).nullable(),
});
export type ChangeResult = z.infer<typeof changeResult>;

/** Expected errors of every message; anything else is unknown, and the device backs off. */
export const SYNC_ERRORS = [
  'epoch_changed',
  'device_fork',
  'gap',
  'upgrade_required',
  'device_revoked',
  'unauthorised',
  'access_changed',
  'rate_limited',
  'too_large',
  'invalid',
  'not_found',
  'not_allowed',
  'unavailable',
] as const;
export type SyncErrorCode = (typeof SYNC_ERRORS)[number];

export const syncError = z.looseObject({
  product: z.literal(PRODUCT),
  error: z.enum(SYNC_ERRORS),
  /** Milliseconds after which another try makes sense. */
  retryAfter: z.int().optional(),
  /** Of `gap` and `device_fork`: the last number the server has of this device. */
  lastN: z.int().optional(),
  /** Of `epoch_changed`. */
  epoch: z.string().optional(),
  reason: z.string().optional(),
});
export type SyncErrorBody = z.infer<typeof syncError>;

export const ROLES = ['admin', 'manager', 'rep'] as const;
export type Role = (typeof ROLES)[number];
/** Who sees a client: everybody, those of its territory, those of its owner's team, its owner. */
export const CLIENT_SCOPES = ['workspace', 'territory', 'team', 'owner'] as const;
export type ClientScope = (typeof CLIENT_SCOPES)[number];

/** An export that a device made: kept in the audit log. `at` in UTC milliseconds of the device. */
export const exportNote = z.looseObject({
  id,
  at: z.int(),
  what: z.enum(['clients', 'contacts', 'trips']),
  format: z.string().max(20),
  rows: z.int().min(0),
});
export type ExportNote = z.infer<typeof exportNote>;

export const wireDevice = z.looseObject({
  id,
  name: z.string(),
  platform: z.string(),
  member: id,
  memberName: z.string(),
  signedInAt: z.int(),
  lastSeenAt: z.int().nullable(),
  revokedAt: z.int().nullable(),
});
export type WireDevice = z.infer<typeof wireDevice>;

export const wireMember = z.looseObject({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  team: z.string().nullable(),
  territories: z.array(z.string()),
  removedAt: z.int().nullable(),
});
export type WireMember = z.infer<typeof wireMember>;

/** `GET /v1/poke` is a stream of server-sent events with `{"head": N}`: a hint that something is to be pulled. */
export const POKE_PATH = '/v1/poke';
export const poke = z.looseObject({ head: seq });
