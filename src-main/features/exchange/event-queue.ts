/** Turns what is pushed into an async iterator; leaving the iterator aborts whoever pushes. */

export interface EventQueue<T> {
  push(event: T): void;
  /** Ends the iterator once everything is taken; with an error, the iterator throws it. */
  end(error?: unknown): void;
  /** Resolves when fewer than `most` events wait, so that a fast thread does not fill the memory. */
  room(most: number): Promise<void>;
  events(): AsyncGenerator<T, void, undefined>;
}

export function eventQueue<T>(abort: AbortController): EventQueue<T> {
  const waiting: T[] = [];
  let ended: { error?: unknown } | null = null;
  let wake: (() => void) | null = null;
  let roomy: (() => void)[] = [];
  const ring = () => {
    wake?.();
    wake = null;
  };
  return {
    push(event) {
      waiting.push(event);
      ring();
    },
    end(error) {
      ended ??= error === undefined ? {} : { error };
      ring();
    },
    async room(most) {
      while (waiting.length >= most && !abort.signal.aborted)
        await new Promise<void>((resolve) => roomy.push(resolve));
    },
    async *events() {
      try {
        while (true) {
          while (waiting.length > 0) {
            yield waiting.shift() as T;
            for (const go of roomy.splice(0)) go();
          }
          if (ended) {
            if ('error' in ended) throw ended.error;
            return;
          }
          await new Promise<void>((resolve) => {
            wake = resolve;
            if (waiting.length > 0 || ended) ring();
          });
        }
      } finally {
        abort.abort();
        for (const go of roomy.splice(0)) go();
        roomy = [];
      }
    },
  };
}
