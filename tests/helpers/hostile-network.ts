/** What lies between a laptop and its server: a relay that does to an answer what a bad network does. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import zlib from 'node:zlib';
import { onTestFinished } from 'vitest';

export type Fate =
  | 'passes'
  /** Never reaches the server. */
  | 'lostOnTheWay'
  /** The server did it, and nobody is told. */
  | 'answerLost'
  | 'halfAnswer'
  /** The sign-in page of a hotel. */
  | 'captivePortal'
  | 'redirected'
  /** A small answer that unfolds to gigabytes. */
  | 'bomb'
  | 'proxyTrouble';

export interface HostileNetwork {
  url: string;
  /** Of each request by its path, in the order of their arrival; until it is said otherwise all pass. */
  fate: (path: string) => Fate;
  /** Paths that arrived. */
  readonly asked: string[];
}

export async function hostileNetwork(server: string): Promise<HostileNetwork> {
  const network: { -readonly [K in keyof HostileNetwork]: HostileNetwork[K] } = {
    url: '',
    fate: () => 'passes',
    asked: [],
  };
  const relay = http.createServer((request, response) => {
    const path = request.url ?? '';
    network.asked.push(path);
    void relayOne(server, request, response, network.fate(path)).catch(() => response.destroy());
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  onTestFinished(() => {
    relay.closeAllConnections();
    relay.close();
  });
  network.url = `http://127.0.0.1:${(relay.address() as AddressInfo).port}`;
  return network;
}

async function relayOne(
  server: string,
  request: http.IncomingMessage,
  response: http.ServerResponse,
  fate: Fate,
): Promise<void> {
  const body = await buffer(request);
  switch (fate) {
    case 'lostOnTheWay':
      return void request.socket.destroy();
    case 'captivePortal':
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Please sign in</html>');
    case 'redirected':
      return void response.writeHead(302, { location: 'http://127.0.0.1:9/login' }).end();
    case 'proxyTrouble':
      return void response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>');
    case 'bomb':
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      return void response.end(zlib.gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20)));
    default:
  }
  const { host: _, connection: __, ...headers } = request.headers;
  const upstream = http.request(server + (request.url ?? ''), {
    method: request.method,
    headers,
    agent: false,
  });
  upstream.end(body);
  const [answer] = (await once(upstream, 'response')) as [http.IncomingMessage];
  response.on('close', () => upstream.destroy());
  if (fate === 'passes') {
    response.writeHead(answer.statusCode ?? 0, answer.headers);
    answer.pipe(response);
    return;
  }
  const whole = await buffer(answer);
  if (fate === 'answerLost') return void request.socket.destroy();
  response.writeHead(answer.statusCode ?? 0, { ...answer.headers, 'content-length': whole.length });
  response.write(whole.subarray(0, whole.length / 2), () => request.socket.destroy());
}
