/** Runs a command that the user gave: says in a sentence when it failed, and offers "Späť" when it can be undone. */
import { useCallback } from 'react';
import type { MessageKey } from '#shared/i18n/index.ts';
import { say } from './i18n.ts';
import { showNote, showTrouble } from './notes.tsx';
import { sentenceFor } from './problems.ts';
import { takeBack } from './undo.ts';

export { sentenceFor } from './problems.ts';

export interface RunOptions {
  /** Message shown when it succeeded. */
  done?: MessageKey;
  params?: Record<string, string | number>;
  /** Offers "Späť" beside the message; the command must answer with its action. */
  undoable?: boolean;
}

export type Run = <T>(promise: Promise<T>, options?: RunOptions) => Promise<T | undefined>;

export async function runCommand<T>(promise: Promise<T>, options: RunOptions = {}): Promise<T | undefined> {
  try {
    const result = await promise;
    const action = options.undoable ? actionOf(result) : null;
    if (options.done || action) {
      showNote(
        say(options.done ?? 'common.saved', options.params),
        action ? () => void takeBack(action) : undefined,
      );
    }
    return result;
  } catch (error) {
    showTrouble(sentenceFor(error));
    return undefined;
  }
}

export function useRun(): Run {
  return useCallback(runCommand, []) as Run;
}

function actionOf(result: unknown): string | null {
  if (typeof result !== 'object' || result === null || !('action' in result)) return null;
  return typeof result.action === 'string' ? result.action : null;
}
