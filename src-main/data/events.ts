/** One event after each commit, for local and remote writes alike; live queries refetch by its topics. */
import type { DataChanged } from '#shared/contract/records.ts';

export type Listener = (event: DataChanged) => void;

export interface DataEvents {
  emit(event: DataChanged): void;
  /** Returns the way to stop listening. */
  listen(listener: Listener): () => void;
  /** Events as they come from this call on, until `signal` aborts or the base closes. */
  stream(signal: AbortSignal | undefined): AsyncGenerator<DataChanged, void, undefined>;
  /** Aborts when the base closes. */
  readonly closing: AbortSignal;
  /** Ends all streams. */
  close(): void;
}

/** Above this many ids an event names topics only. */
export const IDS_IN_EVENT = 500;

export function openEvents(): DataEvents {
  const listeners = new Set<Listener>();
  const closing = new AbortController();
  const listen = (listener: Listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    listen,
    stream(signal) {
      const waiting: DataChanged[] = [];
      let wake = () => {};
      const stop = listen((event) => {
        waiting.push(event);
        wake();
      });
      const ends = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      const ended = () => {
        stop();
        wake();
      };
      ends.addEventListener('abort', ended);
      return (async function* () {
        try {
          while (!ends.aborted) {
            const event = waiting.shift();
            if (event) yield event;
            else await new Promise<void>((resolve) => (wake = resolve));
          }
        } finally {
          stop();
          ends.removeEventListener('abort', ended);
        }
      })();
    },
    closing: closing.signal,
    close: () => closing.abort(),
  };
}
