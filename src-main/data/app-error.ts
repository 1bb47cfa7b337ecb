/** Expected errors, thrown anywhere below a procedure and answered as the contract declares them. */
import { ORPCError } from '@orpc/server';
import type { Problem } from '#shared/contract/base.ts';

export interface FieldProblem {
  field: string;
  problem: Problem;
}

export function invalid(problems: FieldProblem[]): ORPCError<'INVALID', unknown> {
  return new ORPCError('INVALID', { defined: true, data: { problems } });
}

export function notFound(entity: string, id: string): ORPCError<'NOT_FOUND', unknown> {
  return new ORPCError('NOT_FOUND', { defined: true, data: { entity, id } });
}

export function sealed(entity: string, id: string): ORPCError<'SEALED', unknown> {
  return new ORPCError('SEALED', { defined: true, data: { entity, id } });
}

export function refused(reason: string): ORPCError<'REFUSED', unknown> {
  return new ORPCError('REFUSED', { defined: true, data: { reason } });
}

export function tooLarge(changes: number, bytes: number): ORPCError<'TOO_LARGE', unknown> {
  return new ORPCError('TOO_LARGE', { defined: true, data: { changes, bytes } });
}

const ENVIRONMENT: Record<string, 'diskFull' | 'readOnly' | 'busy' | 'damaged'> = {
  SQLITE_FULL: 'diskFull',
  SQLITE_IOERR: 'diskFull',
  SQLITE_READONLY: 'readOnly',
  SQLITE_CANTOPEN: 'readOnly',
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_CORRUPT: 'damaged',
};

/** What the machine did to a write, as NOT_SAVED; anything else unchanged. */
export function environmentError(error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') return error;
  const found = Object.keys(ENVIRONMENT).find((prefix) => code.startsWith(prefix));
  if (!found) return error;
  return new ORPCError('NOT_SAVED', { defined: true, data: { reason: ENVIRONMENT[found] }, cause: error });
}
