/**
 * The messages between a device and the server: the way of each, what is sent and what comes back. The shapes that
 * they carry stand in wire.ts.
 */
import { z } from 'zod';
import { ASKED_BLOBS, HASH } from './blob-wire.ts';
import {
  CLIENT_SCOPES,
  DIGEST_BUCKETS,
  PAGE_ITEMS,
  PASSWORD_LENGTH,
  PRODUCT,
  PUSH_CHANGES,
  ROLES,
  changeResult,
  exportNote,
  pullItem,
  wireChange,
  wireDevice,
  wireMember,
  wireRecord,
} from './wire.ts';

const id = z.uuid();
const seq = z.int().min(0);
const value = z.record(z.string(), z.unknown());

const product = z.literal(PRODUCT);
const answer = <S extends z.ZodRawShape>(shape: S) => z.looseObject({ product, ...shape });
const page = { epoch: z.string(), head: seq, durableSeq: seq };

const tokens = {
  /** Opaque; sent as `Authorization: Bearer`. */
  accessToken: z.string(),
  /** UTC milliseconds of the server's clock. */
  accessExpiresAt: z.int(),
  /** Each refresh gives a new one; the one before still works until the new one was used. */
  refreshToken: z.string(),
};
export const tokenAnswer = answer(tokens);

const signedIn = answer({
  ...tokens,
  serverTime: z.int(),
  workspace: z.looseObject({ id, name: z.string() }),
  member: wireMember,
  device: id,
});
export type SignedIn = z.infer<typeof signedIn>;

const deviceShape = {
  /** 16 hexadecimal digits: the device's part of its stamps. */
  hlcDevice: z.string().regex(/^[0-9a-f]{16}$/),
  name: z.string().trim().min(1).max(100),
  platform: z.string().max(60),
};

const empty = z.looseObject({});

