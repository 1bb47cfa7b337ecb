/**
 * Serves the router on one client's port. The library parses what arrives outside any promise that it hands
 * back, so a malformed message would end the whole engine: such a port is closed before it gets there.
 */
import { RPCHandler } from '@orpc/server/message-port';
import { isRequest } from './request-shape.ts';
import { type EngineContext, router } from './router.ts';
import type { ClientPort } from './shell-messages.ts';

const handler = new RPCHandler<EngineContext>(router);

export function servePort(port: ClientPort, context: EngineContext): void {
  handler.upgrade(
    {
      postMessage: (data: unknown) => port.postMessage(data),
      on(event: string, callback: (event?: { data: unknown }) => void) {
        if (event === 'close') port.onClose(() => callback());
        else port.onMessage((data) => (isRequest(data) ? callback({ data }) : port.close()));
      },
    },
    { context },
  );
}
