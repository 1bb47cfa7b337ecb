/** One export at a time: its progress, its end, and cancelling; it goes on when another screen is opened. */
import { create } from 'zustand';
import type { ExportKind } from '#shared/contract/exchange.ts';
import { rpc } from '#renderer/lib/client.ts';
import { noticeOutside } from '#renderer/lib/desktop.ts';
import { say } from '#renderer/lib/i18n.ts';
import { sentenceFor } from '#renderer/lib/run.ts';
import { receiveFile } from '#renderer/lib/receive-file.ts';

type ExportInput = Parameters<typeof rpc.exchange.export>[0];

export type ExportState =
  | { state: 'idle' }
  | { state: 'running'; done: number; total: number }
  | { state: 'done'; what: ExportKind; count: number; name: string; file: Blob }
  | { state: 'cancelled' }
  | { state: 'failed'; sentence: string };

export const useExport = create<{ current: ExportState }>(() => ({ current: { state: 'idle' } }));

let stop: AbortController | undefined;

export async function runExport(input: ExportInput, expected: number): Promise<void> {
  stop?.abort();
  const mine = new AbortController();
  stop = mine;
  const show = (current: ExportState) => {
    if (stop === mine) useExport.setState({ current });
  };
  show({ state: 'running', done: 0, total: expected });
  try {
    const events = await rpc.exchange.export(input, { signal: mine.signal });
    const received = await receiveFile(untilStopped(events, mine.signal), (done, total) =>
      show({ state: 'running', done, total }),
    );
    // A person with places at two clients has two rows in a table; the screen counts people.
    if (received) {
      const { name, file } = received;
      show({ state: 'done', what: input.export.what, count: expected, name, file });
      noticeOutside('exportDone', expected);
    } else
      show(
        mine.signal.aborted
          ? { state: 'cancelled' }
          : { state: 'failed', sentence: say('exchange.export.broken') },
      );
  } catch (error) {
    show(mine.signal.aborted ? { state: 'cancelled' } : { state: 'failed', sentence: sentenceFor(error) });
  }
}

export function cancelExport(): void {
  stop?.abort();
}

export function forgetExport(): void {
  if (useExport.getState().current.state !== 'running') useExport.setState({ current: { state: 'idle' } });
}

/** Leaves the iterator when stopped, so that a piece already on its way is not saved. */
async function* untilStopped<T>(events: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  for await (const event of events) {
    if (signal.aborted) return;
    yield event;
  }
}
