/**
 * The line to the engine, which opens itself again. Calls made while it is down wait for it; calls that were under
 * way when it fell fail with `ConnectionLost`, because only their author knows whether to repeat them.
 */
import type { ClientLink } from '@orpc/client';
import { create } from 'zustand';
import type { EngineLine, OpenLine } from './engine-line.ts';

const DELAYS = [150, 300, 600, 1200, 2500, 5000] as const;
const WAIT_FOR_LINE = 20_000;

export class ConnectionLost extends Error {
  constructor() {
    super('the line to the engine is down');
    this.name = 'ConnectionLost';
  }
}

interface Line {
  /** `starting` until the first connection; `lost` while a broken one is being mended. */
  state: 'starting' | 'open' | 'lost';
  /** Since when it is down, UTC milliseconds. */
  since: number;
  /** Grows with each connection, so that queries know to ask again. */
  generation: number;
}

export const useLine = create<Line>(() => ({ state: 'starting', since: Date.now(), generation: 0 }));

let current: EngineLine | undefined;
let waiting: { resolve: (line: EngineLine) => void; reject: (error: Error) => void }[] = [];
let attempt = 0;
/** Calls not answered yet; a stream counts only until it begins. */
const underWay = new Set<Promise<unknown>>();

export function connect(open: OpenLine): void {
  open({
    opened(line) {
      attempt = 0;
      current = line;
      useLine.setState((before) => ({
        state: 'open',
        since: Date.now(),
        generation: before.generation + 1,
      }));
      for (const { resolve } of waiting.splice(0)) resolve(line);
    },
    closed() {
      current = undefined;
      if (useLine.getState().state === 'open') useLine.setState({ state: 'lost', since: Date.now() });
      const delay = DELAYS[Math.min(attempt, DELAYS.length - 1)] ?? 5000;
      attempt += 1;
      setTimeout(() => connect(open), delay);
    },
  });
}

async function openLine(): Promise<EngineLine> {
  if (current) return current;
  return new Promise((resolve, reject) => {
    const entry = { resolve, reject };
    waiting.push(entry);
    setTimeout(() => {
      if (!waiting.includes(entry)) return;
      waiting = waiting.filter((other) => other !== entry);
      reject(new ConnectionLost());
    }, WAIT_FOR_LINE);
  });
}

/** Resolves when every call made so far has its answer, whatever it is. */
export async function callsAnswered(): Promise<void> {
  while (underWay.size > 0) await Promise.allSettled(underWay);
}

export const engineLink: ClientLink<Record<never, never>> = {
  call(path, input, options) {
    const answer = callEngine(path, input, options);
    // From this moment, not from when the line took it: who waits for all answers waits for this one too.
    underWay.add(answer);
    const forget = () => underWay.delete(answer);
    answer.then(forget, forget);
    return answer;
  },
};

const callEngine: typeof engineLink.call = async (path, input, options) => {
  const line = await openLine();
  try {
    return await line.link.call(path, input, options);
  } catch (error) {
    if (!line.isOpen() && !options.signal?.aborted) throw new ConnectionLost();
    throw error;
  }
};
