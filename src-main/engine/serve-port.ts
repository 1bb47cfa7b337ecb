/**
 * Serves the router on one message port. The library parses what arrives outside any promise that it hands
 * back, so a malformed message would end the whole engine: such a port is closed before it gets there.
 */
import type { MessagePort } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/message-port';
import { isRequest } from './request-shape.ts';
import { type EngineContext, router } from './router.ts';

const handler = new RPCHandler<EngineContext>(router);

export function servePort(port: MessagePort, context: EngineContext): void {
  handler.upgrade(
    {
      postMessage: (data: unknown) => port.postMessage(data),
      on(event: string, callback: (event?: { data: unknown }) => void) {
        if (event === 'close') port.on('close', () => callback());
        else port.on('message', (data: unknown) => (isRequest(data) ? callback({ data }) : port.close()));
      },
    },
    { context },
  );
}
