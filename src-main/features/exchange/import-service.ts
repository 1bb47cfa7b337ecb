/**
 * The imports of one open base: uploads, the threads that read files, publishing, reports. One import runs at a time;
 * it is published in one transaction of the writer, or not at all.
 */
import { environmentError } from '#main/data/app-error.ts';
import type { ActionLabel } from '#shared/contract/records.ts';
import type {
  ColumnMap,
  ImportEvent,
  ImportResult,
  ImportSource,
  Inspection,
  PlannedRow,
  ReadingOptions,
  RowProblemEntry,
} from '#shared/contract/exchange.ts';
import { eventQueue } from './event-queue.ts';
import { FileRefused } from './file-refused.ts';
import { problemsOf, reportCsv } from './report.ts';
import { openStaging, removeStaging, stagingPath } from './staging-base.ts';
import type { FromThread, ImportTask, RunOutcome } from './thread-messages.ts';
import { runThread } from './thread-run.ts';
import { Uploads } from './uploads.ts';

/** What imports and exports need of an open base. */
export interface ExchangeHost {
  /** The open base, by identity. */
  readonly base: object;
  readonly folder: string;
  /** File of the base. */
  readonly file: string;
  readonly key: Buffer;
  actor(): string | null;
  country(): string;
  newId(): string;
  now(): number;
  /** Day of this device, YYYY-MM-DD, for names of files. */
  today(): string;
  /** Changes with every write to the base. */
  version(): number;
  /** Publishes a staging file in one transaction; `version` is that of the base when the file began to be read. */
  publish(staged: { file: string; action: string; label: ActionLabel; version: number }): void;
}

export interface RunInput {
  readonly run: string;
  readonly source: ImportSource;
  readonly options: ReadingOptions;
  readonly map: ColumnMap;
  readonly problems: 'skipRows' | 'refuseAll';
  readonly dryRun: boolean;
}

interface FinishedRun {
  readonly headings: readonly string[];
  readonly problems: number;
}

const THREAD = new URL('./staging-thread.ts', import.meta.url);
const FIRST_PROBLEMS = 100;
const REPORTS_KEPT = 5;
const NOTHING: Omit<ImportResult, 'run' | 'dryRun' | 'refused'> = {
  action: null,
  label: null,
  rows: 0,
  created: { clients: 0, contacts: 0, positions: 0 },
  filled: 0,
  same: 0,
  differing: 0,
  skipped: 0,
  problems: 0,
  firstProblems: [],
};

/** One service for each open base; it goes when its base does. */
const SERVICES = new WeakMap<object, ImportService>();

export function serviceOf(host: ExchangeHost): ImportService {
  const known = SERVICES.get(host.base);
  if (known) return known;
  const service = new ImportService(host);
  SERVICES.set(host.base, service);
  return service;
}

export class ImportService {
  readonly #host: ExchangeHost;
  readonly #uploads: Uploads;
  readonly #running = new Map<string, AbortController>();
  readonly #finished = new Map<string, FinishedRun>();

  constructor(host: ExchangeHost) {
    this.#host = host;
    this.#uploads = new Uploads(host.folder, host.key);
  }

  upload(id: string, name: string, offset: number, bytes: Buffer): number {
    return this.#uploads.append(id, name, offset, bytes);
  }

  discard(id: string): void {
    this.#uploads.discard(id);
  }

