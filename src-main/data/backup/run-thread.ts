/** Runs a thread of backups to its end: progress is handed on, a refusal is thrown. */
import { Worker } from 'node:worker_threads';
import type { BackupProblem } from '#shared/contract/backups.ts';
import { BackupRefusal } from './backup-refusal.ts';

// The engine and its threads share one process: without a limit each takes a young generation of its own.
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 8 };

type Ending = { is: 'refused'; problem: BackupProblem };

/**
 * Resolves when the thread has ended by itself, rejects with `BackupRefusal` or with the bug that ended it. An abort
 * asks it to stop; it answers between two pieces of its work.
 */
export function runBackupThread<Message extends { is: string }>(
  script: URL,
  task: object,
  tell: (message: Exclude<Message, Ending>) => void,
  signal?: AbortSignal,
): Promise<void> {
  const stop = new SharedArrayBuffer(4);
  const ask = (): void => void Atomics.store(new Int32Array(stop), 0, 1);
  if (signal?.aborted) ask();
  signal?.addEventListener('abort', ask);
  return new Promise<void>((resolve, reject) => {
    const worker = new Worker(script, { workerData: { ...task, stop }, resourceLimits: LIMITS });
    let failure: unknown;
    worker.on('message', (message: Message | Ending) => {
      if (message.is === 'refused' && 'problem' in message)
        failure = new BackupRefusal((message as Ending).problem);
      else tell(message as Exclude<Message, Ending>);
    });
    worker.on('error', (error) => (failure ??= error));
    worker.on('exit', () => (failure ? reject(failure as Error) : resolve()));
  }).finally(() => signal?.removeEventListener('abort', ask));
}
