/** Everything after the program is ready, in the order in which it must stand: guards first, then what they guard. */
import { fileURLToPath } from 'node:url';
import process from 'node:process';
import { type App, session, shell } from 'electron';
import { readStaticFiles, type StaticFiles } from '../shell-window/static-files.ts';
import { serveApp } from './app-protocol.ts';
import { chooseBackupPlace } from './backup-place.ts';
import { watchCapture } from './capture.ts';
import { catchBugs, type CaughtBugs, tellInBox, tellSentence } from './catch-bugs.ts';
import { onFurtherStart } from './claim-profile.ts';
import { type KeptState, openDesktopState } from './desktop-state.ts';
import { openEngineLine } from './engine-line.ts';
import { type ErrorLog, openErrorLog } from './error-log.ts';
import { loadMainWindow, makeMainWindow } from './main-window.ts';
import { showMenu } from './native-menu.ts';
import { guardContents } from './navigation-guard.ts';
import { showNotice } from './notices.ts';
import { keepOpenedFiles } from './opened-files.ts';
import { printPage, savePdf } from './print.ts';
import { prepareQuit } from './quit.ts';
import { guardSession } from './session-guard.ts';
import type { StartOptions } from './start-options.ts';
import { openSystemStart } from './start-with-system.ts';
import { showTray } from './tray.ts';
import { updateConfigFile } from './update-config.ts';
import { openUpdates } from './updates.ts';
import { answerWindow } from './window-calls.ts';
import { openWords, type Words } from './words.ts';

const builtWindow = fileURLToPath(new URL('../../out/renderer', import.meta.url));

type WindowStart = Extract<StartOptions, { for: 'window' }>;

/** Never rejects: what goes wrong is written down, said in a box, and ends the program. */
export async function openDesktop(app: App, start: WindowStart, folder: string): Promise<void> {
  const errors = openErrorLog(folder);
  const bugs = catchBugs(app, errors);
  const state = openDesktopState(folder);
  const words = openWords(state, app.getLocale());
  try {
    const files = readStaticFiles(builtWindow);
    if (!files) throw new Error('the window was not built');
    await open({ app, start, folder, errors, bugs, state, words, files });
  } catch (error) {
    errors.error('start', error);
    await tellInBox(error, words);
    app.exit(1);
  }
}

interface Opening {
  app: App;
  start: WindowStart;
  folder: string;
  errors: ErrorLog;
  bugs: CaughtBugs;
  state: KeptState;
  words: Words;
  files: StaticFiles;
}

async function open({ app, start, folder, errors, bugs, state, words, files }: Opening): Promise<void> {
  const { profile, hidden } = start;
  const developer = !app.isPackaged;
  state.change({ starts: state.now.starts + 1 });

  const capture = watchCapture();
  serveApp(files, words);
  guardSession(session.defaultSession, capture, developer);
  guardContents(app, {
    isPage: (pathname) => files.pageAt(pathname, '') !== undefined,
    reachPerson: (link) => void shell.openExternal(link),
  });

  const window = makeMainWindow({
    state,
    hidden,
    developer,
    errors,
    onBroken: () => void tellSentence(words.say('desktop.pageCrashing'), words).then(() => quitting.now(1)),
  });
  const engine = openEngineLine({ app, profile, window, words, errors });
  const opened = keepOpenedFiles(folder, errors);
  const systemStart = openSystemStart(app, state);
  const quitting = prepareQuit({
    app,
    window,
    words,
    // Who wants it at hand from the start of the day wants it at hand after closing its window too.
    staysInTray: () => process.platform === 'darwin' || systemStart.now().on,
    closeEngine: engine.close,
    tidy: opened.empty,
  });

  const updates = openUpdates({
    file: updateConfigFile(),
    tell: (now) => window.tell('updates', now),
    handOver: quitting.handOver,
    errors,
  });

  answerWindow(
    window,
    {
      flushed: quitting.flushed,
      openFile: (name, bytes) => opened.open(name, bytes, shell.openPath),
      print: () => printPage(window.window),
      savePdf: (name) => savePdf(window.window, words, name, errors),
      notify: (kind, count) => showNotice(window, words, kind, count),
      chooseBackupPlace: () => chooseBackupPlace(window.window, words, engine),
      startWithSystem: systemStart.now,
      setStartWithSystem: systemStart.set,
      capture: capture.open,
      speak: words.speak,
      startAgain() {
        app.relaunch();
        app.quit();
      },
      updates: updates.now,
      checkUpdates: updates.check,
      downloadUpdate: updates.download,
      installUpdate: updates.install,
    },
    engine.connect,
    errors,
  );
  showMenu(window, words, developer);
  showTray(app, window, words);

  onFurtherStart(app, window.show);
  app.on('activate', window.show);
  bugs.leaveBy(() => quitting.now(1));
  await loadMainWindow(window);
}
