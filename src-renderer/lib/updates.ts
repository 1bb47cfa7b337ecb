/** How far an update of the program is; undefined in a browser, and until main has answered. */
import { useEffect, useState } from 'react';
import type { UpdateState } from '#shared/desktop/updates.ts';
import { desktop } from './desktop.ts';

export function useUpdates(): UpdateState | undefined {
  const [state, setState] = useState<UpdateState>();
  useEffect(() => {
    if (!desktop) return;
    // A step that is told meanwhile is newer than the answer.
    void desktop.updates().then((now) => setState((told) => told ?? now));
    return desktop.onUpdates(setState);
  }, []);
  return state;
}
