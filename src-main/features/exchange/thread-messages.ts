/** What the engine and its import and export threads tell each other. */
import type {
  ColumnMap,
  ExportFormat,
  ExportKind,
  ImportSource,
  Inspection,
  PlannedRow,
  ReadingOptions,
  Refusal,
} from '#shared/contract/exchange.ts';
import type { StagedCounts } from './stage-rows.ts';

export interface ImportTask {
  readonly task: 'inspect' | 'preview' | 'run';
  readonly folder: string;
  /** File of the base, which the thread only reads. */
  readonly base: string;
  readonly key: Uint8Array;
  readonly source: ImportSource;
  readonly options: ReadingOptions;
  readonly map: ColumnMap;
  readonly country: string;
  readonly actor: string | null;
  readonly now: number;
  /** Staging file of a run; a preview stages in memory. */
  readonly run: string | null;
  readonly limit: number | null;
  /** One 32-bit word; not 0 says stop. */
  readonly stop: SharedArrayBuffer;
}

export interface RunOutcome {
  readonly counts: StagedCounts;
  readonly headings: readonly string[];
  readonly file: string;
}

export type FromThread =
  | { readonly is: 'progress'; readonly done: number; readonly total: number | null }
  | { readonly is: 'inspected'; readonly inspection: Inspection }
  | { readonly is: 'previewed'; readonly rows: PlannedRow[] }
  | { readonly is: 'staged'; readonly outcome: RunOutcome }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'failed'; readonly code: string };

export interface ExportTask {
  readonly base: string;
  readonly key: Uint8Array;
  readonly what: ExportKind;
  readonly format: ExportFormat;
  readonly columns: readonly string[] | null;
  readonly language: 'sk' | 'en';
  /** Records that the filter chose; null is all. */
  readonly ids: readonly string[] | null;
  /** Two 32-bit words: stop, pieces waiting. */
  readonly stop: SharedArrayBuffer;
}

export type FromExport =
  | { readonly is: 'progress'; readonly done: number; readonly total: number }
  | { readonly is: 'piece'; readonly bytes: Uint8Array }
  | { readonly is: 'finished'; readonly rows: number };
