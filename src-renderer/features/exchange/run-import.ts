/** Runs the import that the wizard prepared, or only counts what it would do. */
import { create } from 'zustand';
import type { ImportEvent, ImportResult } from '#shared/contract/exchange.ts';
import { newId, rpc } from '#renderer/lib/client.ts';
import { ConnectionLost } from '#renderer/lib/connection.ts';
import { say } from '#renderer/lib/i18n.ts';
import { markOpen, type RunProgress, useImport } from './import-store.ts';
import { refusalOf, refusalSentence, troubleSentence } from './sentences.ts';

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
    return;
  }
  markOpen('open');
  useImport.setState({ step: 'plan', run: null, progress: null, trouble: refusalSentence(result.refused) });
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

/** Goes through the whole file without writing; answers with the way to stop it. */
export function countImport(of: string): () => void {
  const known = useCount.getState().count;
  if (known?.of === of && known.result) return () => {};
  const stop = new AbortController();
  useCount.setState({ count: { of, progress: null, result: null, trouble: null } });
  void follow(of, stop.signal);
  return () => stop.abort();
}

async function follow(of: string, signal: AbortSignal): Promise<void> {
  const change = (patch: (before: Count) => Partial<Count>) => {
    if (signal.aborted) return;
    useCount.setState(({ count }) =>
      count?.of === of ? { count: { ...count, ...patch(count) } } : { count },
    );
  };
  try {
    const input = { ...prepared(), run: newId(), problems: 'skipRows', dryRun: true } as const;
    for await (const event of await rpc.exchange.run(input, { signal })) {
      if (event.type === 'progress') change(({ progress }) => ({ progress: advance(progress, event) }));
      else change(() => ({ progress: null, result: event.result }));
    }
  } catch (error) {
    if (refusalOf(error)?.problem === 'cancelled') return;
    change(() => ({ progress: null, trouble: troubleSentence(error) }));
  }
}
