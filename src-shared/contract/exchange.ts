/**
 * Import and export. An import is: the file's bytes (`upload`), what they are (`inspect`), what would become of the
 * first rows (`preview`), and the run itself with progress and cancel. An export streams the finished file.
 */
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { actionLabel } from './records.ts';
import { clientFilter, contactFilter } from './clients.ts';
import { command, id, query, stream } from './base.ts';

/** Greatest file that is taken, in bytes. */
export const IMPORT_LIMIT = 300 * 1024 * 1024;
/** Greatest slice of one `upload` call, in bytes. */
export const UPLOAD_CHUNK = 1024 * 1024;

export const IMPORT_KINDS = ['contacts', 'clients'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const FILE_FORMATS = ['csv', 'xlsx', 'vcard'] as const;

/**
 * Why a file cannot be read at all; message key `exchange.refusal.<code>`. Parameters: `limitMb`, `sizeMb`,
 * `encoding`, `row`, `looksLike` (zip, pdf, png, jpeg, gif, xls, doc, sqlite, other), `sheet`, `what`.
 */
export const FILE_REFUSALS = [
  'fileEmpty',
  'fileTooLarge',
  'fileNotText',
  'fileNotThere',
  'fileUnreadable',
  'workbookDamaged',
  'workbookProtected',
  'workbookTooLarge',
  'sheetNotThere',
  'encodingUnknown',
  'quoteNeverClosed',
  'noColumnForName',
  'noRows',
  'noCards',
  'targetTwice',
  'targetUnknown',
  'columnNotThere',
  'rowsRefused',
  'cancelled',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/**
 * What is wrong with one row or cell; message key `exchange.problems.<code>`. Of `severity` "skip" the row is not
 * taken, of "value" the row is taken without that value, of "note" everything is taken and the report says so.
 */
export const ROW_PROBLEMS = {
  nameEmpty: 'skip',
  rowHasMoreCells: 'skip',
  rowTooLong: 'skip',
  rowHasFewerCells: 'note',
  controlCharacters: 'note',
  noClientForValue: 'note',
  wrongEncoding: 'value',
  notADay: 'value',
  notAnEmail: 'value',
  notAPhone: 'note',
  notAChoice: 'value',
  tooLong: 'value',
  icoLength: 'note',
  icoCheckDigit: 'note',
  dicInvalid: 'note',
  vatIdInvalid: 'note',
  scientificNumber: 'value',
  tooManyValues: 'value',
  differs: 'note',
  ambiguousMatch: 'note',
  sameNameOtherData: 'note',
  photoNotTaken: 'note',
  cardNotEnded: 'note',
} as const satisfies Record<string, 'skip' | 'value' | 'note'>;
export type RowProblem = keyof typeof ROW_PROBLEMS;
export const ROW_PROBLEM_CODES = Object.keys(ROW_PROBLEMS) as [RowProblem, ...RowProblem[]];

const params = z.record(z.string(), z.union([z.string(), z.number()]));

export const refusal = z.object({ problem: z.enum(FILE_REFUSALS), params });
export type Refusal = z.infer<typeof refusal>;

/**
 * `row` is the line of the table as a person counts it in a spreadsheet (1 is the first line of the file), or the
 * number of the card in a file of cards.
 */
export const rowProblem = z.object({
  row: z.int(),
  /** Heading of the column, or its letter where there is no heading. */
  column: z.string().nullable(),
  value: z.string().nullable(),
  problem: z.enum(ROW_PROBLEM_CODES),
  severity: z.enum(['skip', 'value', 'note']),
  params,
});
export type RowProblemEntry = z.infer<typeof rowProblem>;

/** Uploaded through `upload`, or a file on this computer (the command line). */
export const importSource = z.union([
  z.object({ upload: id }),
  z.object({ path: z.string().min(1).max(4096) }),
]);
export type ImportSource = z.infer<typeof importSource>;

/** What the person set by hand; everything left out is recognised. */
export const readingOptions = z.object({
  as: z.enum(IMPORT_KINDS).optional(),
  encoding: z.string().max(40).optional(),
  delimiter: z.string().length(1).optional(),
  sheet: z.string().max(200).optional(),
  /** Line of the headings as seen in a spreadsheet (1 is the first); 0 says that there are none. */
  headerRow: z.int().min(0).max(1000).optional(),
  /** Country of telephone numbers written without one (ISO 3166, two letters); the device's own when left out. */
  country: z.string().length(2).optional(),
});
export type ReadingOptions = z.infer<typeof readingOptions>;

/**
 * Column → target. Columns are named by index ("0" is the first) or by their heading; `null` says that the column is
 * not taken; a column that is left out keeps the target that was recognised.
 */
export const columnMap = z.record(z.string(), z.string().nullable());
export type ColumnMap = z.infer<typeof columnMap>;

const importInput = z.object({
  source: importSource,
  options: readingOptions.default({}),
  map: columnMap.default({}),
});

/** A place where a column's values can go. Several columns may feed a target that is `many`. */
export const importTarget = z.object({
  key: z.string(),
  /** Message key of the label is `exchange.targets.<key with dots as underscores>`. */
  group: z.enum(['person', 'client', 'position']),
  many: z.boolean(),
});

export const inspectedColumn = z.object({
  index: z.int(),
  /** Empty string where there is no heading. */
  header: z.string(),
  /** Up to five first filled values, at most 80 characters each. */
  samples: z.array(z.string()),
  target: z.string().nullable(),
  /** How the target was found: by the heading, by the values, or not at all. */
  by: z.enum(['header', 'content']).nullable(),
});

export const inspection = z.object({
  format: z.enum(FILE_FORMATS),
  as: z.enum(IMPORT_KINDS),
  /** Of CSV only. */
  encoding: z.string().nullable(),
  encodings: z.array(z.string()),
  delimiter: z.string().nullable(),
  delimiters: z.array(z.string()),
  /** Of workbooks only. */
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  headerRow: z.int(),
  /** First lines of the file, as cells, so that another header row can be chosen. */
  lines: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
  columns: z.array(inspectedColumn),
  /** Estimated from the size where the file is long. */
  rows: z.int(),
  rowsEstimated: z.boolean(),
  /** Warnings of the whole file, for example a doubtful encoding. */
  problems: z.array(rowProblem),
});
export type Inspection = z.infer<typeof inspection>;

/** What becomes of one record: a new one, additions to one that is here, nothing new, or nothing for lack of data. */
export const FATES = ['created', 'filled', 'same', 'none'] as const;

const planned = z.object({
  fate: z.enum(FATES),
  /** Name of the record. */
  title: z.string(),
  /** Values as they would be stored, by field. */
  values: z.record(z.string(), z.unknown()),
});

export const plannedRow = z.object({
  row: z.int(),
  skipped: z.boolean(),
  client: planned.nullable(),
  contact: planned.nullable(),
  position: planned.nullable(),
  problems: z.array(rowProblem),
});
export type PlannedRow = z.infer<typeof plannedRow>;

const createdCounts = z.object({ clients: z.int(), contacts: z.int(), positions: z.int() });

export const importResult = z.object({
  /** Names this run in `report` and `cancel`. */
  run: id,
  /** Takes the import back through `undo.apply`; null when nothing was written. */
  action: z.string().nullable(),
  label: actionLabel.nullable(),
  dryRun: z.boolean(),
  rows: z.int(),
  created: createdCounts,
  /** Records that were here and got something new. */
  filled: z.int(),
  /** Rows that brought nothing new. */
  same: z.int(),
  /** Values that differ from those here and were left as they are. */
  differing: z.int(),
  /** Rows that were not taken. */
  skipped: z.int(),
  /** Number of lines of the report. */
  problems: z.int(),
  /** The first hundred lines of the report. */
  firstProblems: z.array(rowProblem),
  /** Present when nothing was written although it was asked: the reason. */
  refused: refusal.nullable(),
});
export type ImportResult = z.infer<typeof importResult>;

export const IMPORT_PHASES = ['reading', 'matching', 'publishing'] as const;

export const importEvent = z.discriminatedUnion('type', [
  /** At most ten a second. `total` is null while it is not known; `done` and `total` count rows. */
  z.object({
    type: z.literal('progress'),
    phase: z.enum(IMPORT_PHASES),
    done: z.int(),
    total: z.int().nullable(),
  }),
  z.object({ type: z.literal('result'), result: importResult }),
]);
export type ImportEvent = z.infer<typeof importEvent>;

export const EXPORT_FORMATS = ['csv-excel', 'csv', 'xlsx', 'vcard30', 'vcard40', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const EXPORT_KINDS = ['contacts', 'clients'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

const exportWhat = z.discriminatedUnion('what', [
  z.object({ what: z.literal('contacts'), filter: contactFilter.default({}) }),
  z.object({ what: z.literal('clients'), filter: clientFilter.default({}) }),
]);

const exportHow = z.object({
  format: z.enum(EXPORT_FORMATS),
  /** Keys of `exportPlan.columns`, in order; all of them when left out. */
  columns: z.array(z.string()).min(1).max(100).optional(),
  /** Language of headings and choice values. */
  language: z.enum(['sk', 'en']).default('sk'),
});

export const exportEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.int(), total: z.int() }),
  /** The next bytes of the file, in order, as base64: files inside a stream's events do not survive the transport. */
  z.object({ type: z.literal('chunk'), chunk: z.base64() }),
  z.object({ type: z.literal('done'), rows: z.int(), name: z.string() }),
]);
export type ExportEvent = z.infer<typeof exportEvent>;

