/**
 * The window over HTTP on the loopback address. Every request passes the same doors in the same order:
 * ours at all (`request-guard`), reading only, known (`access`), a known address (`static-files`).
 */
import { randomBytes } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { bridgeSocket, MAX_MESSAGE_BYTES } from '../engine/port-bridge.ts';
import type { EngineThread } from '../engine/thread.ts';
import { type Access, grantAccess } from './access.ts';
import { ALWAYS, contentPolicy } from '../shell-window/headers.ts';
import { isOurs, isOurUpgrade } from './request-guard.ts';
import type { StaticFiles } from '../shell-window/static-files.ts';

export interface ServerOptions {
  port: number;
  files: StaticFiles;
  /** Sentences of the pages that refuse. */
  words: { lang: string; openAgain: string; used: string };
  connect: () => ReturnType<EngineThread['connect']>;
}

export interface WindowServer {
  /** A full address with a fresh token. */
  newAddress(): string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** Listens on 127.0.0.1; rejects when the port is taken. */
export async function startServer(options: ServerOptions): Promise<WindowServer> {
  const server = http.createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 30_000 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const host = `${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  const access = grantAccess((server.address() as AddressInfo).port);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });

  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value);
    answer(request, response, { ...options, host, access });
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const welcome = isOurUpgrade(request, host) && access.isKnown(request) && request.url === '/rpc';
    if (!welcome) return void stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    sockets.handleUpgrade(request, stream, head, (socket) => bridgeSocket(socket, options.connect()));
  });

  return {
    newAddress: () => `http://${host}/?token=${access.newToken()}`,
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answering extends ServerOptions {
  host: string;
  access: Access;
}

function answer(request: IncomingMessage, response: ServerResponse, at: Answering): void {
  if (!isOurs(request, at.host)) return refuse(response, 403);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const address = parseAddress(request.url, at.host);
  if (!address) return refuse(response, 400);
  const token = address.searchParams.get('token');
  if (token !== null && address.pathname === '/') return welcome(request, response, token, at);
  if (!at.access.isKnown(request)) return refuse(response, 401, at.words.lang, at.words.openAgain);

  const nonce = randomBytes(18).toString('base64');
  const page = at.files.pageAt(address.pathname, nonce);
  const file = at.files.fileAt(address.pathname);
  if (page !== undefined) send(request, response, 'text/html; charset=utf-8', page, contentPolicy(nonce));
  else if (file) send(request, response, file.type, file.content, contentPolicy());
  else refuse(response, 404);
}

/** The token leaves the address bar at once. A preview by the browser must not use it up. */
function welcome(request: IncomingMessage, response: ServerResponse, token: string, at: Answering): void {
  const looksOnly = request.method !== 'GET' || request.headers['sec-purpose'] !== undefined;
  const cookie = looksOnly ? null : at.access.redeem(token);
  if (cookie) response.setHeader('set-cookie', cookie);
  else if (!at.access.isKnown(request)) return refuse(response, 401, at.words.lang, at.words.used);
  response.writeHead(303, { location: '/', 'content-security-policy': contentPolicy() }).end();
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  type: string,
  content: Buffer | string,
  policy: string,
): void {
  response.writeHead(200, {
    'content-type': type,
    'content-length': Buffer.byteLength(content),
    'content-security-policy': policy,
  });
  response.end(request.method === 'HEAD' ? undefined : content);
}

function refuse(
  response: ServerResponse,
  status: number,
  lang = 'en',
  sentence = http.STATUS_CODES[status] ?? '',
): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentPolicy(),
  });
  response.end(
    `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Vizitka</title><p>${sentence}</p></html>`,
  );
}

function parseAddress(text: string | undefined, host: string): URL | null {
  return text?.startsWith('/') && !text.startsWith('//') ? URL.parse(text, `http://${host}`) : null;
}
