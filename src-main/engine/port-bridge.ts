/**
 * Joins a WebSocket to a port of the engine, message by message; both carry the same encoding. Whichever
 * side closes takes the other along.
 */
import type { MessagePort } from 'node:worker_threads';
import type { RawData, WebSocket } from 'ws';

/** Largest message of a client; larger ones end the connection (1009). */
export const MAX_MESSAGE_BYTES = 32 * 1024 * 1024;
/** Above this much unsent, no further requests are read until the client has taken its answers. */
const PAUSE_ABOVE = 4 * 1024 * 1024;
/** A client that reads nothing for so long that this much waits is gone. */
const GIVE_UP_ABOVE = 256 * 1024 * 1024;
/** Closed because another base is shown, or the engine started again: come back and ask anew. */
const COME_BACK = 4001;

export function bridgeSocket(socket: WebSocket, port: MessagePort): void {
  socket.on('message', (data: RawData, isBinary) => {
    // Never an ArrayBuffer: the socket's `binaryType` is left at its default.
    const bytes = Array.isArray(data) ? Buffer.concat(data) : (data as Buffer);
    if (!isBinary) return port.postMessage(bytes.toString());
    // A copy of its own: buffers of the socket may be views of a shared pool.
    const own = new Uint8Array(bytes);
    port.postMessage(own, [own.buffer]);
  });
  port.on('message', (data: string | Uint8Array | ArrayBuffer) => {
    if (socket.readyState !== socket.OPEN) return;
    socket.send(data, () => {
      if (socket.isPaused && socket.bufferedAmount < PAUSE_ABOVE) socket.resume();
    });
    if (socket.bufferedAmount > GIVE_UP_ABOVE) socket.terminate();
    else if (socket.bufferedAmount > PAUSE_ABOVE) socket.pause();
  });
  socket.on('close', () => port.close());
  socket.on('error', () => socket.terminate());
  port.on('close', () => socket.close(COME_BACK));
}