const fileErrors = { FILE_REFUSED: { data: refusal } } as const;

export const exchange = {
  /** Appends a slice of the person's file; `offset` is where it begins, so a repeated slice does no harm. */
  upload: command()
    .errors(fileErrors)
    .input(z.object({ upload: id, name: z.string().max(255), offset: z.int().min(0), chunk: z.file() }))
    .output(z.object({ bytes: z.int() })),
  /** Forgets an uploaded file. Runs by itself after a finished import and when the engine closes. */
  discard: command()
    .input(z.object({ upload: id }))
    .output(z.object({})),
  inspect: query()
    .errors(fileErrors)
    .input(z.object({ source: importSource, options: readingOptions.default({}) }))
    .output(inspection),
  targets: query()
    .input(z.object({ as: z.enum(IMPORT_KINDS) }))
    .output(z.array(importTarget)),
  /** What would become of the first rows; nothing is written. */
  preview: query('client', 'contact', 'position')
    .errors(fileErrors)
    .input(importInput.extend({ limit: z.int().min(1).max(200).default(50) }))
    .output(z.object({ rows: z.array(plannedRow) })),
  /** Runs the import. Leaving the iterator, or `cancel`, stops it with nothing written. */
  run: stream()
    .errors(fileErrors)
    .input(
      importInput.extend({
        run: id,
        /** `refuseAll`: one row that cannot be taken, and nothing is written. */
        problems: z.enum(['skipRows', 'refuseAll']).default('skipRows'),
        dryRun: z.boolean().default(false),
      }),
    )
    .output(eventIterator(importEvent)),
  cancel: command()
    .input(z.object({ run: id }))
    .output(z.object({ cancelled: z.boolean() })),
  /** The report of a run as CSV (row, column, value, what happened), in pieces; kept until the engine closes. */
  report: stream()
    .input(z.object({ run: id, language: z.enum(['sk', 'en']).default('sk') }))
    .output(eventIterator(exportEvent)),
  /** How many rows an export would have, and the columns it offers. */
  exportPlan: query('client', 'contact', 'position')
    .input(z.object({ export: exportWhat, language: z.enum(['sk', 'en']).default('sk') }))
    .output(
      z.object({ count: z.int(), columns: z.array(z.object({ key: z.string(), header: z.string() })) }),
    ),
  /** Streams the finished file. Leaving the iterator stops it. */
  export: stream()
    .input(z.object({ export: exportWhat, how: exportHow }))
    .output(eventIterator(exportEvent)),
};
