/**
 * The engine in a thread of its own, so that a long export or import never holds up a window. A refusal is
 * told and ends the thread; a bug ends it too, and `thread.ts` starts it again.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { HostOptions } from './host.ts';
import { clientPort } from './node-port.ts';
import { serveEngine } from './serve-engine.ts';
import type { FromEngine, ToEngine } from './shell-messages.ts';

const parent = parentPort;
if (!parent) throw new Error('worker.ts runs in a worker thread only');
const tell = (message: FromEngine) => parent.postMessage(message);

const engine = serveEngine(workerData as HostOptions, tell);
if (engine) {
  parent.on('message', (message: ToEngine & { port: MessagePort }) => {
    if (message.do === 'connect') return engine.connect(clientPort(message.port), message.view);
    void engine.close().then(() => tell({ is: 'closed' }));
  });
  tell({ is: 'open', opened: engine.host.opened });
} else {
  parent.close();
}
