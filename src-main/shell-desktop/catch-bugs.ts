/** The top of the main process: a bug is written down without its message, and the program leaves in its order. */
import process from 'node:process';
import { type App, dialog } from 'electron';
import { refusalSentence } from '../engine/refusal-sentence.ts';
import type { ErrorLog } from './error-log.ts';
import type { Words } from './words.ts';

export interface CaughtBugs {
  /** From now on the program leaves this way; before that it simply ends. */
  leaveBy(way: () => Promise<void>): void;
}

/** A promise that nobody waits for breaks nothing that stands; anything else may have been left half done. */
export function catchBugs(app: App, errors: ErrorLog): CaughtBugs {
  let leave = async (): Promise<void> => app.exit(1);
  process.on('unhandledRejection', (error) => errors.error('main, a promise', error));
  process.on('uncaughtException', (error) => {
    errors.error('main', error);
    void leave();
  });
  return { leaveBy: (way) => (leave = way) };
}

/** Tells the person what kept the program from starting or ended it, in a box of the system. */
export async function tellInBox(error: unknown, words: Words): Promise<void> {
  await tellSentence(refusalSentence(error, words.language), words);
}

export async function tellSentence(message: string, { say }: Words): Promise<void> {
  await dialog.showMessageBox({ type: 'error', title: 'Vizitka', message, buttons: [say('desktop.close')] });
}
