/** The engine's thread as it is, except that a port which says `crash` ends it with a bug. */
import '#main/engine/worker.ts';
import { type MessagePort, parentPort } from 'node:worker_threads';

parentPort?.on('message', ({ port }: { port?: MessagePort }) =>
  port?.on('message', (message) => {
    if (message === 'crash') throw new TypeError('Mária Kováčová, +421 905 123 456');
  }),
);
