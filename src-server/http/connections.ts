/**
 * Ends a server's connections in order: those that wait for nothing at once, the others when they were answered. Node
 * itself waits for a connection on which nothing was ever asked.
 */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Who is not answered by then is cut off: a device asks again. */
const GRACE_MS = 10_000;

export function followConnections(server: Server): { end(): void } {
  const asked = new Map<Socket, number>();
  let ending = false;
  const count = (socket: Socket, by: number) => {
    const now = (asked.get(socket) ?? 0) + by;
    if (!asked.has(socket)) return;
    asked.set(socket, now);
    if (ending && now === 0) socket.end();
  };
  server.on('connection', (socket) => {
    asked.set(socket, 0);
    socket.once('close', () => asked.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  return {
    end() {
      ending = true;
      for (const [socket, open] of asked) if (open === 0) socket.destroy();
      setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
    },
  };
}
