/**
 * The thread that writes an export, with a read-only handle of its own, so that the engine never waits for it. It
 * stops and waits where the pieces it has made are not fetched.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { openReadable } from '#main/data/connection.ts';
import { columnsFor } from './export-columns.ts';
import { writeExport } from './export-formats.ts';
import { countRows } from './export-rows.ts';
import type { ExportTask, FromExport } from './thread-messages.ts';

const MOST_WAITING = 8;
const PROGRESS_EVERY_MS = 100;

const port = parentPort;
if (!port) throw new Error('export-thread.ts runs in a worker thread only');
const task = workerData as ExportTask;
// Word 0 says stop, word 1 counts the pieces that were made and not yet fetched.
const words = new Int32Array(task.stop);
const base = openReadable(task.base, Buffer.from(task.key));
try {
  base.exec('BEGIN');
  const chosen = task.ids === null ? null : JSON.stringify(task.ids);
  const total = countRows(base, task.what, chosen);
  const columns = columnsFor(task.what, task.columns ?? undefined);
  let rows = 0;
  let told = 0;
  tell({ is: 'progress', done: 0, total });
  const count = () => {
    rows += 1;
    if (rows % 200 !== 0) return;
    const now = performance.now();
    if (now - told < PROGRESS_EVERY_MS) return;
    told = now;
    tell({ is: 'progress', done: Math.min(rows, total), total });
  };
  let isStopped = false;
  for await (const piece of writeExport(
    base,
    { what: task.what, format: task.format, columns, language: task.language, chosen },
    count,
  )) {
    if (!hand(piece)) {
      isStopped = true;
      break;
    }
  }
  if (!isStopped) tell({ is: 'finished', rows });
} finally {
  base.close();
}

function tell(message: FromExport): void {
  port?.postMessage(message);
}

/** False when nobody wants the rest. */
function hand(piece: Uint8Array): boolean {
  for (let waiting = Atomics.load(words, 1); waiting >= MOST_WAITING; waiting = Atomics.load(words, 1)) {
    if (Atomics.load(words, 0) !== 0) return false;
    Atomics.wait(words, 1, waiting, 1_000);
  }
  if (Atomics.load(words, 0) !== 0) return false;
  Atomics.add(words, 1, 1);
  tell({ is: 'piece', bytes: piece });
  return true;
}
