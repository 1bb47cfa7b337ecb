/**
 * The engine as the window knows it: asked for ports, mended after a crash, given up after three. What kept it from
 * starting at all is told to the person in a box, and the program ends.
 */
import type { App, IpcMainEvent } from 'electron';
import { newBaseDefaults } from '../engine/locale.ts';
import { askForWindow, type EngineClient } from '../engine/reach.ts';
import { ProfileRefusal } from '../security/refusal.ts';
import { tellInBox } from './catch-bugs.ts';
import { clientOver } from './engine-client.ts';
import { type EngineProcess, startEngineProcess } from './engine-process.ts';
import type { ErrorLog } from './error-log.ts';
import { readKeyStore } from './key-store.ts';
import type { MainWindow } from './main-window.ts';
import { remind } from './remind.ts';
import type { Words } from './words.ts';

export interface EngineLine {
  /** Sends a port to the frame that asked, as soon as the engine runs. */
  connect(event: IpcMainEvent): void;
  /** Asks the engine for main itself, which may name paths; null when there is no engine. */
  ask<T>(question: (client: EngineClient) => Promise<T>): Promise<T | null>;
  close(): Promise<void>;
}

export interface EngineLineOptions {
  app: App;
  profile: string | undefined;
  window: MainWindow;
  words: Words;
  errors: ErrorLog;
}

export function openEngineLine({ app, profile, window, words, errors }: EngineLineOptions): EngineLine {
  let givenUp = false;
  const starting = startEngineProcess({
    host: () => ({
      profile,
      shell: 'desktop',
      defaults: { ...newBaseDefaults(), language: words.language },
      keyStore: readKeyStore(profile),
    }),
    onWindowAsked: window.show,
    onRemind: (notices) => remind(window, words, notices),
    onRestart(trace) {
      errors.trace('engine', trace);
      window.tell('engine', 'down');
    },
  });
  starting.then(
    (engine) => {
      engine.onReopened(() => window.tell('engine', 'restarted'));
      engine.ended.catch((error: unknown) => {
        givenUp = true;
        errors.error('engine', error);
        window.tell('engine', 'down');
        window.tell('engine', 'ended');
      });
    },
    (error: unknown) => void giveUp(error),
  );

  const giveUp = async (error: unknown): Promise<void> => {
    if (!(error instanceof ProfileRefusal)) errors.error('engine', error);
    window.window.destroy();
    if (!(await shownElsewhere(error, profile))) await tellInBox(error, words);
    app.exit(1);
  };

  /** Null when it never started, or was given up: a port would lead nowhere. */
  const engine = async (): Promise<EngineProcess | null> => {
    const started = await starting.catch(() => null);
    return givenUp ? null : started;
  };
  return {
    connect: (event) =>
      void engine().then((running) => {
        if (running) event.senderFrame?.postMessage('desktop:port', null, [running.connect('window')]);
      }),
    async ask(question) {
      const port = (await engine())?.connect('script');
      if (!port) return null;
      try {
        return await question(clientOver(port));
      } finally {
        port.close();
      }
    },
    async close() {
      await (await engine())?.close();
    },
  };
}

/** The same profile in another desktop window: that one comes to the front, and nothing has to be said. */
async function shownElsewhere(error: unknown, profile: string | undefined): Promise<boolean> {
  const held =
    error instanceof ProfileRefusal && error.reason === 'held' && error.details.shell === 'desktop';
  return held && (await askForWindow(profile)) !== null;
}