  async inspect(source: ImportSource, options: ReadingOptions): Promise<Inspection> {
    let inspection: Inspection | undefined;
    await this.#inThread({ task: 'inspect', source, options }, (message) => {
      if (message.is === 'inspected') inspection = message.inspection;
    });
    if (!inspection) throw new Error('the import thread ended without an answer');
    return inspection;
  }

  async preview(
    source: ImportSource,
    options: ReadingOptions,
    map: ColumnMap,
    limit: number,
  ): Promise<PlannedRow[]> {
    let rows: PlannedRow[] | undefined;
    await this.#inThread({ task: 'preview', source, options, map, limit }, (message) => {
      if (message.is === 'previewed') rows = message.rows;
    });
    if (!rows) throw new Error('the import thread ended without an answer');
    return rows;
  }

  /** Whether an import is under way; a second one at the same time would not see what the first one adds. */
  get isBusy(): boolean {
    return this.#running.size > 0;
  }

  run(input: RunInput): AsyncGenerator<ImportEvent, void, undefined> {
    const abort = new AbortController();
    const queue = eventQueue<ImportEvent>(abort);
    this.#running.set(input.run, abort);
    void this.#stageAndPublish(input, abort, (event) => queue.push(event))
      .then((result) => {
        queue.push({ type: 'result', result });
        queue.end();
      })
      .catch((error: unknown) => queue.end(error))
      .finally(() => this.#running.delete(input.run));
    return queue.events();
  }

  cancel(run: string): boolean {
    const abort = this.#running.get(run);
    abort?.abort();
    return abort !== undefined;
  }

  /** The report of a finished run as CSV, in pieces; null where it is no longer kept. */
  *report(run: string, language: 'sk' | 'en'): Generator<string, void, undefined> {
    const finished = this.#finished.get(run);
    if (!finished) return;
    const staging = openStaging(stagingPath(this.#host.folder, run), this.#host.key);
    try {
      yield* reportCsv(problemsOf(staging, finished.headings), language);
    } finally {
      staging.close();
    }
  }

  problemCount(run: string): number {
    return this.#finished.get(run)?.problems ?? 0;
  }

  hasReport(run: string): boolean {
    return this.#finished.has(run);
  }

  close(): void {
    for (const abort of this.#running.values()) abort.abort();
    for (const run of this.#finished.keys()) this.#forget(run);
    this.#uploads.discardAll();
  }

  async #stageAndPublish(
    input: RunInput,
    abort: AbortController,
    tell: (event: ImportEvent) => void,
  ): Promise<ImportResult> {
    const version = this.#host.version();
    tell({ type: 'progress', phase: 'reading', done: 0, total: null });
    let outcome: RunOutcome | undefined;
    try {
      await this.#inThread(
        { task: 'run', source: input.source, options: input.options, map: input.map, run: input.run },
        (message) => {
          if (message.is === 'progress')
            tell({ type: 'progress', phase: 'reading', done: message.done, total: message.total });
          if (message.is === 'staged') outcome = message.outcome;
        },
        abort.signal,
      );
      if (!outcome) throw new Error('the import thread ended without an answer');
      if (abort.signal.aborted) throw new FileRefused('cancelled');
      return await this.#finish(input, outcome, version, abort.signal, tell);
    } catch (error) {
      this.#forget(input.run);
      if (!(error instanceof FileRefused)) throw environmentError(error);
      return {
        ...NOTHING,
        run: input.run,
        dryRun: input.dryRun,
        refused: { problem: error.problem, params: error.params },
      };
    }
  }

  async #finish(
    input: RunInput,
    { counts, headings, file }: RunOutcome,
    version: number,
    signal: AbortSignal,
    tell: (event: ImportEvent) => void,
  ): Promise<ImportResult> {
    this.#keep(input.run, { headings, problems: counts.problems });
    const refuses = input.problems === 'refuseAll' && counts.skipped > 0;
    const created = counts.created.client + counts.created.contact + counts.created.position;
    const writes = !refuses && !input.dryRun && created + counts.filled > 0;
    const label: ActionLabel = { key: 'imported', params: { file, rows: counts.rows } };
    const action = writes ? this.#host.newId() : null;
    if (action) {
      tell({ type: 'progress', phase: 'publishing', done: 0, total: created + counts.filled });
      // Publishing holds the engine; what is told must leave before it begins, and a late cancel must still be heard.
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) throw new FileRefused('cancelled');
      this.#host.publish({ file: stagingPath(this.#host.folder, input.run), action, label, version });
    }
    if ('upload' in input.source && !input.dryRun && !refuses) this.#uploads.discard(input.source.upload);
    return {
      run: input.run,
      action,
      label: action ? label : null,
      dryRun: input.dryRun,
      rows: counts.rows,
      created: {
        clients: counts.created.client,
        contacts: counts.created.contact,
        positions: counts.created.position,
      },
      filled: counts.filled,
      same: counts.same,
      differing: counts.differing,
      skipped: counts.skipped,
      problems: counts.problems,
      firstProblems: this.#firstProblems(input.run, headings),
      refused: refuses ? { problem: 'rowsRefused', params: { rows: counts.skipped } } : null,
    };
  }

  #firstProblems(run: string, headings: readonly string[]): RowProblemEntry[] {
    const staging = openStaging(stagingPath(this.#host.folder, run), this.#host.key);
    try {
      return [...problemsOf(staging, headings, FIRST_PROBLEMS)];
    } finally {
      staging.close();
    }
  }

  #keep(run: string, finished: FinishedRun): void {
    this.#finished.set(run, finished);
    const [oldest] = this.#finished.keys();
    if (this.#finished.size > REPORTS_KEPT && oldest !== undefined) this.#forget(oldest);
  }

  #forget(run: string): void {
    this.#finished.delete(run);
    removeStaging(this.#host.folder, run);
  }

  #inThread(
    task: Pick<ImportTask, 'task' | 'source' | 'options'> & Partial<ImportTask>,
    tell: (message: FromThread) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    const { folder, file, key } = this.#host;
    const stop = new SharedArrayBuffer(4);
    const whole: ImportTask = {
      map: {},
      run: null,
      limit: null,
      ...task,
      folder,
      base: file,
      key,
      country: this.#host.country(),
      actor: this.#host.actor(),
      now: this.#host.now(),
      stop,
    };
    return runThread<FromThread>(THREAD, whole, stop, { tell, signal });
  }
}
