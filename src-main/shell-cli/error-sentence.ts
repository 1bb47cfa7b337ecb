/** A failed command as one sentence (several for several problems), in the language of the base. */
import { ORPCError } from '@orpc/client';
import type { BackupProblem } from '#shared/contract/backups.ts';
import type { fieldProblem } from '#shared/contract/base.ts';
import { catalogues } from '#shared/i18n/index.ts';
import { type ShellKey, shellWords } from '#shared/i18n/shell-words.ts';
import type { z } from 'zod';
import { refusalSentence } from '../engine/refusal-sentence.ts';
import { FileRefusal } from './files.ts';

type Language = 'sk' | 'en';

export function sentenceFor(error: unknown, language: Language): string {
  const say = shellWords(language);
  if (error instanceof FileRefusal) return say(`file.${error.reason}`, { file: error.file });
  if (isLostConnection(error)) return say('error.lost');
  if (!(error instanceof ORPCError)) return refusalSentence(error, language);
  const data = (error.data ?? {}) as Record<string, unknown>;
  switch (error.code) {
    case 'INVALID':
      return (data.problems as z.infer<typeof fieldProblem>[])
        .map(({ field, problem }) => `${field}: ${catalogues[language].problems.field[problem]}`)
        .join('\n');
    case 'BAD_REQUEST':
      return say('error.badInput', { detail: issuesOf(data.issues) || error.message });
    case 'BACKUP_REFUSED':
      return backupSentence(data.problem as BackupProblem, language);
    case 'NOT_FOUND':
      return say('error.notFound', { id: typeof data.id === 'string' ? data.id : '' });
    case 'SEALED':
      return say('error.sealed');
    case 'TOO_LARGE':
      return say('error.tooLarge');
    case 'NOT_SAVED':
      return say(`notSaved.${String(data.reason)}` as ShellKey);
    case 'REFUSED':
      return (
        (catalogues[language].problems.refused as Record<string, string>)[String(data.reason)] ??
        say('error.refused', { reason: String(data.reason) })
      );
    default:
      return say('error.unexpected', { code: error.code });
  }
}

/** The sentence of the window's catalogue. */
export function backupSentence(problem: BackupProblem, language: Language): string {
  return catalogues[language].backups.problems[problem];
}

/** What the library throws at calls under way, and at new ones, when the holder of the profile goes away. */
function isLostConnection(error: unknown): boolean {
  return (
    error instanceof Error && (error.name === 'AbortError' || error.message.includes('WebSocket is not open'))
  );
}

/** zod's issues: where, and what. */
function issuesOf(issues: unknown): string {
  if (!Array.isArray(issues)) return '';
  return (issues as { path?: unknown[]; message?: string }[])
    .map(({ path, message }) => [path?.join('.'), message].filter(Boolean).join(': '))
    .join('; ');
}
