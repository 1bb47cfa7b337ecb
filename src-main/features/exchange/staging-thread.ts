/** The thread that reads a file to import, so that the engine answers meanwhile. It writes only its staging file. */
import { parentPort, workerData } from 'node:worker_threads';
import { openReadable } from '#main/data/connection.ts';
import { openInMemory } from '#main/data/staging-connection.ts';
import type { PlannedRow } from '#shared/contract/exchange.ts';
import { type ByteSource, openFile } from './byte-source.ts';
import { FileRefused } from './file-refused.ts';
import { importRows } from './import-rows.ts';
import { inspectFile } from './inspect-file.ts';
import { problemsOf } from './report.ts';
import { type Base, makeImportTables, openStaging, stagingPath } from './staging-base.ts';
import type { FromThread, ImportTask } from './thread-messages.ts';
import { openUpload } from './uploads.ts';

const port = parentPort;
if (!port) throw new Error('staging-thread.ts runs in a worker thread only');
const tell = (message: FromThread) => port.postMessage(message);
const task = workerData as ImportTask;
const key = Buffer.from(task.key);
const stop = new Int32Array(task.stop);

let source: ByteSource | null = null;
try {
  source =
    'upload' in task.source ? openUpload(task.folder, task.source.upload, key) : openFile(task.source.path);
  if (task.task === 'inspect') tell({ is: 'inspected', inspection: await inspectFile(source, task.options) });
  else await stage(source);
} catch (error) {
  const { code } = error as { code?: unknown };
  if (error instanceof FileRefused)
    tell({ is: 'refused', refusal: { problem: error.problem, params: error.params } });
  // An error loses its code on the way between threads, and the code says that the disk is full.
  else if (typeof code === 'string' && code.startsWith('SQLITE_')) tell({ is: 'failed', code });
  else throw error;
} finally {
  source?.close();
}

async function stage(file: ByteSource): Promise<void> {
  const main = openReadable(task.base, key);
  const staging = task.run === null ? openInMemory() : openStaging(stagingPath(task.folder, task.run), key); // A preview is small and stays in memory, where no key is needed.
  const planned: Omit<PlannedRow, 'problems'>[] = [];
  try {
    makeImportTables(staging, main);
    // One moment of the base for the whole import, whatever is written meanwhile.
    main.exec('BEGIN');
    const { counts, headings } = await importRows(
      file,
      staging,
      main,
      {
        options: task.options,
        map: task.map,
        country: task.country,
        actor: task.actor,
        now: task.now,
        limit: task.limit ?? undefined,
      },
      {
        progress: (done, total) => tell({ is: 'progress', done, total }),
        isCancelled: () => Atomics.load(stop, 0) !== 0,
        planned: task.task === 'preview' ? (row) => planned.push(row) : undefined,
      },
    );
    if (task.task === 'run') tell({ is: 'staged', outcome: { counts, headings, file: file.name } });
    else tell({ is: 'previewed', rows: withProblems(planned, staging, headings) });
  } finally {
    main.close();
    staging.close();
  }
}

function withProblems(
  rows: readonly Omit<PlannedRow, 'problems'>[],
  staging: Base,
  headings: readonly string[],
): PlannedRow[] {
  const byRow = Map.groupBy(problemsOf(staging, headings), (problem) => problem.row);
  return rows.map((row) => ({ ...row, problems: byRow.get(row.row) ?? [] }));
}
