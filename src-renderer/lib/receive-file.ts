/** A file that the engine streams in pieces, put together here and handed to the browser as a download. */
import type { ExportEvent } from '#shared/contract/exchange.ts';
import { saveFile } from './save-file.ts';

export interface Received {
  rows: number;
  name: string;
  file: Blob;
}

/** Collects the pieces and saves the file; nothing is saved when the stream ends before `done` or throws. */
export async function receiveFile(
  events: AsyncIterable<ExportEvent>,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Received | null> {
  const pieces: (Blob | Uint8Array<ArrayBuffer>)[] = [];
  for await (const event of events) {
    if (event.type === 'progress') onProgress(event.done, event.total);
    else if (event.type === 'chunk') pieces.push(bytesOf(event.chunk));
    else {
      const file = new Blob(pieces);
      saveFile(file, event.name);
      return { rows: event.rows, name: event.name, file };
    }
  }
  return null;
}

/** Events carry text only over a socket or a port, so there a piece is base64. */
export function bytesOf(chunk: unknown): Blob | Uint8Array<ArrayBuffer> {
  if (chunk instanceof Blob) return chunk;
  if (typeof chunk !== 'string') throw new TypeError('a piece of the file came without its bytes');
  return Uint8Array.from(atob(chunk), (character) => character.charCodeAt(0));
}
