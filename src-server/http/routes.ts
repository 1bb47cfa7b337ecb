/** One route for each message of the table: token, limits, input by its schema, then the part that answers it. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type MessageInput, type MessageName, type MessageOutput, messages } from '#shared/sync/messages.ts';
import { PRODUCT, PROTOCOL } from '#shared/sync/wire.ts';
import { BucketLimit } from './bucket-limit.ts';
import type { Caller, Origin } from './caller.ts';
import { invalidInput } from './errors.ts';
import { SyncError } from '../sync/sync-error.ts';

type Asker<N extends MessageName> = (typeof messages)[N]['auth'] extends 'device' ? Caller : null;

/** Keys that the route adds itself are left out. */
type Answer<N extends MessageName> = Omit<MessageOutput<N>, 'product'>;

/** What answers each message. Throws `SyncError` for expected refusals. */
export type Handlers = {
  readonly [N in MessageName]: (
    input: MessageInput<N>,
    caller: Asker<N>,
    origin: Origin,
  ) => Promise<Answer<N>>;
};

/** The caller of an access token; throws `unauthorised` or `device_revoked`. */
export type Authenticate = (accessToken: string) => Promise<Caller>;

interface Limit {
  readonly burst: number;
  readonly perMinute: number;
}

export interface Limits {
  readonly device: Limit;
  readonly member: Limit;
  readonly address: Limit;
}

/** A device exchanges in bursts (a first copy of 100,000 records is a hundred pages), an office shares one address. */
export const LIMITS: Limits = {
  device: { burst: 600, perMinute: 600 },
  member: { burst: 1_500, perMinute: 1_500 },
  address: { burst: 6_000, perMinute: 6_000 },
};

export function addMessages(
  app: FastifyInstance,
  handlers: Handlers,
  callerOf: (request: FastifyRequest) => Promise<Caller>,
): void {
  for (const name of Object.keys(messages) as MessageName[]) addMessage(app, name, handlers, callerOf);
}

function addMessage<N extends MessageName>(
  app: FastifyInstance,
  name: N,
  handlers: Handlers,
  callerOf: (request: FastifyRequest) => Promise<Caller>,
): void {
  const { method, path, auth, input } = messages[name];
  app.route({
    method,
    url: path,
    handler: async (request) => {
      // The token is looked at before the input: who has none learns nothing about messages.
      const caller = (auth === 'device' ? await callerOf(request) : null) as Asker<N>;
      const asked = readInput<N>(input, method === 'GET' ? {} : request.body);
      const answer = await handlers[name](asked, caller, { address: request.ip });
      return { product: PRODUCT, ...answer };
    },
  });
}

function readInput<N extends MessageName>(schema: z.ZodType, body: unknown): MessageInput<N> {
  const { protocol } = (body ?? {}) as { protocol?: unknown };
  if (typeof protocol === 'number' && protocol < PROTOCOL) throw new SyncError('upgrade_required');
  const read = schema.safeParse(body ?? {});
  if (!read.success) throw invalidInput(read.error);
  return read.data as MessageInput<N>;
}

/** Finds out who asks, within the limits of his device and of all his devices together. */
export function makeCallerOf(
  authenticate: Authenticate,
  limits: Limits,
): (request: FastifyRequest) => Promise<Caller> {
  const perDevice = new BucketLimit(limits.device);
  const perMember = new BucketLimit(limits.member);
  return async (request) => {
    const token = /^Bearer (\S{1,500})$/.exec(request.headers.authorization ?? '')?.[1];
    if (!token) throw new SyncError('unauthorised');
    const caller = await authenticate(token);
    perDevice.take(caller.device);
    perMember.take(caller.member);
    return caller;
  };
}

export function limitAddresses(app: FastifyInstance, limits: Limits): void {
  const perAddress = new BucketLimit(limits.address);
  app.addHook('onRequest', async (request) => perAddress.take(request.ip));
}
