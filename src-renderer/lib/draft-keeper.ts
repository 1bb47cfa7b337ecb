/**
 * Keeps what is being typed in the local draft table: at most 300 ms late, and at once when the form goes away.
 * A discarded draft is not written again by a save that was still waiting.
 */
export const SAVE_WITHIN = 250;

export interface DraftStore {
  save(values: Record<string, unknown>): Promise<unknown>;
  discard(): Promise<unknown>;
}

export interface DraftKeeper {
  /** Remembers the newest values; they are saved within `SAVE_WITHIN` ms of the first unsaved one. */
  keep(values: Record<string, unknown>): void;
  /** Saves at once what waits. */
  flush(): void;
  discard(): Promise<void>;
}

export function createDraftKeeper(store: DraftStore, onFailure: (error: unknown) => void): DraftKeeper {
  let waiting: Record<string, unknown> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let chain: Promise<unknown> = Promise.resolve();

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const values = waiting;
    if (!values) return;
    waiting = undefined;
    // Called now, not chained: on `pagehide` nothing asynchronous would still run.
    const saved = store.save(values).catch(onFailure);
    chain = Promise.all([chain, saved]);
  }

  return {
    keep(values) {
      waiting = values;
      timer ??= setTimeout(flush, SAVE_WITHIN);
    },
    flush,
    async discard() {
      clearTimeout(timer);
      timer = undefined;
      waiting = undefined;
      await chain;
      await store.discard().catch(onFailure);
    },
  };
}
