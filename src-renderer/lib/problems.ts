/** Errors as sentences: what happened, what is kept, what to do. */
import { ORPCError } from '@orpc/client';
import type { BackupProblem } from '#shared/contract/backups.ts';
import type { Problem } from '#shared/contract/base.ts';
import { ConnectionLost } from './connection.ts';
import { hasMessage, say } from './i18n.ts';

export interface FieldProblem {
  field: string;
  problem: Problem;
}

const COMMAND_SENTENCES: Record<string, string> = {
  INVALID: 'problems.command.invalid',
  BAD_REQUEST: 'problems.command.invalid',
  NOT_FOUND: 'problems.command.notFound',
  SEALED: 'problems.command.sealed',
  TOO_LARGE: 'problems.command.tooLarge',
};

export function sentenceFor(error: unknown): string {
  if (error instanceof ConnectionLost) return say('problems.command.lost');
  if (error instanceof ORPCError) {
    if (error.code === 'NOT_SAVED')
      return say(`problems.notSaved.${(error.data as { reason: string }).reason}`);
    if (error.code === 'BACKUP_REFUSED')
      return say(`backups.problems.${(error.data as { problem: BackupProblem }).problem}`);
    if (error.code === 'REFUSED') return refusalSentence((error.data as { reason?: string }).reason);
    const key = COMMAND_SENTENCES[error.code];
    if (key) return say(key);
  }
  return say('problems.command.bug');
}

function refusalSentence(reason: string | undefined): string {
  const key = `problems.refused.${reason}`;
  return hasMessage(key) ? say(key) : say('problems.command.refused');
}

/** The fields that a command refused, empty for any other error. */
export function fieldProblems(error: unknown): FieldProblem[] {
  if (!(error instanceof ORPCError) || error.code !== 'INVALID') return [];
  return (error.data as { problems?: FieldProblem[] }).problems ?? [];
}

export function problemSentence(problem: Problem): string {
  return say(`problems.field.${problem}`);
}
