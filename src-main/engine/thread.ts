/**
 * Starts the engine in a worker thread and hands out ports to it. An engine that crashes is started again at
 * once; its ports close, and whoever had one asks for a new one. Three crashes within a minute end it.
 */
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { ProfileRefusal } from '../security/refusal.ts';
import type { HostOptions, OpenedProfile, View } from './host.ts';
import type { FromEngine, ToEngine } from './thread-messages.ts';

const CRASHES_BORNE = 2;
const WITHIN_MS = 60_000;

export interface EngineThreadOptions extends HostOptions {
  /** After a crash, with what ended the engine: its kind and place, never its message. */
  onRestart?: (trace: string) => void;
}

export interface EngineThread {
  readonly opened: OpenedProfile;
  connect(view: View): MessagePort;
  /** Called each time the engine is open again after a crash. */
  onReopened(listener: () => void): void;
  /** Waits for writes; the profile is free when it resolves. */
  close(): Promise<void>;
  /** Resolves after `close`; rejects when the engine cannot be kept running. */
  readonly ended: Promise<void>;
}

/** Resolves when the base is open; rejects with `ProfileRefusal`, or with what the engine threw at its start. */
export async function startEngineThread(
  { onRestart, ...host }: EngineThreadOptions,
  script: URL = new URL('./worker.ts', import.meta.url),
): Promise<EngineThread> {
  const crashes: number[] = [];
  const reopened: (() => void)[] = [];
  const end = Promise.withResolvers<void>();
  let closing = false;
  let running = start(script, host);
  const opened = await running.open;
  watch();

  function watch(): void {
    const { worker } = running;
    let trace = '';
    worker.on('error', (error) => (trace = traceOf(error)));
    worker.on('exit', () => {
      if (closing) return end.resolve();
      crashes.push(Date.now());
      if (crashes.filter((at) => at > Date.now() - WITHIN_MS).length > CRASHES_BORNE) {
        return end.reject(new ProfileRefusal('crashing'));
      }
      onRestart?.(trace);
      running = start(script, host);
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
    connect(view) {
      const { port1, port2 } = new MessageChannel();
      running.worker.postMessage({ do: 'connect', port: port2, view } satisfies ToEngine, [port2]);
      return port1;
    },
    onReopened: (listener) => reopened.push(listener),
    close() {
      if (!closing) running.worker.postMessage({ do: 'close' } satisfies ToEngine);
      closing = true;
      return end.promise;
    },
    ended: end.promise,
  };
}

function start(script: URL, workerData: HostOptions) {
  const worker = new Worker(script, { workerData });
  const open = new Promise<OpenedProfile>((resolve, reject) => {
    worker.on('message', (message: FromEngine) => {
      if (message.is === 'open') resolve(message.opened);
      // Nothing of the engine is open any more; what else may still run in the thread is not waited for.
      if (message.is === 'closed') void worker.terminate();
      if (message.is === 'refused') reject(new ProfileRefusal(message.reason, message.details));
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the engine ended while starting')));
  });
  return { worker, open };
}

/** Messages of errors may quote what was being written; names and places in the code never do. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [typeof code === 'string' ? `${error.name} ${code}` : error.name, ...frames].join('\n');
}
