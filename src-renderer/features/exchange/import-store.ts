/**
 * What the import wizard knows while it is open: the chosen file, what was set by hand, and how far it got. The file
 * itself lies with the engine; a reload of the window forgets the wizard, and the next visit says so.
 */
import { create } from 'zustand';
import type {
  ColumnMap,
  ImportResult,
  ImportSource,
  IMPORT_PHASES,
  ReadingOptions,
} from '#shared/contract/exchange.ts';

export const STEPS = ['file', 'columns', 'plan', 'run', 'result'] as const;
export type Step = (typeof STEPS)[number];

export interface RunProgress {
  phase: (typeof IMPORT_PHASES)[number];
  done: number;
  total: number | null;
  /** When the phase began, UTC milliseconds. */
  since: number;
}

export interface ImportState {
  step: Step;
  file: { name: string; size: number } | null;
  /** Bytes already with the engine; null when nothing is on its way. */
  sent: number | null;
  source: ImportSource | null;
  /** The file holds cards, which are counted as such. */
  isCards: boolean;
  options: ReadingOptions;
  /** Only the columns that were set by hand. */
  map: ColumnMap;
  problems: 'skipRows' | 'refuseAll';
  /** A sentence about the file or the run. */
  trouble: string | null;
  run: string | null;
  progress: RunProgress | null;
  result: ImportResult | null;
  /** A reload of the window ended the previous wizard in this state. */
  interrupted: 'open' | 'running' | null;
}

const MARK = 'vizitka.import';

const empty: ImportState = {
  step: 'file',
  file: null,
  sent: null,
  source: null,
  isCards: false,
  options: {},
  map: {},
  problems: 'skipRows',
  trouble: null,
  run: null,
  progress: null,
  result: null,
  interrupted: null,
};

function readMark(): ImportState['interrupted'] {
  const mark = sessionStorage.getItem(MARK);
  sessionStorage.removeItem(MARK);
  return mark === 'open' || mark === 'running' ? mark : null;
}

export const useImport = create<ImportState>(() => ({ ...empty, interrupted: readMark() }));

/** Remembers across a reload that a wizard was open; nothing of the file is kept. */
export function markOpen(state: 'open' | 'running' | null): void {
  if (state) sessionStorage.setItem(MARK, state);
  else sessionStorage.removeItem(MARK);
}

export function emptyImport(): void {
  markOpen(null);
  useImport.setState(empty);
}

/** Changes that make other columns out of the file forget what was set for the old ones. */
export function setOptions(patch: ReadingOptions): void {
  useImport.setState((before) => {
    const otherColumns = 'as' in patch || 'delimiter' in patch || 'sheet' in patch || 'headerRow' in patch;
    const options = { ...before.options, ...patch };
    if ('sheet' in patch) delete options.headerRow;
    return { options, map: otherColumns ? {} : before.map, trouble: null };
  });
}

export function setTarget(column: number, target: string | null): void {
  useImport.setState((before) => ({ map: { ...before.map, [String(column)]: target }, trouble: null }));
}

export function goTo(step: Step): void {
  useImport.setState({ step, trouble: null });
}
