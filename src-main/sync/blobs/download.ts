/** One attachment's bytes from the server, from where it stopped, and taken only when they have their hash. */
import { type BlobRow, noteHere, noteState } from '../../data/blobs/blob-rows.ts';
import { downloadPart } from '../../data/blobs/sweep.ts';
import { isSaid, SyncFailure } from '../failure.ts';
import type { Session } from '../session.ts';
import { addressOf } from './upload.ts';

/** So much is on the disk at least before more is taken: what a cut costs. */
const KEPT_BYTES = 256 * 1024;

/** False when the server has none, or others than it should. Throws `SyncFailure`. */
export async function download(session: Session, { hash, size }: BlobRow): Promise<boolean> {
  const { base } = session;
  const { blobs } = base;
  const id = downloadPart(base, hash);
  if (blobs.part(id).size > size) blobs.dropPart(id);
  try {
    if (blobs.part(id).size < size) await fetchRest(session, hash, size, id);
  } catch (error) {
    if (!isSaid(error, 'not_found', 'invalid')) throw error;
    noteState(base, hash, 'missing', 0);
    return false;
  }
  const kept = await blobs.keep(id, hash);
  session.stillOpen();
  if (kept) noteHere(base, kept, 'stored');
  else noteState(base, hash, 'missing', 0);
  blobs.dropPart(id);
  return kept !== null;
}

async function fetchRest(session: Session, hash: string, size: number, id: string): Promise<void> {
  const { base } = session;
  const from = base.blobs.part(id).size;
  const answer = await session.open(addressOf(hash), {
    method: 'GET',
    headers: from > 0 ? { range: `bytes=${from}-` } : {},
  });
  const isRest = await answer.isPart(from);
  if (!isRest && from > 0) base.blobs.dropPart(id);
  const part = base.blobs.part(id);
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  const keep = () => {
    session.stillOpen();
    const at = part.append(part.size, Buffer.concat(waiting));
    waiting = [];
    bytes = 0;
    noteState(base, hash, 'remote', at);
  };
  try {
    for await (const piece of answer.parts) {
      waiting.push(piece);
      bytes += piece.length;
      // More than the record says is not ours, whatever it is.
      if (part.size + bytes > size) throw new SyncFailure('serverTrouble');
      if (bytes >= KEPT_BYTES) keep();
    }
  } finally {
    // What came before the line fell is not asked for again.
    if (bytes > 0 && part.size + bytes <= size && base.writer.open) keep();
  }
  if (part.size < size) throw new SyncFailure('offline');
}
