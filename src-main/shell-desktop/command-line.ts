/** `vizitka --cli …`: the command line in the same program, without any window. */
import type { App } from 'electron';
import type { KeyStoreReading } from '../engine/key-store.ts';
import { serve } from '../shell-browser/serve.ts';
import { parseCommandLine } from '../shell-cli/command-line.ts';
import { runCommandLine } from '../shell-cli/main.ts';
import { claimWindow, settleIn } from './claim-profile.ts';
import { readKeyStore } from './key-store.ts';

export async function runInTerminal(app: App, words: string[]): Promise<void> {
  // No sign of a program in the dock of a Mac.
  app.dock?.hide();
  const profile = profileOf(words);
  settleIn(app, profile);
  const alone = claimWindow(app, 'commandLine');
  await app.whenReady();
  app.exit(await runCommandLine(words, serve, () => (alone ? keyStoreOf(app, profile) : undefined)));
}

/** While a window has the profile its engine does the work, and the key store is not needed. */
function keyStoreOf(app: App, profile: string | undefined): KeyStoreReading {
  const reading = readKeyStore(profile);
  // A window that is started meanwhile must not take this process for one.
  app.releaseSingleInstanceLock();
  return reading;
}

/** Wrong usage is for the command line to say. */
function profileOf(words: string[]): string | undefined {
  try {
    const line = parseCommandLine(words);
    return line === 'help' ? undefined : line.profile;
  } catch {
    return undefined;
  }
}
