/**
 * The engine in a thread of its own, so that a long export or import never holds up a window. A refusal is
 * told and ends the thread; a bug ends it too, and `thread.ts` starts it again.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { ProfileRefusal } from '../security/refusal.ts';
import { type EngineHost, type HostOptions, openHost, type View } from './host.ts';
import { servePort } from './serve-port.ts';
import type { FromEngine, ToEngine } from './thread-messages.ts';

const parent = parentPort;
if (!parent) throw new Error('worker.ts runs in a worker thread only');
const tell = (message: FromEngine) => parent.postMessage(message);

const host = openOrRefuse();
if (host) {
  const ports = new Map<MessagePort, View>();
  // A window that reconnects asks everything anew, of the base that is shown now.
  host.onSwitch(() => {
    for (const [port, view] of ports) if (view === 'window') port.close();
  });
  parent.on('message', (message: ToEngine) => {
    if (message.do === 'connect') {
      const { port, view } = message;
      ports.set(port, view);
      port.on('close', () => ports.delete(port));
      servePort(port, host.context(view));
      return;
    }
    for (const port of ports.keys()) port.close();
    host.close();
    tell({ is: 'closed' });
  });
  tell({ is: 'open', opened: host.opened });
}

function openOrRefuse(): EngineHost | null {
  try {
    return openHost(workerData as HostOptions);
  } catch (error) {
    if (!(error instanceof ProfileRefusal)) throw error;
    tell({ is: 'refused', reason: error.reason, details: error.details });
    parent?.close();
    return null;
  }
}
