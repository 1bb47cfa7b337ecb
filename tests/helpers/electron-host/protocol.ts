/** protocol and net: the app's own scheme, served by its own handler. */
import { ClientRequest } from './net-request.ts';
import { isReady } from './readiness.ts';
import { NotInStandIn, refuseUnknown } from './refuse-unknown.ts';

type ProtocolHandler = (request: Request) => Response | Promise<Response>;

export const handlers = new Map<string, ProtocolHandler>();

export const protocol = refuseUnknown('protocol', {
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges: object }[]): void {
    if (isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    if (schemes.length === 0) throw new NotInStandIn('protocol.registerSchemesAsPrivileged of nothing');
  },
  handle(scheme: string, handler: ProtocolHandler): void {
    if (!isReady()) throw new Error('protocol.handle: the app is not ready');
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle: (scheme: string) => void handlers.delete(scheme),
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
});

/** The app's own addresses go to its handler, others where Node's `fetch` takes them. */
export const net = refuseUnknown('net', {
  request: (options: ConstructorParameters<typeof ClientRequest>[0]) => new ClientRequest(options),
  async fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    const handler = handlers.get(new URL(request.url).protocol.slice(0, -1));
    return handler ? handler(request) : fetch(request);
  },
});
