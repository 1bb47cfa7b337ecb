/**
 * Keeps what is being typed in the local draft table: at most 300 ms late, and at once when the form goes away.
 * A discarded draft is not written again by a save that was still waiting.
 */
export const SAVE_WITHIN = 250;

export interface DraftStore<P> {
  save(draft: P): Promise<unknown>;
  discard(): Promise<unknown>;
}

export interface DraftKeeper<P> {
  /** Remembers the newest draft; it is saved within `SAVE_WITHIN` ms of the first unsaved one. */
  keep(draft: P): void;
  /** Saves at once what waits. */
  flush(): void;
  discard(): Promise<void>;
}

export function createDraftKeeper<P>(
  store: DraftStore<P>,
  onFailure: (error: unknown) => void,
): DraftKeeper<P> {
  let waiting: { draft: P } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let chain: Promise<unknown> = Promise.resolve();

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const late = waiting;
    if (!late) return;
    waiting = undefined;
    // Called now, not chained: on `pagehide` nothing asynchronous would still run.
    const saved = store.save(late.draft).catch(onFailure);
    chain = Promise.all([chain, saved]);
  }

  return {
    keep(draft) {
      waiting = { draft };
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
