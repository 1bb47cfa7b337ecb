/**
 * The stream of `live.changes`: after each commit the queries that read what changed ask again. Events that come
 * together are answered once. When the line was down, everything in sight is asked again.
 */
import { useEffect } from 'react';
import { rpc } from './client.ts';
import { useLine } from './connection.ts';
import { isFollowed, isStale, queryClient } from './live.ts';

const GATHER = 25;

/** Collects topics for `GATHER` milliseconds and then tells them once. */
export function gatherTopics(tell: (topics: ReadonlySet<string>) => void) {
  let gathered = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (topics: readonly string[]) => {
    for (const topic of topics) gathered.add(topic);
    timer ??= setTimeout(() => {
      timer = undefined;
      const told = gathered;
      gathered = new Set();
      tell(told);
    }, GATHER);
  };
}

async function follow(signal: AbortSignal): Promise<void> {
  const gather = gatherTopics((topics) => {
    void queryClient.invalidateQueries({ predicate: (query) => isStale(query.queryKey, topics) });
  });
  const changes = await rpc.live.changes({}, { signal });
  // Of what changed between an answer and the beginning of the stream nobody has heard.
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => isFollowed(queryKey) });
  for await (const event of changes) gather(event.topics);
}

/** Follows the engine as long as the line holds; a new line starts a new stream. */
export function useLiveEvents(): void {
  const generation = useLine((line) => line.generation);
  useEffect(() => {
    if (generation === 0) return;
    const stop = new AbortController();
    // The stream ends by throwing when its line dies; the next generation starts another.
    follow(stop.signal).catch(() => undefined);
    if (generation > 1) void queryClient.invalidateQueries();
    return () => stop.abort();
  }, [generation]);
}
