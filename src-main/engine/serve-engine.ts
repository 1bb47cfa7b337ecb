/**
 * The engine at work, in whatever process or thread it was put: opens the profile, serves clients on their
 * ports, and closes. What carries its words is the caller's affair (`worker.ts`, `utility.ts`).
 */
import { ProfileRefusal } from '../security/refusal.ts';
import { type EngineHost, type HostOptions, openHost, type View } from './host.ts';
import { servePort } from './serve-port.ts';
import type { ClientPort, FromEngine } from './shell-messages.ts';

export interface ServedEngine {
  readonly host: EngineHost;
  connect(port: ClientPort, view: View): void;
  /** Closes every client's port, makes a last backup where that is quick, and gives the profile back. */
  close(): Promise<void>;
}

/** Null when the profile was refused, which has been told then. A bug is thrown. */
export function serveEngine(options: HostOptions, tell: (message: FromEngine) => void): ServedEngine | null {
  const host = openOrRefuse(options, tell);
  if (!host) return null;
  const ports = new Map<ClientPort, View>();
  // A window that reconnects asks everything anew, of the base that is shown now.
  host.onSwitch(() => {
    for (const [port, view] of ports) if (view === 'window') port.close();
  });
  host.onRemind((notices) => tell({ is: 'remind', notices }));
  return {
    host,
    connect(port, view) {
      ports.set(port, view);
      port.onClose(() => ports.delete(port));
      servePort(port, host.context(view));
    },
    async close() {
      for (const port of ports.keys()) port.close();
      try {
        await host.backUpBeforeClosing();
      } finally {
        host.close();
      }
    },
  };
}

function openOrRefuse(options: HostOptions, tell: (message: FromEngine) => void): EngineHost | null {
  try {
    return openHost(options);
  } catch (error) {
    if (!(error instanceof ProfileRefusal)) throw error;
    tell({ is: 'refused', reason: error.reason, details: error.details });
    return null;
  }
}
