/**
 * Keeps an engine running, in whichever kind of process: one that crashes is started again at once; its ports
 * close, and whoever had one asks for a new one. Three crashes within a minute end it.
 */
import { ProfileRefusal } from '../security/refusal.ts';
import type { OpenedProfile } from './host.ts';

const CRASHES_BORNE = 2;
const WITHIN_MS = 60_000;

/** One run of an engine. */
export interface StartedEngine {
  /** Rejects with `ProfileRefusal`, or with what the engine threw at its start. */
  readonly open: Promise<OpenedProfile>;
  /** Resolves when it has ended, with the kind and place of what ended it, never its message. */
  readonly exited: Promise<string>;
  /** Asks it to wait for its writes and to end. */
  close(): void;
}

export interface KeptEngine<E extends StartedEngine> {
  readonly opened: OpenedProfile;
  /** The run of this moment; after a crash another one. */
  running(): E;
  /** Called each time the engine is open again after a crash. */
  onReopened(listener: () => void): void;
  /** Waits for writes; the profile is free when it resolves. */
  close(): Promise<void>;
  /** Resolves after `close`; rejects when the engine cannot be kept running. */
  readonly ended: Promise<void>;
}

/** Resolves when the base is open; rejects as the first run's `open` does. `onRestart` gets the trace. */
export async function keepRunning<E extends StartedEngine>(
  start: () => E,
  onRestart?: (trace: string) => void,
): Promise<KeptEngine<E>> {
  const crashes: number[] = [];
  const reopened: (() => void)[] = [];
  const end = Promise.withResolvers<void>();
  let closing = false;
  let running = start();
  const opened = await running.open;
  watch();

  function watch(): void {
    void running.exited.then((trace) => {
      if (closing) return end.resolve();
      crashes.push(Date.now());
      if (crashes.filter((at) => at > Date.now() - WITHIN_MS).length > CRASHES_BORNE) {
        return end.reject(new ProfileRefusal('crashing'));
      }
      onRestart?.(trace);
      running = start();
      watch();
      running.open.then(
        () => reopened.forEach((listener) => listener()),
        (error: unknown) => {
          if (!(error instanceof ProfileRefusal)) return;
          closing = true;
          end.reject(error);
        },
      );
    });
  }

  return {
    opened,
    running: () => running,
    onReopened: (listener) => reopened.push(listener),
    close() {
      if (!closing) running.close();
      closing = true;
      return end.promise;
    },
    ended: end.promise,
  };
}
