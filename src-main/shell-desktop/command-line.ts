/** `vizitka --cli …`: the command line in the same program, without any window. */
import type { App } from 'electron';
import { serve } from '../shell-browser/serve.ts';
import { runCommandLine } from '../shell-cli/main.ts';

export async function runInTerminal(app: App, words: string[]): Promise<void> {
  // No sign of a program in the dock of a Mac.
  app.dock?.hide();
  app.exit(await runCommandLine(words, serve));
}
