/** The messages of the exchange itself; each is answered by its own part. */
import type { Database } from './data/database.ts';
import type { Metrics } from './http/metrics.ts';
import type { Handlers } from './http/routes.ts';
import { SyncError } from './sync/sync-error.ts';

type SyncMessage = 'hello' | 'push' | 'pull' | 'snapshot' | 'digest' | 'buckets' | 'history';

export interface SyncPart {
  readonly handlers: Pick<Handlers, SyncMessage>;
  close(): Promise<void>;
}

export function makeSyncHandlers(_database: Database, _metrics: Metrics): SyncPart {
  const later = async (): Promise<never> => {
    throw new SyncError('unavailable');
  };
  const handlers = {
    hello: later,
    push: later,
    pull: later,
    snapshot: later,
    digest: later,
    buckets: later,
    history: later,
  };
  return { handlers, close: async () => undefined };
}
