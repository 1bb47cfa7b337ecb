/** The messages of the exchange, with what an operator counts and devices are told of them. */
import type { MessageName } from '#shared/sync/messages.ts';
import type { Database } from './data/database.ts';
import type { Heads } from './heads.ts';
import type { Metrics } from './http/metrics.ts';
import type { Handlers } from './http/routes.ts';
import { makeSyncHandlers, type SyncHandlers } from './sync/handlers.ts';

export interface Exchange {
  readonly handlers: Pick<Handlers, MessageName & keyof SyncHandlers>;
  close(): Promise<void>;
}

export interface Hearers {
  readonly metrics: Metrics;
  readonly heads: Heads;
  /** Somebody's personal data is gone for good. */
  readonly onErased: () => void;
}

export function openExchange(database: Database, { metrics, heads, onErased }: Hearers): Exchange {
  const { handlers, close } = makeSyncHandlers(database);
  return {
    close,
    handlers: {
      ...handlers,
      push: async (input, caller) => {
        const answer = await handlers.push(input, caller);
        for (const { status } of answer.results) metrics.add('vizitka_changes_total', { status });
        heads.moved(caller.workspace, answer.head);
        if (input.changes.some(({ kind }) => kind === 'erase')) onErased();
        return answer;
      },
      pull: async (input, caller) => {
        const answer = await handlers.pull(input, caller);
        metrics.add('vizitka_pulls_total');
        metrics.add('vizitka_pulled_items_total', {}, answer.items.length);
        return answer;
      },
    },
  };
}
