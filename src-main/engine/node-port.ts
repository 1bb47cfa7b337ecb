/** A port of Node's threads as the engine's end of a line. */
import type { MessagePort } from 'node:worker_threads';
import type { ClientPort } from './shell-messages.ts';

export function clientPort(port: MessagePort): ClientPort {
  return {
    postMessage: (data) => port.postMessage(data),
    onMessage: (listener) => void port.on('message', listener),
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  };
}
