/**
 * The line to the engine: a socket that opens itself again. Calls made while it is down wait for it; calls that
 * were under way when it fell fail with `ConnectionLost`, because only their author knows whether to repeat them.
 */
import type { ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { create } from 'zustand';

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

type Link = RPCLink<Record<never, never>>;
let current: { link: Link; socket: WebSocket } | undefined;
let waiting: {
  resolve: (line: { link: Link; socket: WebSocket }) => void;
  reject: (error: Error) => void;
}[] = [];
let attempt = 0;

export function connect(address: string): void {
  const socket = new WebSocket(address);
  socket.addEventListener('open', () => {
    attempt = 0;
    const line = { link: new RPCLink({ websocket: socket }), socket };
    current = line;
    useLine.setState((before) => ({ state: 'open', since: Date.now(), generation: before.generation + 1 }));
    for (const { resolve } of waiting.splice(0)) resolve(line);
  });
  socket.addEventListener('close', () => {
    current = undefined;
    if (useLine.getState().state === 'open') useLine.setState({ state: 'lost', since: Date.now() });
    const delay = DELAYS[Math.min(attempt, DELAYS.length - 1)] ?? 5000;
    attempt += 1;
    setTimeout(() => connect(address), delay);
  });
}

async function openLine(): Promise<{ link: Link; socket: WebSocket }> {
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

export const engineLink: ClientLink<Record<never, never>> = {
  async call(path, input, options) {
    const line = await openLine();
    try {
      return await line.link.call(path, input, options);
    } catch (error) {
      if (line.socket.readyState !== WebSocket.OPEN && !options.signal?.aborted) throw new ConnectionLost();
      throw error;
    }
  },
};
