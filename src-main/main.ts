/**
 * The desktop program, step by step. Before it is ready: what it was started for, its folder, whether it is the
 * first, its scheme. Then: guards, window, engine, menu. `app.whenReady()` must not be awaited here at the top: an
 * ES module that does so never becomes ready (electron#40719).
 */
import process from 'node:process';
import { app } from 'electron';
import { runInTerminal } from './shell-desktop/command-line.ts';
import { registerAppScheme } from './shell-desktop/app-protocol.ts';
import { openDesktop } from './shell-desktop/open-desktop.ts';
import { claimWindow, settleIn } from './shell-desktop/claim-profile.ts';
import { givenWords, readStartOptions } from './shell-desktop/start-options.ts';

const start = readStartOptions(givenWords(process.argv, app.isPackaged));

if (start.for === 'commandLine') {
  void runInTerminal(app, start.words);
} else {
  const folder = settleIn(app, start.profile);
  if (claimWindow(app)) {
    registerAppScheme();
    app.enableSandbox();
    void app.whenReady().then(() => openDesktop(app, start, folder));
  } else {
    app.exit(0);
  }
}
