/** Every refusal as the body `syncError` with a fitting status, so that a device never has to read a sentence. */
import type { FastifyReply } from 'fastify';
import type { ZodError } from 'zod';
import { PRODUCT, type SyncErrorBody, type SyncErrorCode } from '#shared/sync/wire.ts';
import { SyncError } from '../sync/sync-error.ts';

const STATUS: Record<SyncErrorCode, number> = {
  invalid: 400,
  unauthorised: 401,
  device_revoked: 403,
  not_allowed: 403,
  not_found: 404,
  access_changed: 409,
  device_fork: 409,
  epoch_changed: 409,
  gap: 409,
  too_large: 413,
  upgrade_required: 426,
  rate_limited: 429,
  unavailable: 503,
};

/** What fastify refuses by itself, by its code. */
const OF_FASTIFY: Record<string, SyncErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'invalid',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid',
  FST_ERR_BAD_URL: 'not_found',
};

/** The refusal of an error; `unexpected` when it is none of the expected ones and belongs into the log. */
export function refusalOf(error: unknown): { refusal: SyncError; unexpected: boolean } {
  if (error instanceof SyncError) return { refusal: error, unexpected: false };
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  const known = typeof code === 'string' ? OF_FASTIFY[code] : undefined;
  if (known) return { refusal: new SyncError(known), unexpected: false };
  // A body that ended early or was no JSON arrives as an error of the parser, with a status of the asker's fault.
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return { refusal: new SyncError('invalid'), unexpected: false };
  }
  return { refusal: new SyncError('unavailable'), unexpected: true };
}

export function sendRefusal(reply: FastifyReply, { code, details }: SyncError): FastifyReply {
  if (details.retryAfter !== undefined) {
    void reply.header('retry-after', String(Math.ceil(details.retryAfter / 1000)));
  }
  return reply.code(STATUS[code]).send(bodyOf(code, details));
}

export function bodyOf(code: SyncErrorCode, details: SyncError['details'] = {}): SyncErrorBody {
  return { product: PRODUCT, error: code, ...details };
}

/** Where the input is wrong, never what stood there. */
export function invalidInput({ issues }: ZodError): SyncError {
  const first = issues[0];
  return new SyncError('invalid', {
    reason: `${first?.path.join('.') ?? ''}: ${first?.code ?? ''}`.slice(0, 200),
  });
}
