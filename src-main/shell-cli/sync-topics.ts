/** The state of the exchange, now and after every event that touches it; ends when the caller leaves the loop. */
import type { SyncState } from '#shared/contract/sync.ts';
import type { EngineClient } from '../engine/reach.ts';

export async function* syncTopics(client: EngineClient): AsyncGenerator<SyncState, void, undefined> {
  const stop = new AbortController();
  const events = await client.live.changes({}, { signal: stop.signal });
  try {
    yield await client.sync.state({});
    for await (const { topics } of events) if (topics.includes('sync')) yield await client.sync.state({});
  } finally {
    stop.abort();
  }
}
