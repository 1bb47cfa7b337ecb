/**
 * The way out, always the same: the window sends what is being typed, the engine finishes its writes, the private
 * folder is emptied, then the program ends. A person may be asked first; the system is never kept waiting by a box.
 */
import process from 'node:process';
import { type App, dialog, powerMonitor } from 'electron';
import type { MainWindow } from './main-window.ts';
import type { Words } from './words.ts';

/** A window that answers nothing in this time is stuck; its drafts were saved as they were typed. */
const FLUSH_MS = 2_000;
/** Longest wait for the engine; a backup at quit is among its writes. */
const CLOSE_MS = 60_000;

export interface Leaving {
  /** Whether the window that is closed waits in the tray. */
  staysInTray(): boolean;
  app: App;
  window: MainWindow;
  words: Words;
  /** Waits for the engine's writes. */
  closeEngine(): Promise<void>;
  /** The last step: whatever else must not stay behind. */
  tidy(): void;
}

export interface Quitting {
  /** The window's answer to `flush`. */
  flushed(busy: boolean): void;
  /** Ends the program at once in the same order, asking nobody. */
  now(exitCode?: number): Promise<void>;
  /**
   * Ends it in the same order for an installer, which takes it from there; when it rejects, the program as it was
   * starts again. False when the person would rather stay.
   */
  handOver(installer: () => Promise<never>): Promise<boolean>;
}

export function prepareQuit(parts: Leaving): Quitting {
  const { app, window, words, closeEngine, tidy } = parts;
  let answer = Promise.withResolvers<boolean>();
  let leaving = false;
  let handingOver = false;

  const flush = async (): Promise<boolean> => {
    answer = Promise.withResolvers();
    if (window.window.isDestroyed()) return false;
    window.tell('flush', null);
    return within(FLUSH_MS, answer.promise, false);
  };
  const settle = async (ask: boolean): Promise<boolean> => {
    if (leaving) return false;
    leaving = true;
    window.keepPlace();
    const busy = await flush();
    if (busy && ask && !(await confirm(window, words))) {
      leaving = false;
      return false;
    }
    await within(
      CLOSE_MS,
      closeEngine().catch(() => {}),
      undefined,
    );
    tidy();
    return true;
  };
  const leave = async (ask: boolean, exitCode = 0): Promise<void> => {
    if (await settle(ask)) app.exit(exitCode);
  };
  const handOver = async (installer: () => Promise<never>): Promise<boolean> => {
    if (!(await settle(true))) return false;
    handingOver = true;
    window.window.destroy();
    // The new version may be up before this one is gone.
    app.releaseSingleInstanceLock();
    await installer().catch(() => {
      app.relaunch();
      app.exit(0);
    });
    return true;
  };

  window.window.on('close', (event) => {
    event.preventDefault();
    if (parts.staysInTray()) window.window.hide();
    else app.quit();
  });
  // Without a listener the last window to go would take the program along, before it has said why.
  app.on('window-all-closed', () => {});
  app.on('before-quit', (event) => {
    if (handingOver) return;
    event.preventDefault();
    void leave(true);
  });
  // The system ends: it shows no box of ours, and waits for the engine's writes only where it is asked to. The event
  // stands in Electron's documentation and not in its types.
  (powerMonitor as NodeJS.EventEmitter).on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault();
    void leave(false);
  });
  window.window.on('session-end', () => void leave(false));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(false));
  return { flushed: (busy) => answer.resolve(busy), now: (exitCode) => leave(false, exitCode), handOver };
}

async function confirm({ window, show }: MainWindow, { say }: Words): Promise<boolean> {
  show();
  const STAY = 1;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: say('desktop.busy.title'),
    detail: say('desktop.busy.text'),
    buttons: [say('desktop.busy.leave'), say('desktop.busy.stay')],
    defaultId: STAY,
    cancelId: STAY,
    noLink: true,
  });
  return response !== STAY;
}

function within<T>(time: number, work: Promise<T>, otherwise: T): Promise<T> {
  const late = Promise.withResolvers<T>();
  const timer = setTimeout(() => late.resolve(otherwise), time);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}
