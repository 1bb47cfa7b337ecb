/** The engine's procedures over a port of Electron's main process, in the same encoding as everywhere. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { MessagePortMain } from 'electron';
import { PORT_CLOSED } from '#shared/desktop/bridge.ts';
import type { EngineClient } from '../engine/reach.ts';

export function clientOver(port: MessagePortMain): EngineClient {
  const link = new RPCLink({
    port: {
      postMessage: (data: unknown) => port.postMessage(data),
      on(event: string, callback: (event?: { data: unknown }) => void) {
        if (event === 'close') port.on('close', () => callback());
        else port.on('message', ({ data }) => data !== PORT_CLOSED && callback({ data }));
      },
    },
  });
  port.start();
  return createORPCClient(link);
}
