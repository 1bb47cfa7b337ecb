/** One line to the engine, over whichever carrier: a socket in a browser, a port of the desktop. */
import type { ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { type DesktopBridge, ENGINE_PORT, PORT_CLOSED } from '#shared/desktop/bridge.ts';

export interface EngineLine {
  link: ClientLink<Record<never, never>>;
  isOpen(): boolean;
}

/** Tries once: `opened` at most once, then `closed` once, also when it never opened. */
export type OpenLine = (tell: { opened(line: EngineLine): void; closed(): void }) => void;

export function socketLine(address: string): OpenLine {
  return ({ opened, closed }) => {
    const socket = new WebSocket(address);
    socket.addEventListener('open', () => {
      opened({
        link: new SocketLink({ websocket: socket }),
        isOpen: () => socket.readyState === WebSocket.OPEN,
      });
    });
    socket.addEventListener('close', closed);
  };
}

/** Main sends the port as soon as the engine runs; until then the line is simply not open yet. */
export function portLine(desktop: DesktopBridge): OpenLine {
  return ({ opened, closed }) => {
    const receive = (event: MessageEvent): void => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== ENGINE_PORT || !port) return;
      window.removeEventListener('message', receive);
      let open = true;
      const end = (): void => {
        if (!open) return;
        open = false;
        stopHearing();
        port.close();
        // Chromium tells only the other side of a close, and the link's calls under way wait for just that.
        port.dispatchEvent(new Event('close'));
        closed();
      };
      // A port whose engine crashed may say nothing; main always does.
      const stopHearing = desktop.onEngine((happened) => {
        if (happened === 'down') end();
      });
      // Heard before the link hears it, which could not read it.
      port.addEventListener('message', (said) => {
        if (said.data !== PORT_CLOSED) return;
        said.stopImmediatePropagation();
        end();
      });
      port.addEventListener('close', end);
      const carrier = {
        addEventListener: port.addEventListener.bind(port),
        // A closed port swallows what it is given; a call that was only being prepared would wait for ever.
        postMessage(message: unknown, extra?: Transferable[] | StructuredSerializeOptions) {
          if (!open) throw new Error('the port is closed');
          port.postMessage(message, Array.isArray(extra) ? { transfer: extra } : extra);
        },
      };
      opened({ link: new PortLink({ port: carrier }), isOpen: () => open });
      port.start();
    };
    window.addEventListener('message', receive);
    desktop.connect();
  };
}
