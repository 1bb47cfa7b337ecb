/**
 * The door of a held profile for other processes of the same user: procedures over a WebSocket, and its
 * window. A Unix socket (0600) in the profile folder, a named pipe on Windows; its place and
 * the secret that callers must show stand in `holder.json`, which only the user can read.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import fs from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Duplex } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';
import { WebSocketServer } from 'ws';
import { readHolder, writeHolder } from '../security/lock.ts';
import { bridgeSocket, MAX_MESSAGE_BYTES } from './port-bridge.ts';

export interface LocalSocket {
  close(): Promise<void>;
}

/** What the door leads to. */
export interface BehindDoor {
  /** The profile's folder, held by this very process. */
  folder: string;
  /** A port for one more script. */
  connect(): MessagePort;
  /** Called with what is to be done after a restart of a crashed engine, where this process outlives one. */
  onReopened?(listener: () => void): void;
  /** The address at which one more window may be opened; null where the one window was asked to come to front. */
  askForWindow(): string | null;
}

/** Longest path that every system's `sockaddr_un` takes. */
const LONGEST_SOCKET_PATH = 100;

/** Listens until closed. */
export async function openLocalSocket(engine: BehindDoor): Promise<LocalSocket> {
  const { folder } = engine;
  const secret = randomBytes(32).toString('base64url');
  const server = http.createServer((request, response) => {
    if (!showsSecret(request, secret)) return response.writeHead(403).end();
    if (request.method !== 'POST' || request.url !== '/window') return response.writeHead(404).end();
    const address = engine.askForWindow();
    if (address === null) response.writeHead(204).end();
    else response.setHeader('content-type', 'text/plain').end(address);
  });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (!showsSecret(request, secret) || request.url !== '/rpc') {
      stream.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => bridgeSocket(socket, engine.connect()));
  });
  const place = await listen(server, folder);
  announce(folder, place.socket, secret);
  engine.onReopened?.(() => announce(folder, place.socket, secret));
  return {
    async close() {
      for (const client of sockets.clients) client.terminate();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      place.remove();
    },
  };
}

/** After a restart of a crashed engine the lock was taken anew, and with it the name written without a socket. */
function announce(folder: string, socket: string, secret: string): void {
  const holder = readHolder(folder);
  if (holder?.pid === process.pid) writeHolder(folder, { ...holder, socket, secret });
}

function showsSecret(request: IncomingMessage, secret: string): boolean {
  const shown = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${secret}`);
  return shown.length === wanted.length && timingSafeEqual(shown, wanted);
}

async function listen(server: http.Server, folder: string): Promise<{ socket: string; remove(): void }> {
  if (process.platform === 'win32') {
    const socket = `\\\\.\\pipe\\vizitka-${randomBytes(16).toString('hex')}`;
    await listenAt(server, socket);
    return { socket, remove: () => {} };
  }
  const socket = path.join(folder, 'engine.sock');
  if (Buffer.byteLength(socket) <= LONGEST_SOCKET_PATH) {
    // Left by a holder that was killed; we have the lock, so nobody listens there.
    fs.rmSync(socket, { force: true });
    try {
      await listenAt(server, socket);
      return { socket, remove: () => fs.rmSync(socket, { force: true }) };
    } catch (error) {
      // Some file systems (shared folders of virtual machines, FAT) hold no sockets.
      if (!['ENOTSUP', 'EOPNOTSUPP', 'EPERM', 'EINVAL'].includes((error as { code?: string }).code ?? ''))
        throw error;
    }
  }
  const apart = fs.mkdtempSync(path.join(os.tmpdir(), 'vizitka-'));
  await listenAt(server, path.join(apart, 'engine.sock'));
  return {
    socket: path.join(apart, 'engine.sock'),
    remove: () => fs.rmSync(apart, { recursive: true, force: true }),
  };
}

function listenAt(server: http.Server, socket: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, () => {
      server.off('error', reject);
      if (process.platform !== 'win32') fs.chmodSync(socket, 0o600);
      resolve();
    });
  });
}