/** Every message: its way, what is sent and what comes back. `auth`: whose token it needs. */
export const messages = {
  /** Reachable without a token: whether a server of ours answers there, and what its clock says. */
  about: {
    method: 'GET',
    path: '/v1/about',
    auth: 'none',
    input: empty,
    output: answer({
      protocol: z.object({ min: z.int(), max: z.int() }),
      serverTime: z.int(),
      version: z.string(),
    }),
  },
  /** With an invitation: becomes a member with this password. Without: another device of a member. */
  signIn: {
    method: 'POST',
    path: '/v1/sign-in',
    auth: 'none',
    input: z.looseObject({
      protocol: z.int(),
      email: z.string().trim().min(3).max(254),
      password: z.string().min(PASSWORD_LENGTH).max(200),
      invitation: z.string().trim().max(200).optional(),
      /** Of a new member. */
      name: z.string().trim().min(1).max(150).optional(),
      /** Id of the local member record of the device: kept as the member's id when he is new. */
      member: id,
      device: z.object(deviceShape),
    }),
    output: signedIn,
  },
  refresh: {
    method: 'POST',
    path: '/v1/refresh',
    auth: 'none',
    input: z.looseObject({ refreshToken: z.string().max(500) }),
    output: tokenAnswer,
  },
  signOut: { method: 'POST', path: '/v1/sign-out', auth: 'device', input: empty, output: answer({}) },
  /** Opens an exchange. `device_fork` when `lastN` is behind what the server has: a restored or cloned profile. */
  hello: {
    method: 'POST',
    path: '/v1/hello',
    auth: 'device',
    input: z.looseObject({
      protocol: z.int(),
      /** Null at the first time. */
      epoch: z.string().nullable(),
      cursor: seq,
      /** Number of the last change that this device ever sent. */
      lastN: z.int().min(0),
      hlcDevice: z.string().regex(/^[0-9a-f]{16}$/),
      /** Made on the device since the last greeting. */
      exports: z.array(exportNote).max(200).optional(),
    }),
    output: answer({
      ...page,
      serverTime: z.int(),
      lastN: z.int(),
      /** Changes when what the member may see changed otherwise than by records: the device takes a snapshot anew. */
      access: z.string(),
      workspace: z.looseObject({ id, name: z.string(), clientScope: z.enum(CLIENT_SCOPES) }),
      member: wireMember,
    }),
  },
  /** A device that was restored or cloned goes on as a new one: new id, `n` from 1; its token stays. */
  newDevice: {
    method: 'POST',
    path: '/v1/new-device',
    auth: 'device',
    input: z.looseObject(deviceShape),
    output: answer({ device: id, ...tokens }),
  },
  push: {
    method: 'POST',
    path: '/v1/push',
    auth: 'device',
    input: z.looseObject({
      protocol: z.int(),
      epoch: z.string(),
      /** In the order of `n`; those of one `txn` stand together and are never split over two pushes. */
      changes: z.array(wireChange).min(1).max(PUSH_CHANGES),
      /** Ids among `changes` that are given up: kept in custody, not applied, their numbers used. */
      void: z.array(id).optional(),
    }),
    output: answer({
      ...page,
      lastN: z.int(),
      results: z.array(changeResult),
      /** The records touched, as they are now, with conflicts that arose. A client never waits for its own echo. */
      records: z.array(wireRecord),
    }),
  },
  pull: {
    method: 'POST',
    path: '/v1/pull',
    auth: 'device',
    input: z.looseObject({
      protocol: z.int(),
      epoch: z.string(),
      access: z.string(),
      cursor: seq,
      limit: z.int().min(1).max(PAGE_ITEMS).optional(),
    }),
    output: answer({
      ...page,
      items: z.array(pullItem),
      /** The next `cursor`: every row up to it is in `items` or not for this member. */
      cursor: seq,
      more: z.boolean(),
    }),
  },
  /** Pages by (entity, id) with no transaction open between them; pulling from the first page's `head` completes it. */
  snapshot: {
    method: 'POST',
    path: '/v1/snapshot',
    auth: 'device',
    input: z.looseObject({
      protocol: z.int(),
      epoch: z.string(),
      access: z.string(),
      /**
       * `members`: what belongs to the workspace; `mine`: clients I am responsible for and all under them; `people`:
       * all clients and persons; `recent`: the last 90 days; `rest`: all else. Slices may repeat a record.
       */
      slice: z.enum(['members', 'mine', 'people', 'recent', 'rest']),
      /** Head before the first page of all, when the device has `mine` already: what it surely has is left out. */
      begun: seq.optional(),
      after: z.object({ entity: z.string(), id }).nullable(),
      limit: z.int().min(1).max(PAGE_ITEMS).optional(),
    }),
    output: answer({
      ...page,
      records: z.array(wireRecord),
      /** Null when the slice is complete. */
      after: z.object({ entity: z.string(), id }).nullable(),
      /** Records in this slice, of which the device has seen some. */
      total: z.int(),
    }),
  },
  /** Sums over all that the member sees, of `fields` known to the device; at `head`, from one database snapshot. */
  digest: {
    method: 'POST',
    path: '/v1/digest',
    auth: 'device',
    input: z.looseObject({
      protocol: z.int(),
      epoch: z.string(),
      access: z.string(),
      fields: z.record(z.string(), z.array(z.string())),
    }),
    output: answer({
      ...page,
      /** 256 pairs of count and 128-bit modular sum in hexadecimal (digest.ts). */
      buckets: z.array(z.tuple([z.int(), z.string()])).length(DIGEST_BUCKETS),
    }),
  },
  /** The records of some buckets, to be put in place of what differs. */
  buckets: {
    method: 'POST',
    path: '/v1/buckets',
    auth: 'device',
    input: z.looseObject({
      protocol: z.int(),
      epoch: z.string(),
      access: z.string(),
      bucket: z
        .int()
        .min(0)
        .max(DIGEST_BUCKETS - 1),
      after: z.object({ entity: z.string(), id }).nullable(),
    }),
    output: answer({
      ...page,
      records: z.array(wireRecord),
      after: z.object({ entity: z.string(), id }).nullable(),
    }),
  },
  /** Values of a record that the device no longer keeps, newest first. */
  history: {
    method: 'POST',
    path: '/v1/history',
    auth: 'device',
    input: z.looseObject({ protocol: z.int(), entity: z.string(), id }),
    output: answer({
      values: z.array(
        z.looseObject({ unit: z.string(), value: value.nullable(), change: id, at: z.int(), actor: id }),
      ),
    }),
  },
  /** Which of these contents the server has whole, of those that an attachment names which the member sees. */
  blobs: {
    method: 'POST',
    path: '/v1/blobs/ask',
    auth: 'device',
    input: z.looseObject({
      protocol: z.int(),
      hashes: z.array(z.string().regex(HASH)).max(ASKED_BLOBS),
    }),
    output: answer({ stored: z.array(z.string()) }),
  },
  devices: {
    method: 'GET',
    path: '/v1/devices',
    auth: 'device',
    input: empty,
    output: answer({ devices: z.array(wireDevice) }),
  },
  /** One's own, or any as an administrator. */
  revokeDevice: {
    method: 'POST',
    path: '/v1/devices/revoke',
    auth: 'device',
    input: z.looseObject({ device: id }),
    output: answer({}),
  },
  members: {
    method: 'GET',
    path: '/v1/members',
    auth: 'device',
    input: empty,
    output: answer({ members: z.array(wireMember) }),
  },
  /** Administrators only. */
  changeMember: {
    method: 'POST',
    path: '/v1/members/change',
    auth: 'device',
    input: z.looseObject({
      member: id,
      role: z.enum(ROLES).optional(),
      team: z.string().trim().max(80).nullable().optional(),
      territories: z.array(z.string().trim().min(1).max(80)).max(100).optional(),
      removed: z.boolean().optional(),
    }),
    output: answer({ member: wireMember }),
  },
  /** Administrators only; the invitation is shown once. */
  invite: {
    method: 'POST',
    path: '/v1/invitations',
    auth: 'device',
    input: z.looseObject({
      email: z.string().trim().min(3).max(254),
      role: z.enum(ROLES),
      team: z.string().trim().max(80).nullable().optional(),
      territories: z.array(z.string().trim().min(1).max(80)).max(100).optional(),
    }),
    output: answer({ invitation: z.string(), expiresAt: z.int() }),
  },
  /** Administrators only. */
  changeWorkspace: {
    method: 'POST',
    path: '/v1/workspace',
    auth: 'device',
    input: z.looseObject({
      name: z.string().trim().min(1).max(150).optional(),
      clientScope: z.enum(CLIENT_SCOPES).optional(),
    }),
    output: answer({}),
  },
} as const satisfies Record<string, Message>;

interface Message {
  method: 'GET' | 'POST';
  path: string;
  auth: 'none' | 'device';
  input: z.ZodType;
  output: z.ZodType;
}

export type MessageName = keyof typeof messages;
export type MessageInput<N extends MessageName> = z.infer<(typeof messages)[N]['input']>;
export type MessageOutput<N extends MessageName> = z.infer<(typeof messages)[N]['output']>;
