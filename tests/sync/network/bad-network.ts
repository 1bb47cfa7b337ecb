/**
 * A network between devices and the server that does what hall Wi-Fi does: it waits, loses questions and answers, cuts
 * them in the middle, says them twice or late, lets nobody through, or answers itself with a page to sign in. A seed
 * repeats its faults.
 */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from '#db/demo/chance.ts';

const FAULTS = [
  'lostQuestion',
  'lostAnswer',
  'cutQuestion',
  'cutAnswer',
  'twice',
  'lateAgain',
  'portal',
  'serverTrouble',
] as const;
type Fault = (typeof FAULTS)[number];

const PORTAL = '<!doctype html><title>Wi-Fi</title><form action="/login">Izba: <input name="room"></form>';

export interface BadNetwork {
  /** What devices are told to be the server's address. */
  readonly address: string;
  /** How often each fault happened. */
  readonly faults: ReadonlyMap<Fault, number>;
  /** Points at another server, as after its restart. */
  retarget(port: number): void;
  /** Share of the messages that something happens to, and the longest wait in milliseconds. */
  weather(share: number, latencyMs: number): void;
  /** Nobody gets through until it is lifted; connections break. */
  partition(on: boolean): void;
  close(): Promise<void>;
}

export async function openBadNetwork(port: number, chance: Chance): Promise<BadNetwork> {
  let target = port;
  let share = 0;
  let latency = 0;
  let isParted = false;
  const faults = new Map<Fault, number>();
  const sockets = new Set<Socket>();
  const late = new Set<Promise<unknown>>();

  const server = http.createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    if (isParted) socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  async function pass(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    if (isParted) return void response.destroy();
    if (request.method === 'GET' && request.headers.accept === 'text/event-stream')
      return stream(target, request, response);
    const body = await buffer(request);
    const fault = chance.happens(share) ? chance.of(FAULTS) : null;
    if (fault) faults.set(fault, (faults.get(fault) ?? 0) + 1);
    if (latency > 0) await wait(chance.between(0, latency));
    if (isParted || fault === 'lostQuestion') return void response.destroy();
    if (fault === 'portal') {
      response.writeHead(200, { 'content-type': 'text/html' });
      return void response.end(PORTAL);
    }
    if (fault === 'serverTrouble') {
      response.writeHead(502, { 'content-type': 'text/html' });
      return void response.end('<h1>Bad Gateway</h1>');
    }
    if (fault === 'cutQuestion') {
      await forward(target, request, body.subarray(0, body.length / 2), body.length).catch(() => null);
      return void response.destroy();
    }
    if (fault === 'lateAgain') {
      const again = wait(chance.between(5, 60)).then(() => forward(target, request, body, body.length));
      const settled = again.catch(() => null).finally(() => late.delete(settled));
      late.add(settled);
    }
    if (fault === 'twice') await forward(target, request, body, body.length);
    const answer = await forward(target, request, body, body.length);
    if (fault === 'lostAnswer') return void response.destroy();
    const { 'transfer-encoding': _, connection: __, ...headers } = answer.headers;
    response.writeHead(answer.status, { ...headers, 'content-length': answer.body.length });
    if (fault !== 'cutAnswer') return void response.end(answer.body);
    response.write(answer.body.subarray(0, answer.body.length / 2));
    response.destroy();
  }

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    retarget: (to) => void (target = to),
    weather(nextShare, latencyMs) {
      share = nextShare;
      latency = latencyMs;
    },
    partition(on) {
      isParted = on;
      if (on) for (const socket of sockets) socket.destroy();
    },
    async close() {
      await Promise.all(late);
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

/** A body shorter than `length` ends with the connection cut. */
function forward(port: number, { method, url, headers }: http.IncomingMessage, body: Buffer, length: number) {
  return new Promise<Answer>((resolve, reject) => {
    const { host: _, connection: __, 'transfer-encoding': ___, ...kept } = headers;
    const onward = http.request({
      host: '127.0.0.1',
      port,
      method,
      path: url,
      agent: false,
      headers: { ...kept, 'content-length': length },
    });
    onward.on('response', (response) => {
      buffer(response).then(
        (whole) => resolve({ status: response.statusCode ?? 500, headers: response.headers, body: whole }),
        reject,
      );
    });
    onward.on('error', reject);
    if (body.length === length) onward.end(body);
    else onward.write(body, () => onward.destroy(new Error('cut')));
  });
}

/** Events flow as they come, until either side ends them. */
function stream(port: number, { url, headers }: http.IncomingMessage, response: http.ServerResponse): void {
  const { host: _, connection: __, ...kept } = headers;
  const onward = http.get({ host: '127.0.0.1', port, path: url, headers: kept, agent: false }, (events) => {
    response.writeHead(events.statusCode ?? 500, events.headers);
    events.pipe(response);
    events.on('error', () => response.destroy());
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
}
