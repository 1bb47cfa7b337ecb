/** Why a backup is not made or not restored; the shells turn the reason into a sentence, and nothing was changed. */
import { ORPCError } from '@orpc/server';
import type { BackupProblem } from '#shared/contract/backups.ts';

export class BackupRefusal extends Error {
  readonly problem: BackupProblem;

  constructor(problem: BackupProblem) {
    super(`backup refused: ${problem}`);
    this.name = 'BackupRefusal';
    this.problem = problem;
  }
}

/** What went wrong with a file, as a problem that has a sentence; a bug is thrown on. */
export function backupProblem(error: unknown): BackupProblem {
  if (error instanceof BackupRefusal) return error.problem;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (typeof code !== 'string') throw error;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_FULL')) return 'diskFull';
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return 'baseDamaged';
  if (code.startsWith('SQLITE_IOERR')) return 'baseDamaged';
  if (syscall !== undefined || code.startsWith('SQLITE_')) return 'unwritable';
  throw error;
}

/** The same for a procedure: BACKUP_REFUSED of the contract; a bug unchanged. */
export function refusalForCaller(error: unknown): unknown {
  if (error instanceof ORPCError) return error;
  try {
    return new ORPCError('BACKUP_REFUSED', {
      defined: true,
      data: { problem: backupProblem(error) },
      cause: error,
    });
  } catch {
    return error;
  }
}
