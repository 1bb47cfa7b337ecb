/** The thread that writes a backup, or copies one to the second place; it ends when it has told how that went. */
import { parentPort, workerData } from 'node:worker_threads';
import type { BackupProblem, MakePhase } from '#shared/contract/backups.ts';
import { backupProblem } from './backup-refusal.ts';
import { type BackupTask, copyBackup, makeBackup } from './make-backup.ts';

export type BackupThreadTask = { stop: SharedArrayBuffer } & (
  | { do: 'make'; task: BackupTask }
  | { do: 'copy'; from: string; to: string }
);

export type FromBackupThread =
  | { is: 'progress'; phase: MakePhase; part: number | null }
  | { is: 'done' }
  | { is: 'refused'; problem: BackupProblem };

const PROGRESS_EVERY_MS = 100;

const port = parentPort;
if (!port) throw new Error('backup-thread.ts runs in a worker thread only');
const task = workerData as BackupThreadTask;
const stop = new Int32Array(task.stop);
const isCancelled = (): boolean => Atomics.load(stop, 0) !== 0;
const tell = (message: FromBackupThread): void => port.postMessage(message);

let told = -Infinity;
try {
  if (task.do === 'copy') copyBackup(task.from, task.to, isCancelled);
  else makeBackup(task.task, { progress, isCancelled });
  tell({ is: 'done' });
} catch (error) {
  tell({ is: 'refused', problem: backupProblem(error) });
}

function progress(phase: MakePhase, part: number | null): void {
  const now = performance.now();
  if (part !== null && now - told < PROGRESS_EVERY_MS) return;
  told = now;
  tell({ is: 'progress', phase, part });
}
