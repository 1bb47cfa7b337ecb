/** Runs the import that the wizard prepared, or only counts what it would do. */
import { create } from 'zustand';
import type { ImportEvent, ImportResult } from '#shared/contract/exchange.ts';
import { newId, rpc } from '#renderer/lib/client.ts';
import { ConnectionLost } from '#renderer/lib/connection.ts';
import { noticeOutside } from '#renderer/lib/desktop.ts';
import { say } from '#renderer/lib/i18n.ts';
import { showNote } from '#renderer/lib/notes.tsx';
import { markOpen, type RunProgress, useImport } from './import-store.ts';
import { refusalSentence, troubleSentence } from './sentences.ts';

/** Where the wizard is. */
export const WIZARD = '/exchange/import';

type ProgressEvent = Extract<ImportEvent, { type: 'progress' }>;

function advance(before: RunProgress | null, event: ProgressEvent): RunProgress {
  const since = before?.phase === event.phase ? before.since : Date.now();
  return { phase: event.phase, done: event.done, total: event.total, since };
}

function prepared() {
  const { source, options, map } = useImport.getState();
  if (!source) throw new Error('no file was taken');
  return { source, options, map };
}

export async function runImport(): Promise<void> {
  const run = newId();
  const { problems } = useImport.getState();
  useImport.setState({ step: 'run', run, progress: null, result: null, trouble: null });
  markOpen('running');
  try {
    await stopCounting();
    for await (const event of await rpc.exchange.run({ ...prepared(), run, problems, dryRun: false })) {
      if (event.type === 'progress') {
        useImport.setState((before) => ({ progress: advance(before.progress, event) }));
      } else {
        finish(event.result);
      }
    }
  } catch (error) {
    const lost = error instanceof ConnectionLost;
    markOpen('open');
    useImport.setState({
      step: 'plan',
      run: null,
      progress: null,
      trouble: lost ? say('exchange.run.lost') : troubleSentence(error),
    });
  }
}

/** A refused run wrote nothing: the wizard returns to the preview with the reason. */
function finish(result: ImportResult): void {
  if (!result.refused) {
    markOpen(null);
    useImport.setState({ step: 'result', result, progress: null });
    sayFinished();
    noticeOutside('importDone', result.rows);
    return;
  }
  markOpen('open');
  useImport.setState({ step: 'plan', run: null, progress: null, trouble: refusalSentence(result.refused) });
}

/** Whoever is elsewhere is told; the result waits in the wizard. */
function sayFinished(): void {
  const { file } = useImport.getState();
  if (location.pathname !== WIZARD) showNote(say('exchange.run.finished', { name: file?.name ?? '' }));
}

export async function cancelImport(): Promise<void> {
  const { run } = useImport.getState();
  if (run) await rpc.exchange.cancel({ run });
}

export interface Count {
  /** What was counted, so that an old count is not shown for a new mapping. */
  of: string;
  progress: RunProgress | null;
  result: ImportResult | null;
  trouble: string | null;
}

export const useCount = create<{ count: Count | null }>(() => ({ count: null }));

let counting: { run: string; stop: AbortController; ended: Promise<void> } | undefined;

/** Goes through the whole file without writing; what was counted for another mapping is forgotten. */
export async function countImport(of: string): Promise<void> {
  const known = useCount.getState().count;
  if (known?.of === of && (known.result || counting)) return;
  useCount.setState({ count: { of, progress: null, result: null, trouble: null } });
  await stopCounting();
  if (useCount.getState().count?.of !== of || counting) return;
  const run = newId();
  const stop = new AbortController();
  const mine = { run, stop, ended: follow(of, run, stop.signal) };
  counting = mine;
  await mine.ended;
  if (counting === mine) counting = undefined;
}

let ending = Promise.resolve();

/** Resolves when the engine has really left the file: it takes one import at a time. */
export function stopCounting(): Promise<void> {
  const stopped = counting;
  counting = undefined;
  if (stopped) ending = leave(stopped);
  return ending;
}

async function leave({ run, stop, ended }: NonNullable<typeof counting>): Promise<void> {
  try {
    const { cancelled } = await rpc.exchange.cancel({ run });
    if (!cancelled) stop.abort();
  } catch {
    // Without the line there is nothing left to stop.
    stop.abort();
  }
  await ended;
}

async function follow(of: string, run: string, signal: AbortSignal): Promise<void> {
  const change = (patch: (before: Count) => Partial<Count>) => {
    useCount.setState(({ count }) =>
      count?.of === of ? { count: { ...count, ...patch(count) } } : { count },
    );
  };
  try {
    const input = { ...prepared(), run, problems: 'skipRows', dryRun: true } as const;
    for await (const event of await rpc.exchange.run(input, { signal })) {
      if (event.type === 'progress') change(({ progress }) => ({ progress: advance(progress, event) }));
      else change(() => countedAs(event.result));
    }
  } catch (error) {
    if (!signal.aborted) change(() => ({ progress: null, trouble: troubleSentence(error) }));
  }
}

function countedAs(result: ImportResult): Partial<Count> {
  if (!result.refused) return { progress: null, result };
  if (result.refused.problem === 'cancelled') return { progress: null };
  return { progress: null, trouble: refusalSentence(result.refused) };
}
