/** Starts the engine in a worker thread, keeps it running, and hands out ports to it. */
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { ProfileRefusal } from '../security/refusal.ts';
import type { HostOptions, OpenedProfile, View } from './host.ts';
import { type KeptEngine, keepRunning, type StartedEngine } from './keep-running.ts';
import type { FromEngine, ToEngine } from './shell-messages.ts';
import { traceOf } from './trace.ts';

export interface EngineThreadOptions extends HostOptions {
  /** After a crash, with what ended the engine: its kind and place, never its message. */
  onRestart?: (trace: string) => void;
}

export interface EngineThread extends Omit<KeptEngine<StartedEngine>, 'running'> {
  connect(view: View): MessagePort;
}

/** Resolves when the base is open; rejects with `ProfileRefusal`, or with what the engine threw at its start. */
export async function startEngineThread(
  { onRestart, ...host }: EngineThreadOptions,
  script: URL = new URL('./worker.ts', import.meta.url),
): Promise<EngineThread> {
  const { running, ...engine } = await keepRunning(() => start(script, host), onRestart);
  return {
    ...engine,
    connect(view) {
      const { port1, port2 } = new MessageChannel();
      running().post({ do: 'connect', view }, port2);
      return port1;
    },
  };
}

interface StartedThread extends StartedEngine {
  post(message: ToEngine, port?: MessagePort): void;
}

function start(script: URL, workerData: HostOptions): StartedThread {
  const worker = new Worker(script, { workerData });
  const post = (message: ToEngine, port?: MessagePort) =>
    worker.postMessage({ ...message, port }, port ? [port] : []);
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
  const exited = new Promise<string>((resolve) => {
    let trace = '';
    worker.on('error', (error) => (trace = traceOf(error)));
    worker.on('exit', () => resolve(trace));
  });
  return { open, exited, post, close: () => post({ do: 'close' }) };
}
