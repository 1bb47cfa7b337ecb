/** Starts an import or export thread and waits for it; what it tells is handed on, what it refuses is thrown. */
import { Worker } from 'node:worker_threads';
import type { Refusal } from '#shared/contract/exchange.ts';
import { FileRefused } from './file-refused.ts';

/** A hard stop where a polite one is not heard: a thread inside one long statement. */
const PATIENCE_MS = 3_000;
// The engine and its threads share one process: a small young generation keeps their sum small (100,000 rows: 90 MB).
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 };

export interface ThreadHooks<Message> {
  /** Called for every message but refusals. */
  tell(message: Message): void;
  readonly signal?: AbortSignal | undefined;
}

/** How a thread says that it could not do it: a refused file, or what the machine did (a code of SQLite). */
type Ending = { is: 'refused'; refusal: Refusal } | { is: 'failed'; code: string };

/** Resolves when the thread has ended by itself. `stop` is the word that the thread looks at. */
export function runThread<Message extends { is: string }>(
  script: URL,
  task: object,
  stop: SharedArrayBuffer,
  hooks: ThreadHooks<Message>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: task, resourceLimits: LIMITS });
    let failure: unknown;
    let timer: NodeJS.Timeout | undefined;
    const askToStop = () => {
      Atomics.store(new Int32Array(stop), 0, 1);
      Atomics.notify(new Int32Array(stop), 0);
      timer ??= setTimeout(() => {
        failure ??= new FileRefused('cancelled');
        void worker.terminate();
      }, PATIENCE_MS);
    };
    if (hooks.signal?.aborted) askToStop();
    hooks.signal?.addEventListener('abort', askToStop);
    worker.on('message', (message: Message | Ending) => {
      if ('code' in message) failure = Object.assign(new Error(message.code), { code: message.code });
      else if ('refusal' in message)
        failure = new FileRefused(message.refusal.problem, message.refusal.params);
      else hooks.tell(message);
    });
    worker.on('error', (error) => {
      failure ??= error;
    });
    worker.on('exit', () => {
      clearTimeout(timer);
      hooks.signal?.removeEventListener('abort', askToStop);
      if (failure) reject(failure);
      else resolve();
    });
  });
}
