/** An expected refusal of a message: thrown anywhere below, answered as the body `syncError`. */
import type { SyncErrorBody, SyncErrorCode } from '#shared/sync/wire.ts';

type Details = Partial<Pick<SyncErrorBody, 'retryAfter' | 'lastN' | 'epoch' | 'reason'>>;

export class SyncError extends Error {
  readonly code: SyncErrorCode;
  readonly details: Details;

  constructor(code: SyncErrorCode, details: Details = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
