/** The thread that prepares a restored base; it ends when it has told how that went. */
import { parentPort, workerData } from 'node:worker_threads';
import type { BackupProblem, Restored, RestorePhase } from '#shared/contract/backups.ts';
import { backupProblem } from '../data/backup/backup-refusal.ts';
import { restoreBase, type RestoreTask } from './restore-base.ts';

export type FromRestoreThread =
  | { is: 'progress'; phase: RestorePhase; part: number | null }
  | { is: 'ready'; facts: Omit<Restored, 'aside'> }
  | { is: 'refused'; problem: BackupProblem };

const PROGRESS_EVERY_MS = 100;

const port = parentPort;
if (!port) throw new Error('restore-thread.ts runs in a worker thread only');
const { stop, ...task } = workerData as RestoreTask & { stop: SharedArrayBuffer };
const tell = (message: FromRestoreThread): void => port.postMessage(message);

let told = -Infinity;
try {
  const isCancelled = (): boolean => Atomics.load(new Int32Array(stop), 0) !== 0;
  tell({ is: 'ready', facts: restoreBase(task, { progress, isCancelled }) });
} catch (error) {
  tell({ is: 'refused', problem: backupProblem(error) });
}

function progress(phase: RestorePhase, part: number | null): void {
  const now = performance.now();
  if (part !== null && now - told < PROGRESS_EVERY_MS) return;
  told = now;
  tell({ is: 'progress', phase, part });
}
