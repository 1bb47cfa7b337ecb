/** What stopped an exchange, in the words of the contract; none of them loses anything. */
import { ORPCError } from '@orpc/server';
import type { SyncRefusal, SyncTrouble } from '#shared/contract/sync.ts';
import { environmentError, refused } from '../data/app-error.ts';
import type { SyncErrorBody, SyncErrorCode } from '#shared/sync/wire.ts';

export class SyncFailure extends Error {
  readonly trouble: SyncTrouble;
  /** What the server said, when it was the server. */
  readonly said: SyncErrorBody | null;

  constructor(trouble: SyncTrouble, said: SyncErrorBody | null = null) {
    super(`sync: ${said?.error ?? trouble}`);
    this.trouble = trouble;
    this.said = said;
  }
}

const OF_SERVER: Partial<Record<SyncErrorCode, SyncTrouble>> = {
  upgrade_required: 'upgradeRequired',
  device_revoked: 'revoked',
  unauthorised: 'revoked',
  rate_limited: 'rateLimited',
  unavailable: 'serverTrouble',
};

export function saidByServer(body: SyncErrorBody): SyncFailure {
  const isEnded = body.error === 'device_revoked' && body.reason === 'ended';
  return new SyncFailure(isEnded ? 'ended' : (OF_SERVER[body.error] ?? 'unknown'), body);
}

/** Whether the server said this. */
export function isSaid(
  error: unknown,
  ...codes: SyncErrorCode[]
): error is SyncFailure & { said: SyncErrorBody } {
  return error instanceof SyncFailure && error.said !== null && codes.includes(error.said.error);
}

const INSECURE = /CERT|ERR_TLS|ERR_SSL|SSL_|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|EPROTO|HANDSHAKE/i;

/** A request that brought no answer. Node names the reason in a chain of causes, Electron in the message. */
export function fromNetwork(error: unknown): SyncFailure {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (INSECURE.test(`${code ?? ''} ${cause.message}`)) return new SyncFailure('insecure');
    if (/redirect/i.test(cause.message)) return new SyncFailure('notOurServer');
  }
  return new SyncFailure('offline');
}

/** Null for what no exchange expects: a bug. */
export function troubleOf(error: unknown): SyncTrouble | null {
  if (error instanceof SyncFailure) return error.trouble;
  const known = environmentError(error);
  if (!(known instanceof ORPCError) || known.code !== 'NOT_SAVED') return null;
  return (known.data as { reason?: string }).reason === 'diskFull' ? 'diskFull' : 'unknown';
}

const REFUSAL: Record<SyncTrouble, SyncRefusal> = {
  offline: 'offline',
  notOurServer: 'notOurServer',
  insecure: 'insecure',
  serverTrouble: 'serverTrouble',
  rateLimited: 'rateLimited',
  upgradeRequired: 'upgradeRequired',
  revoked: 'notSignedIn',
  ended: 'notSignedIn',
  manyLeaving: 'serverTrouble',
  diskFull: 'serverTrouble',
  unknown: 'serverTrouble',
};

/** What a procedure that needed the server answers; a bug is thrown on as it is. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof SyncFailure)) return error;
  if (isSaid(error, 'not_allowed', 'not_found')) return refused('notAllowed');
  return refused(REFUSAL[error.trouble]);
}
