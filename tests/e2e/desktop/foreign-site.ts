/** Somebody else's site on this machine: open to everybody, and counting who came. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ForeignSite {
  readonly address: string;
  /** Paths that were asked for. */
  readonly asked: string[];
  close(): void;
}

export async function openForeignSite(): Promise<ForeignSite> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Foreign</title><h1>Foreign</h1>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
